import type { Point } from '../../argument/argument';
import { DEEPER } from '../../syntax/columns';
import { blockAt } from '../../syntax/noteTree';
import type { Note } from '../../workspace/note';
import type { PointOf } from '../../workspace/notes';
import { lastUnder } from '../refactorings/moveBranch';

/** A statement with everything that stands under it by position: what moves. */
export interface Branch {
  readonly note: Note;
  readonly root: Point;
  /** The statements `[root, last]` of the note. */
  readonly last: Point;
  /** Lines that move, in order. Paragraphs, headings and rules between them belong to the place and stay. */
  readonly runs: readonly Run[];
}

/** Whole lines of a note. */
export interface Run {
  readonly firstLine: number;
  readonly lastLine: number;
  /** Statements in it, by number. */
  readonly statements: readonly number[];
}

/** The branches of some statements, in the order of their notes, each statement in one of them. Cost: the branches. */
export function branchesOf(those: readonly PointOf[]): Branch[] {
  const branches: Branch[] = [];
  for (const { note, point } of [...those].sort(inOrder)) {
    const before = branches.at(-1);
    if (before?.note === note && point.index <= before.last.index) continue;
    const last = lastUnder(note.argument.points, point);
    branches.push({ note, root: point, last, runs: runsOf(note, point, last) });
  }
  return branches;
}

function inOrder(a: PointOf, b: PointOf): number {
  if (a.note !== b.note) return a.note.key < b.note.key ? -1 : 1;
  return a.point.index - b.point.index;
}

/** Whether a statement of a note is in a branch. */
export function isIn({ note, root, last }: Branch, other: Note, index: number): boolean {
  return note === other && index >= root.index && index <= last.index;
}

/** Statements with the quotations that lead up to them, and what is nothing between them but blank lines and comments. */
function runsOf(note: Note, root: Point, last: Point): Run[] {
  const { tree, argument } = note;
  const [first = root.statement] = root.introducedBy;
  const runs: { firstLine: number; lastLine: number; statements: number[] }[] = [];
  let isBroken = true;
  let leads = first.firstLine;
  const end = argument.blocks[last.index] as number;
  for (let index = blockAt(tree, first.start); index <= end; index++) {
    const block = tree.block(index);
    if (block.kind === 'statement') {
      const statement = argument.firstFrom(index);
      const run = runs.at(-1);
      if (isBroken || !run) runs.push({ firstLine: leads, lastLine: block.lastLine, statements: [statement] });
      else {
        run.lastLine = block.lastLine;
        run.statements.push(statement);
      }
      isBroken = false;
    } else if (block.kind !== 'blank' && block.kind !== 'comment' && block.kind !== 'quotation') isBroken = true;
    if (isBroken) {
      const next = argument.point(argument.firstFrom(index + 1));
      leads = (next?.introducedBy[0] ?? next?.statement)?.firstLine ?? 0;
    }
  }
  return runs;
}

/**
 * The columns that the statements of a branch come to stand at. What is indented stays so by as much; where a line
 * stands at the column of what it answers, as in flat notes, it is indented under a parent that is.
 * @param column that of the root afterwards
 * @param isNested whether the branch comes to stand under a statement
 * @returns by number of the statement
 */
export function columnsAfter({ note, root, last }: Branch, column: number, isNested: boolean): Map<number, number> {
  const { points } = note.argument;
  const columns = new Map<number, number>([[root.index, column]]);
  const below = points.slice(root.index + 1, last.index + 1);
  const columnOf = ({ statement }: Point) => statement.column;
  const isFlat = below.some((point) => columnOf(point) < columnOf(points[point.above ?? 0] as Point) + DEEPER);
  for (const point of below) {
    const parent = points[point.above as number] as Point;
    const under = columns.get(parent.index) ?? column;
    const by = isFlat && isNested ? stepUnder(parent) : columnOf(point) - columnOf(parent);
    columns.set(point.index, Math.max(0, under + by));
  }
  return columns;
}

/** How much deeper a reply is written: under a bullet, where the words of its parent begin. */
export function stepUnder({ statement: { bullet } }: Point): number {
  return Math.max(DEEPER, bullet ? bullet.end - bullet.start : 0);
}
