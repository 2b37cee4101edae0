import type { Point } from '../../argument/argument';
import { applied } from '../../formatting/edits';
import type { TextEdit } from '../../rules/rule';
import { trimmedEnd } from '../../syntax/columns';
import { lineBreak } from '../../syntax/lineBreak';
import { blockAt } from '../../syntax/noteTree';
import type { TextRange } from '../../syntax/textRange';
import type { Note } from '../../workspace/note';
import { indented } from './indentation';
import { byPlace, type Expected, isAsExpected } from './trial';

/** Where a statement goes, with everything that stands under it. */
export interface Destination {
  /** The statement behind whose lines it goes. */
  readonly behind: Point;
  /** Display column of its bullet or keyword. */
  readonly column: number;
}

/** What changes with a move. */
export interface Change {
  /** Edits of the moved header. */
  readonly header: readonly TextEdit[];
  /** Edits elsewhere in the note. */
  readonly elsewhere?: readonly TextEdit[];
  /** What statements say otherwise afterwards. */
  readonly facts: NonNullable<Expected['facts']>;
}

/** The last statement that stands under one by position, or the statement itself. Cost: the branch. */
export function lastUnder(points: readonly Point[], { index }: Point): Point {
  let last = index;
  for (let next = points[last + 1]; next && next.above !== null && next.above >= index; next = points[last + 1]) last++;
  return points[last] as Point;
}

/**
 * Edits that move a branch to the first of several places at which everything is said as before but for the change
 * that is meant; null where there is none. Cost: for each place that is tried, what lies between it and the branch.
 */
export function movedBranch(
  note: Note,
  point: Point,
  places: readonly Destination[],
  change: Change,
): TextEdit[] | null {
  const branch = branchOf(note, point);
  if (!branch) return null;
  for (const place of places) {
    const { index } = place.behind;
    if (index >= point.index && index < branch.last.index) continue;
    const header = [...change.header, ...speakersOf(note, branch, place)];
    const order = orderAfter(note.argument.points.length, point.index, branch.last.index, index);
    const ways = movedTexts(note, branch, place.column, header).flatMap((text) =>
      waysToMove(note, branch, place, text),
    );
    for (const edits of ways) {
      const all = [...edits, ...(change.elsewhere ?? [])];
      if (isAsExpected(note, all, { order, facts: change.facts })) return all;
    }
  }
  return null;
}

/** A statement with everything that stands under it, and the quotations that lead up to it. */
interface Branch {
  readonly point: Point;
  readonly last: Point;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Null where a paragraph, a heading or a rule stands in the branch: that belongs to the place and not to it. */
function branchOf({ tree, argument: { points, blocks } }: Note, point: Point): Branch | null {
  const last = lastUnder(points, point);
  const [first = point.statement] = point.introducedBy;
  const green = tree.green.slice(blockAt(tree, first.start), (blocks[last.index] as number) + 1);
  if (!green.every(({ kind }) => ['statement', 'blank', 'comment', 'quotation'].includes(kind))) return null;
  return { point, last, firstLine: first.firstLine, lastLine: last.statement.lastLine };
}

/** A heading that names a speaker does not move along: then the moved statements say themselves who speaks. */
function speakersOf({ tree, argument }: Note, { point, last }: Branch, { behind }: Destination): TextEdit[] {
  const [from, to] = [point.index, behind.index].map((index) => argument.blocks[index] as number).sort((a, b) => a - b);
  if (!tree.green.slice(from, to).some(({ kind }) => kind === 'speakerHeading')) return [];
  return argument.points.slice(point.index, last.index + 1).flatMap(({ index, statement }) => {
    const name = argument.structure.namedSpeakers[index] ?? null;
    if (statement.speaker || name === null) return [];
    const at = statement.id?.range.end ?? statement.keywordRange.end;
    return [{ range: { start: at, end: at }, newText: ` (${name})` }];
  });
}

/**
 * The lines of a branch as they are to stand elsewhere, without the last line break. Quotations that lead up to it are
 * indented with it, or else stay at the margin, where no statement above can take them for its own.
 */
function movedTexts({ tree, text }: Note, branch: Branch, column: number, header: readonly TextEdit[]): string[] {
  const { firstLine, lastLine, point } = branch;
  const own = point.statement.firstLine;
  const by = column - point.statement.column;
  const start = tree.lines.start(firstLine);
  const leads = firstLine < own ? [(now: number) => now + by, () => 0] : [() => 0];
  return leads.map((lead) => {
    const shifted = [...indented(tree, firstLine, own - 1, lead), ...indented(tree, own, lastLine, (now) => now + by)];
    const within = [...header, ...shifted]
      .map(({ range, newText }) => ({ range: { start: range.start - start, end: range.end - start }, newText }))
      .sort(byPlace);
    return applied(text.slice(start, tree.lines.end(lastLine)), within);
  });
}

/** The edits of a move, tidiest first: what is left may need a blank line between, or one blank line less. */
function waysToMove({ text, tree }: Note, branch: Branch, { behind }: Destination, moved: string): TextEdit[][] {
  const { lines } = tree;
  const { firstLine, lastLine, point } = branch;
  const behindLine = behind.statement.lastLine;
  const own = { start: lines.start(firstLine), end: lines.end(lastLine) };
  if (behindLine === firstLine - 1 || behindLine === lastLine) return [[{ range: own, newText: moved }]];
  const at = lines.endWithBreak(behindLine);
  const newLine = lineBreak(text, lines);
  // Right below a statement a quotation would be one of its own.
  const apart = point.introducedBy.length > 0 ? newLine + moved : moved;
  const newText = at === lines.end(behindLine) ? newLine + apart : apart + newLine;
  const put = { range: { start: at, end: at }, newText };
  return takenOut(text, lines, firstLine, lastLine).map((range) => [put, { range, newText: '' }]);
}

/** What to take away with some lines. */
function takenOut(text: string, lines: Note['tree']['lines'], first: number, last: number): TextRange[] {
  const isBlankLine = (line: number) =>
    line < 0 || (line < lines.count && trimmedEnd(text, lines.start(line), lines.end(line)) === lines.start(line));
  const [start, end] = [lines.start(first), lines.endWithBreak(last)];
  const hasNoBreak = end === lines.end(last);
  const plain = hasNoBreak && first > 0 ? { start: lines.end(first - 1), end } : { start, end };
  const tidy = isBlankLine(first - 1) && isBlankLine(last + 1) ? [{ start, end: lines.endWithBreak(last + 1) }] : [];
  return [...tidy, plain, { start, end: lines.end(last) }];
}

/** The statements in the order after a move: the branch `[first, last]` behind another. */
function orderAfter(count: number, first: number, last: number, behind: number): number[] {
  const order: number[] = [];
  const branch = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  for (let index = 0; index < count; index++) {
    if (index < first || index > last) order.push(index);
    if (index === behind) order.push(...branch);
  }
  return order;
}
