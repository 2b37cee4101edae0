/** The edits that make a quotation say again what its source says. */

import { isOmission } from '../passages/omissions';
import type { PassageWord } from '../passages/passages';
import { blockAt } from '../syntax/noteTree';
import { firstOpaque } from '../syntax/pieces';
import { firstWhere } from '../syntax/sorted';
import type { TextEdit } from '../syntax/textEdit';
import type { TextRange } from '../syntax/textRange';
import { type Change, onOneLine } from './changes';
import type { Note } from './note';
import type { NotePlace, NoteQuotation, Notes } from './notes';

/**
 * Puts the words of the source in the place of those that differ. What stands around them stays: the marks of the
 * quotation, its line breaks, and what it says to be left out or put in.
 * @returns disjoint edits in the order of the text. Cost: linear in the quotation
 */
export function restoring(
  notes: Notes,
  note: Note,
  { range, source }: NoteQuotation,
  changes: readonly Change[],
): TextEdit[] {
  const ours = notes.wordsIn(note, range);
  const theirs = notes.wordsIn(source.note, source.range);
  const isMarked = !isInLines(note, range.start);
  return changes.map((change) => {
    const words = wordsOf(notes, { note: source.note, range: change.source });
    const own = around(note, ours, change.range);
    const original = around(source.note, theirs, change.source);
    if (original.isEmpty) return deletion(own, original);
    const edit = own.isEmpty ? insertion(own, original, words) : replacement(note.text, change.range, words);
    return isMarked ? { ...edit, newText: withSingleMarks(edit.newText) } : edit;
  });
}

/** A stretch of words with what stands between it and the words on either side. */
interface Around {
  readonly range: TextRange;
  readonly isEmpty: boolean;
  /** The gap before it, or the gap that it is in itself; null where no word comes before. */
  readonly before: Separator | null;
  readonly behind: Separator | null;
}

interface Separator extends TextRange {
  readonly text: string;
}

function around({ text, tree }: Note, words: readonly PassageWord[], range: TextRange): Around {
  const isEmpty = range.start === range.end;
  const last = words[firstFrom(words, range.start) - 1]?.range.end;
  const next = words[firstFrom(words, range.end)]?.range.start;
  const separator = (start: number | undefined, end: number | undefined): Separator | null => {
    if (start === undefined || end === undefined) return null;
    // The header of a statement is no mark that could be restored.
    return { start, end, text: blockAt(tree, start) === blockAt(tree, end) ? text.slice(start, end) : ' ' };
  };
  if (isEmpty) {
    const gap = separator(last, next);
    return {
      range: { start: last ?? next ?? range.start, end: last ?? next ?? range.end },
      isEmpty,
      before: gap,
      behind: gap,
    };
  }
  return { range, isEmpty, before: separator(last, range.start), behind: separator(range.end, next) };
}

/** Index of the first word that begins at an offset or behind it. */
function firstFrom(words: readonly PassageWord[], offset: number): number {
  return firstWhere(words.length, (i) => (words[i] as PassageWord).range.start >= offset);
}

/**
 * Puts words in with the marks that the source has on both sides, where a space is all that stands there; otherwise behind
 * the word before or in front of the next, with the marks on one side.
 */
function insertion(own: Around, original: Around, words: string): TextEdit {
  const [before, behind] = [original.before, original.behind].map((gap) => gap && onOneLine(gap.text));
  const gap = own.before;
  const at = (place: number, newText: string): TextEdit => ({ range: { start: place, end: place }, newText });
  if (gap && before && behind && /^[ \t]*$/.test(gap.text)) {
    return { range: { start: gap.start, end: gap.end }, newText: before + words + behind };
  }
  if (gap && behind && (!before || onOneLine(gap.text) !== behind)) return at(gap.end, words + behind);
  if (before && (gap || !behind)) return at(own.range.start, before + words);
  return at(own.range.start, words + (behind ?? ' '));
}

/**
 * Takes words out with one of the two gaps around them. Of these the one stays that says that something is left out, that
 * has a line break, or that is the source's. An address, code or a tag in a gap is no word, and stays in any case.
 */
function deletion({ range, before, behind }: Around, original: Around): TextEdit {
  const between = original.before;
  const worth = (gap: Separator) =>
    (holdsMore(gap) ? 8 : 0) +
    (isOmission(gap.text) ? 4 : 0) +
    (isBreak(gap) ? 2 : 0) +
    (between && isAlike(gap, between) ? 1 : 0);
  if (before && holdsMore(before) && (!behind || holdsMore(behind))) return { range, newText: '' };
  const keepsBefore = before && behind && worth(before) > worth(behind);
  if (before && !keepsBefore) return { range: { start: before.start, end: range.end }, newText: '' };
  return { range: { start: range.start, end: behind?.end ?? range.end }, newText: '' };
}

/** Puts words in the place of others. A line break among these stays, behind the first of the new words. */
function replacement(text: string, range: TextRange, words: string): TextEdit {
  const lineBreak = /\s*[\r\n][\s>]*/.exec(text.slice(range.start, range.end))?.[0];
  if (lineBreak === undefined) return { range, newText: words };
  if (/\s/.test(words)) return { range, newText: words.replace(/\s+/, lineBreak) };
  const gap = /^[^\S\r\n]+(?=\S)/.exec(text.slice(range.end))?.[0];
  return gap
    ? { range: { start: range.start, end: range.end + gap.length }, newText: words + lineBreak }
    : { range, newText: words };
}

function isAlike(a: Separator, b: Separator): boolean {
  return onOneLine(a.text) === onOneLine(b.text);
}

/** Whether anything but white space and punctuation stands between two words. */
function holdsMore({ text }: Separator): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function isBreak({ text }: Separator): boolean {
  return /[\r\n]/.test(text);
}

/** Words of the source on one line, without the headers and the code between them. */
function wordsOf(notes: Notes, { note, range }: NotePlace): string {
  const { text, tree } = note;
  const slice = ({ start, end }: TextRange) => text.slice(start, end);
  if (firstOpaque(tree, range.start, range.end)) {
    return notes
      .wordsIn(note, range)
      .map((word) => slice(word.range))
      .join(' ');
  }
  if (blockAt(tree, range.start) === blockAt(tree, range.end)) return onOneLine(slice(range));
  return onOneLine(ofEachBlock(note, notes.wordsIn(note, range)).map(slice).join(' '));
}

/** The stretches that some words of a note stand in, one for each block. */
function ofEachBlock({ tree }: Note, words: readonly PassageWord[]): TextRange[] {
  const stretches: { start: number; end: number; readonly block: number }[] = [];
  for (const { range } of words) {
    const block = blockAt(tree, range.start);
    const last = stretches.at(-1);
    if (last?.block === block) last.end = range.end;
    else stretches.push({ ...range, block });
  }
  return stretches;
}

/** In quotation marks those of the source become single ones, so that they end no quotation. */
function withSingleMarks(text: string): string {
  return text.replace(/[“”„"«»「」]/g, (mark) => SINGLE[mark] as string);
}

const SINGLE: Readonly<Record<string, string>> = {
  '“': '‘',
  '”': '’',
  '„': '‚',
  '"': "'",
  '«': '‹',
  '»': '›',
  '「': '『',
  '」': '』',
};

/** Whether an offset is in lines that begin with `>`. */
function isInLines({ tree }: Note, offset: number): boolean {
  const block = tree.block(blockAt(tree, offset));
  const parts = block.kind === 'statement' ? block.parts : [block];
  return parts.some(({ kind, start, end }) => kind === 'quotation' && start <= offset && offset < end);
}
