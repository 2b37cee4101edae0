/** The later place of a repeated passage, and the edits that make something else of it. */

import { DEEPER } from '../syntax/columns';
import { lineBreak } from '../syntax/lineBreak';
import { blockAt } from '../syntax/noteTree';
import { firstOpaque } from '../syntax/pieces';
import { firstWhere } from '../syntax/sorted';
import type { TextEdit } from '../syntax/textEdit';
import type { TextRange } from '../syntax/textRange';
import type { Block, Prose, Statement, TextPart } from '../syntax/tree';
import type { Note } from './note';

/** A passage that one statement holds, or paragraphs nobody has marked. */
export interface Copy {
  readonly note: Note;
  readonly range: TextRange;
  readonly block: Statement | Prose;
  /** The lines of words that it stands in; no statement begins between them. */
  readonly pieces: readonly TextRange[];
  /** Whether nothing else is said in those lines. */
  readonly isWhole: boolean;
  /** Whether nothing else is said in the block. */
  readonly isAll: boolean;
}

/**
 * The copy in a range; null where it runs over statements, or over more than one paragraph and is but a part of them, or
 * where comments or code stand in it. Cost: the blocks it stands in.
 */
export function copyOf(note: Note, range: TextRange): Copy | null {
  const { tree, text } = note;
  const [from, to] = [blockAt(tree, range.start), blockAt(tree, range.end - 1)];
  const block = tree.block(from);
  if (block.kind !== 'statement' && block.kind !== 'prose') return null;
  const inOne = from === to ? piecesInBlock(block, range) : null;
  const pieces = piecesIn(inOne ?? proseIn(note, from, to) ?? [], range);
  const [first, last] = [pieces[0], pieces.at(-1)];
  // Comments and code may stand in between, and are not a copy of anything.
  if (!first || !last || firstOpaque(tree, first.start, last.end)) return null;
  const isWhole = !hasWords(text.slice(first.start, range.start)) && !hasWords(text.slice(range.end, last.end));
  if (from !== to && !isWhole) return null;
  const isOnlyPart = block.kind === 'prose' || block.parts.length === 1;
  return { note, range, block, pieces, isWhole, isAll: isWhole && isOnlyPart && pieces.length === inOne?.length };
}

/** The lines of the part of a block that holds a range. */
function piecesInBlock(block: Statement | Prose, range: TextRange): readonly TextRange[] | null {
  const parts = block.kind === 'prose' ? [block] : block.parts;
  const part = parts.find((one): one is Prose | TextPart => one.start <= range.start && range.end <= one.end);
  return part?.kind === 'text' || part?.kind === 'prose' ? part.pieces : null;
}

/** The lines of some paragraphs; null where anything but blank lines stands between them. */
function proseIn({ tree }: Note, from: number, to: number): TextRange[] | null {
  const found: TextRange[] = [];
  for (let index = from; index <= to; index++) {
    const block = tree.block(index);
    if (block.kind === 'prose') found.push(...block.pieces);
    else if (block.kind !== 'blank') return null;
  }
  return found;
}

/** The lines that a range stands in. Cost: logarithmic, and those lines. */
function piecesIn(pieces: readonly TextRange[], { start, end }: TextRange): TextRange[] {
  const first = firstWhere(pieces.length, (i) => (pieces[i] as TextRange).end > start);
  return pieces.slice(
    first,
    firstWhere(pieces.length, (i) => (pieces[i] as TextRange).start >= end),
  );
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Declares the passage as somebody else's words: whole lines by `>`, words in a line by “…”. Null where neither can be. */
export function quoting(copy: Copy): TextEdit[] | null {
  if (copy.isWhole) return copy.pieces.flatMap((piece, i) => quotedLine(copy, piece, copy.pieces[i + 1]));
  if (!canTakeMarks(copy)) return null;
  const { start, end } = copy.range;
  return [
    { range: { start, end: start }, newText: '“' },
    { range: { start: end, end }, newText: '”' },
  ];
}

/** Puts the words of the original in the place of the passage and declares them as such. Null where that cannot be. */
export function quotingOriginal(copy: Copy, original: Copy): TextEdit[] | null {
  const [first, last] = [copy.pieces[0], copy.pieces.at(-1)];
  if (!first || !last) return null;
  if (!copy.isWhole) {
    const words = wordsIn(original);
    return canTakeMarks(copy) && !MARKS.test(words) ? [{ range: copy.range, newText: `“${words}”` }] : null;
  }
  const { range, newText } = quotationMark(copy, first);
  const { text, tree } = copy.note;
  const between = lineBreak(text, tree.lines) + prefixOf(copy, first, newText);
  return [{ range: { start: range.start, end: last.end }, newText: newText + wholeLines(original).join(between) }];
}

/** Puts a `>` before the words of a line, and one on each blank line between it and the next. */
function quotedLine(copy: Copy, piece: TextRange, next: TextRange | undefined): TextEdit[] {
  const edits = [quotationMark(copy, piece)];
  const { lines } = copy.note.tree;
  const mark = prefixOf(copy, piece, edits[0]?.newText ?? '').trimEnd();
  for (let line = lines.lineAt(piece.end) + 1; next && line < lines.lineAt(next.start); line++) {
    edits.push({ range: { start: lines.start(line), end: lines.end(line) }, newText: mark });
  }
  return edits;
}

/** What stands before the words of a line once it is quoted: indentation and mark. */
function prefixOf({ note: { text, tree } }: Copy, { start }: TextRange, newText: string): string {
  const indentation = /[\r\n]/.test(newText) ? '' : text.slice(tree.lines.start(tree.lines.lineAt(start)), start);
  return indentation + (/[^\r\n]*$/.exec(newText)?.[0] ?? '');
}

/** The lines of a passage, with the stops and marks that belong to its first and last words. */
function wholeLines({ note: { text }, range, pieces }: Copy): string[] {
  return pieces.map((piece) => {
    const isBegin = hasWords(text.slice(piece.start, range.start));
    const isEnd = hasWords(text.slice(range.end, piece.end));
    const start = isBegin ? Math.max(piece.start, range.start) : piece.start;
    return text.slice(start, isEnd ? Math.min(piece.end, range.end) : piece.end);
  });
}

/** A passage on one line. */
function wordsIn({ note: { text }, range, pieces }: Copy): string {
  const clipped = pieces.map(({ start, end }) => text.slice(Math.max(start, range.start), Math.min(end, range.end)));
  return clipped.join(' ');
}

const MARKS = /[“”„"]/;

/** Quotation marks that stand in different lines must not be further apart; see `quotedWords`. */
const LONGEST_QUOTED = 600;

function canTakeMarks({ note: { text }, range, pieces }: Copy): boolean {
  const isLong = pieces.length > 1 && range.end - range.start >= LONGEST_QUOTED;
  return !isLong && !MARKS.test(text.slice(pieces[0]?.start, pieces.at(-1)?.end));
}

/** The `>` before one line of a passage, on a line of its own where the line has a header. */
function quotationMark({ note, block, pieces }: Copy, { start }: TextRange): TextEdit {
  const { text, tree } = note;
  const lineStart = tree.lines.start(tree.lines.lineAt(start));
  const newLine = lineBreak(text, tree.lines);
  if (block.kind === 'statement' && start < tree.lines.end(block.firstLine)) {
    const { header, bullet } = block;
    const deeper = ' '.repeat(Math.max(DEEPER, bullet ? bullet.end - bullet.start : 0));
    const indent = text.slice(lineStart, header.start) + deeper;
    return { range: { start: header.end, end: start }, newText: `${newLine}${indent}> ` };
  }
  // Right below a statement the quotation would be one of its own.
  const isFirst = start === pieces[0]?.start && lineStart === block.start;
  const isBelow = isFirst && tree.green[blockAt(tree, lineStart - 1)]?.kind === 'statement';
  const newText = isBelow ? `${newLine}${text.slice(lineStart, start)}> ` : '> ';
  return { range: { start: isBelow ? lineStart : start, end: start }, newText };
}

/** Takes the passage out: its lines, the words in a line, or all of a statement that says nothing else. */
export function removing(copy: Copy): TextEdit {
  const { note, block, pieces, isWhole, isAll } = copy;
  const { lines } = note.tree;
  const remove = (range: TextRange): TextEdit => ({ range, newText: '' });
  if (block.kind === 'statement' && isAll) return remove(linesOf(note, block, block.firstLine, block.lastLine));
  const [first, last] = [pieces[0], pieces.at(-1)].map((piece) => lines.lineAt(piece?.start ?? 0)) as [number, number];
  const hasHeader = block.kind === 'statement' && first === block.firstLine;
  return remove(isWhole && !hasHeader ? linesOf(note, block, first, last) : wordsOf(copy));
}

/** Whole lines with their line breaks, and one of two blank lines around them; what would be joined stays apart. */
function linesOf({ text, tree }: Note, { firstLine, lastLine }: Block, first: number, last: number): TextRange {
  const { lines } = tree;
  const isBlankLine = (line: number) =>
    line < 0 || line >= lines.count || text.slice(lines.start(line), lines.end(line)).trim() === '';
  const start = lines.start(first);
  const [above, below] = [isBlankLine(first - 1), isBlankLine(last + 1)];
  if (above && below) return { start, end: lines.endWithBreak(Math.min(last + 1, lines.count - 1)) };
  const isInside = firstLine < first && last < lastLine;
  const isApart = above || below || tree.green[blockAt(tree, lines.endWithBreak(last))]?.kind === 'statement';
  return { start, end: isApart || isInside ? lines.endWithBreak(last) : lines.end(last) };
}

/** Words in a line with the marks and brackets that only serve them, and the space on one side. */
function wordsOf({ note: { text, tree }, block, range, pieces }: Copy): TextRange {
  const [from, to] = [pieces[0]?.start ?? range.start, pieces.at(-1)?.end ?? range.end];
  let { start, end } = range;
  while (
    start > from &&
    end < to &&
    '([“"'.includes(text[start - 1] as string) &&
    ')]”"'.includes(text[end] as string)
  ) {
    start--;
    end++;
  }
  while (end < to && /[.,;:!?…]/.test(text[end] as string)) end++;
  while (start > from && /\s/.test(text[start - 1] as string)) start--;
  if (start === from) while (end < to && /\s/.test(text[end] as string)) end++;
  const isLineOfHeader =
    block.kind === 'statement' && start === from && end === to && start <= tree.lines.end(block.firstLine);
  return { start: isLineOfHeader ? block.header.end : start, end };
}
