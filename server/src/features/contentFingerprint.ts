import { BlockMemo } from '../syntax/blockMemo';
import { detached } from '../syntax/detached';
import { partsOf } from '../syntax/green';
import { hash } from '../syntax/hash';
import { blockAt } from '../syntax/noteTree';
import { piecesOf, piecesOfPart } from '../syntax/pieces';
import type { Note } from '../workspace/note';
import type { RuleFinding } from './findings';

/** What is marked says enough by itself from this many words on. */
const ENOUGH_WORDS = 8;

/**
 * Tells a finding by what it is about: the rule, the words that are marked and, where those are few, the words of the
 * paragraph or statement around them. It is the same wherever the passage stands, and however it is wrapped and indented.
 * @returns 16 hexadecimal digits. Cost: the length of the passage
 */
export function contentFingerprint({ text, tree }: Note, { rule, range }: Pick<RuleFinding, 'rule' | 'range'>): string {
  const marked = folded(text.slice(range.start, range.end));
  const isEnough = marked.split(' ').length >= ENOUGH_WORDS;
  return hash(`${rule}\n${marked}\n${isEnough ? '' : AROUND.of(tree, blockAt(tree, range.start)).words}`);
}

/** The first words of each block; of a page without a break, what stands at its end tells its findings apart no more. */
const AROUND = new BlockMemo((block, text) => {
  const pieces = block.kind === 'statement' ? partsOf(block).flatMap(piecesOfPart) : piecesOf(block.block);
  const words = folded(pieces.map((piece) => text.slice(piece.start, piece.end)).join(' '));
  return { words: detached(words.slice(0, MOST_AROUND)) };
});

/** UTF-16 units; so that thousands of findings in one block do not each cost the whole of it. */
const MOST_AROUND = 2000;

function folded(text: string): string {
  return text
    .replace(/^[ \t]*>+/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
