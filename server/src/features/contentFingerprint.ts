import { hash } from '../syntax/hash';
import { blockAt } from '../syntax/noteTree';
import { piecesOf } from '../syntax/pieces';
import type { TextRange } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import type { RuleFinding } from './findings';

/** What is marked says enough by itself from this many words on. */
const ENOUGH_WORDS = 8;

/**
 * Tells a finding by what it is about: the rule, the words that are marked and, where those are few, the words of the
 * paragraph or statement around them. It is the same wherever the passage stands, and however it is wrapped and indented.
 * @returns 16 hexadecimal digits. Cost: the length of the passage
 */
export function contentFingerprint(note: Note, { rule, range }: Pick<RuleFinding, 'rule' | 'range'>): string {
  const marked = folded(note.text.slice(range.start, range.end));
  const isEnough = marked.split(' ').length >= ENOUGH_WORDS;
  return hash(`${rule}\n${marked}\n${isEnough ? '' : around(note, range)}`);
}

function around({ text, tree }: Note, { start }: TextRange): string {
  const block = tree.block(blockAt(tree, start));
  return folded(
    piecesOf(block)
      .map((piece) => text.slice(piece.start, piece.end))
      .join(' '),
  );
}

function folded(text: string): string {
  return text
    .replace(/^[ \t]*>+/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
