import type { Point } from '../../argument/argument';
import { blockAt } from '../../syntax/noteTree';
import type { Place } from './refactoring';

/** The statement that a cursor, or everything that is selected, stands in; null where there is none, or several. */
export function statementAt({ note: { tree, argument }, range }: Place): Point | null {
  const point = argument.pointAt(blockAt(tree, range.start));
  return point && range.end <= point.statement.end ? point : null;
}
