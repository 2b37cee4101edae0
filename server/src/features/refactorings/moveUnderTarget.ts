import type { Point } from '../../argument/argument';
import { DEEPER } from '../../syntax/columns';
import { withoutTargets } from '../../workspace/headerEdits';
import type { Note } from '../../workspace/note';
import { type Destination, lastUnder, movedBranch } from './moveBranch';
import type { Refactoring } from './refactoring';
import { statementAt } from './statementAt';

const KIND = 'refactor.move.underTarget';

/** Moves a reply, with everything under it, under the one statement of the note that it names, and takes the name out. */
export const moveUnderTarget: Refactoring = {
  kind: KIND,
  offers: (place) => {
    const { note } = place;
    const { points } = note.argument;
    const point = statementAt(place);
    const target = point && points[point.repliesTo[0]?.index ?? -1];
    if (!target || point.statement.targets.length !== 1) return [];
    const isInBranch = target.index >= point.index && target.index <= lastUnder(points, point).index;
    const isThere = target.index === point.above && point.statement.column >= target.statement.column + DEEPER;
    if (isThere || isInBranch) return [];
    const header = withoutTargets(note, point.statement);
    if (!header) return [];
    const edits = movedBranch(note, point, destinations(note, point, target), {
      header: [header],
      facts: new Map([[point.index, { targets: [] }]]),
    });
    const { keyword, firstLine } = target.statement;
    return edits ? [{ title: `Move it under the ${keyword} in line ${firstLine + 1}`, kind: KIND, edits }] : [];
  },
};

/** Behind everything that stands under the target, or else right below it, where a flat note goes on. */
function destinations({ argument: { points } }: Note, point: Point, target: Point): Destination[] {
  const { column, bullet } = target.statement;
  const isChild = ({ above, index, statement }: Point) =>
    above === target.index && index !== point.index && statement.column >= column + DEEPER;
  const last = lastUnder(points, target);
  const child = points.slice(target.index + 1, last.index + 1).find(isChild)?.statement;
  const to = child?.column ?? column + Math.max(DEEPER, bullet ? bullet.end - bullet.start : 0);
  const isOwn = last.index >= point.index && last.index <= lastUnder(points, point).index;
  const behind = isOwn ? (points[point.index - 1] as Point) : last;
  return [
    { behind, column: to },
    { behind: target, column: to },
  ];
}
