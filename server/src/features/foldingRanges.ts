import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Block, StatementPart } from '../syntax/tree';
import type { Note } from '../workspace/note';
import { type Branch, branchesOf, isPart, lastFrom, type Section, sectionsOf } from './extents';

/**
 * What can be folded away below its first line: a statement with everything under it in the text, sections, the parts
 * of speakers, quotations, code, comments and front matter of several lines (LSP 3.17). Whole lines, from 0, in the
 * order of the text, no two from the same line; of two, one holds the other or they are apart. Blank lines at the end
 * of a section stay, so that folded sections stand apart. Cost: linear.
 * @param limit how many the client takes; where there are more, the deepest are left out
 */
export function foldingRanges(note: Note, limit = Number.POSITIVE_INFINITY): FoldingRange[] {
  const folds = new Folds();
  const sections = sectionsOf(note.tree);
  for (const { firstLine, lastWritten } of sections) folds.add(firstLine, lastWritten, FoldingRangeKind.Region);
  for (const branch of branchesOf(note.argument.points)) folds.add(branch.firstLine, withinPart(branch, sections));
  for (const block of note.tree.blocks) addBlock(block, folds);
  return outermost(folds.inOrder(), limit);
}

/**
 * Where the fold of a branch ends. An answer to a point may stand in another speaker's part; a branch that begins in
 * one part and ends in another is cut, so that every part folds and every heading can be seen.
 */
function withinPart({ firstLine, lastLine }: Branch, sections: readonly Section[]): number {
  const first = sections[lastFrom(sections, firstLine)];
  if (first && isPart(first) && first.lastWritten < lastLine) return first.lastWritten;
  const last = sections[lastFrom(sections, lastLine)];
  const isCrossing = last !== undefined && isPart(last) && last !== first && last.lastWritten > lastLine;
  return isCrossing ? last.writtenAbove : lastLine;
}

function addBlock(block: Block | Exclude<StatementPart, { kind: 'text' }>, folds: Folds): void {
  switch (block.kind) {
    case 'statement':
      for (const part of block.parts) if (part.kind !== 'text') addBlock(part, folds);
      break;
    case 'comment':
      folds.add(block.firstLine, block.lastLine, FoldingRangeKind.Comment);
      break;
    case 'frontMatter':
    case 'quotation':
    case 'code':
      folds.add(block.firstLine, block.lastLine);
  }
}

/** Folds by first line: of several from one line the longest is kept. */
class Folds {
  private readonly from = new Map<number, FoldingRange>();
  private readonly starts: number[] = [];

  add(startLine: number, endLine: number, kind?: FoldingRangeKind): void {
    const before = this.from.get(startLine);
    if (endLine <= (before?.endLine ?? startLine)) return;
    if (!before) this.starts.push(startLine);
    this.from.set(startLine, { startLine, endLine, ...(kind && { kind }) });
  }

  inOrder(): FoldingRange[] {
    // Three runs in order, which sorting merges in linear time.
    return this.starts.sort((a, b) => a - b).map((start) => this.from.get(start) as FoldingRange);
  }
}

/** So many of the folds, in order, that lie in the fewest others; of those that lie equally deep, the first. */
function outermost(folds: readonly FoldingRange[], limit: number): FoldingRange[] {
  if (folds.length <= limit) return [...folds];
  const depths = depthsOf(folds);
  const counts: number[] = [];
  for (const depth of depths) counts[depth] = (counts[depth] ?? 0) + 1;
  let left = limit;
  let deepest = 0;
  for (; left >= (counts[deepest] ?? 0); deepest++) left -= counts[deepest] ?? 0;
  return folds.filter((_, i) => {
    const depth = depths[i] as number;
    return depth < deepest || (depth === deepest && left-- > 0);
  });
}

function depthsOf(folds: readonly FoldingRange[]): number[] {
  const open: number[] = [];
  return folds.map(({ startLine, endLine }) => {
    while (open.length > 0 && (open[open.length - 1] as number) < startLine) open.pop();
    return open.push(endLine) - 1;
  });
}
