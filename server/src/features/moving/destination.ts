import type { Point } from '../../argument/argument';
import { DEEPER, trimmedEnd } from '../../syntax/columns';
import { blockAt } from '../../syntax/noteTree';
import type { Note } from '../../workspace/note';
import { lastUnder } from '../refactorings/moveBranch';
import { type Branch, isIn, stepUnder } from './branch';

/** Where branches are to go: under a statement, or to the end of a section or a note. */
export interface Destination {
  readonly note: Note;
  readonly under: Point | null;
  /** Index of the block of the heading whose section is meant; null for the end of the note. */
  readonly heading: number | null;
}

/** One way to stand there. */
export interface Place {
  /** The line behind which the branches go; -1 for the first of the note. */
  readonly behindLine: number;
  /** How many statements of the note stand above. */
  readonly above: number;
  /** Display column of the moved statements. */
  readonly column: number;
  /** Whether blank lines set the branches apart. */
  readonly isApart: boolean;
}

/** What an offset of a note means as a destination; the end of the note where none is given. */
export function destinationAt(note: Note, offset: number | null): Destination {
  if (offset === null) return { note, under: null, heading: null };
  const block = blockAt(note.tree, offset);
  const under = note.argument.pointAt(block);
  return { note, under, heading: under ? null : headingAbove(note, block) };
}

function headingAbove({ tree }: Note, block: number): number | null {
  for (let at = block; at >= 0; at--) if (tree.green[at]?.kind === 'heading') return at;
  return null;
}

/** The places to try, best first. Cost: the branch of the destination, or its section. */
export function placesIn(destination: Destination, branches: readonly Branch[]): Place[] {
  const { under } = destination;
  return under ? placesUnder(destination.note, under, branches) : [placeAtEnd(destination, branches)];
}

/** Behind everything that stands under a statement, or else right below it, where a flat note goes on. */
function placesUnder(note: Note, under: Point, branches: readonly Branch[]): Place[] {
  const { points } = note.argument;
  const stays = (point: Point) => !branches.some((branch) => isIn(branch, note, point.index));
  const branch = points.slice(under.index, lastUnder(points, under).index + 1).filter(stays);
  const { column } = under.statement;
  const isChild = ({ above, statement }: Point) => above === under.index && statement.column >= column + DEEPER;
  const child = branch.find((point) => point !== under && isChild(point))?.statement;
  const to = child?.column ?? column + stepUnder(under);
  const behind = (point: Point): Place => ({
    behindLine: point.statement.lastLine,
    above: point.index + 1,
    column: to,
    isApart: false,
  });
  const nested = branch.filter((point) => point === under || point.statement.column >= column + DEEPER);
  return [branch.at(-1), nested.at(-1), under].flatMap((point, i, all) =>
    point && all.indexOf(point) === i ? behind(point) : [],
  );
}

/** Behind the last line of a section, or of the note, that has anything on it. */
function placeAtEnd({ note, heading }: Destination, branches: readonly Branch[]): Place {
  const { tree, argument, text } = note;
  const { lines } = tree;
  let end = tree.green.length;
  if (heading !== null) {
    end = heading + 1;
    while (end < tree.green.length && tree.green[end]?.kind !== 'heading') end++;
  }
  const limit = end < tree.green.length ? tree.block(end).firstLine : lines.count;
  const leaves = (line: number) =>
    branches.some((branch) => branch.note === note && branch.runs.some((run) => isWithin(line, run)));
  const isBlank = (line: number) => trimmedEnd(text, lines.start(line), lines.end(line)) <= lines.start(line);
  let behindLine = limit - 1;
  while (behindLine >= 0 && (isBlank(behindLine) || leaves(behindLine))) behindLine--;
  const last = behindLine < 0 ? 0 : argument.firstFrom(blockAt(tree, lines.start(behindLine)) + 1);
  return { behindLine, above: last, column: 0, isApart: true };
}

function isWithin(line: number, { firstLine, lastLine }: { firstLine: number; lastLine: number }): boolean {
  return firstLine <= line && line <= lastLine;
}
