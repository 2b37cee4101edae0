import { type Point, relationTo } from '../../argument/argument';
import { DEEPER, trimmedEnd } from '../../syntax/columns';
import { referenceTo } from '../../workspace/newId';
import type { Note } from '../../workspace/note';
import { lastUnder, movedBranch } from './moveBranch';
import type { Refactoring } from './refactoring';
import { statementAt } from './statementAt';

const KIND = 'refactor.move.out';

/** Moves a nested reply, with everything under it, behind the whole branch; it names what it replies to instead. */
export const moveOut: Refactoring = {
  kind: KIND,
  offers: (place) => {
    const { note } = place;
    const { points } = note.argument;
    const point = statementAt(place);
    const parent = point && points[point.above ?? -1];
    if (!parent || !isNestedReply(point, parent)) return [];
    const named = referenceTo(note, parent);
    if (!named) return [];
    const root = rootOf(points, parent);
    const edits = movedBranch(note, point, [{ behind: lastUnder(points, root), column: root.statement.column }], {
      header: [withTarget(note, point, named.id)],
      elsewhere: named.edits,
      facts: new Map([
        [point.index, { targets: [`#${named.id}`] }],
        ...(named.edits.length > 0 ? [[parent.index, { id: named.id }] as const] : []),
      ]),
    });
    return edits ? [{ title: `Move it out of the branch, with '-> #${named.id}'`, kind: KIND, edits }] : [];
  },
};

function isNestedReply({ statement: { keyword, column, targets } }: Point, { statement: parent }: Point): boolean {
  return targets.length === 0 && column >= parent.column + DEEPER && relationTo(keyword, parent.keyword) !== null;
}

function rootOf(points: readonly Point[], point: Point): Point {
  let root = point;
  while (root.above !== null) root = points[root.above] as Point;
  return root;
}

/** Puts ` -> #id` at the end of the header. */
function withTarget({ text }: Note, { statement: { header, keywordRange } }: Point, id: string) {
  const at = trimmedEnd(text, keywordRange.end, header.end - 1);
  return { range: { start: at, end: at }, newText: ` -> #${id}` };
}
