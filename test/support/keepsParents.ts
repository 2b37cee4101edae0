import { Note } from '../../server/src/workspace/note';
import { uriOf } from './notes';

/**
 * Whether a new line leaves what stands under what. A line one column off counts as standing beside its neighbours, and
 * one far to the right, behind a `cite` that takes no lines, hangs under the nearest statement above that does: either
 * may come to hang under the new one.
 * @param at offset at which the line was put in
 */
export function keepsParents(before: string, after: string, at: number): boolean {
  const points = (text: string) => new Note(uriOf('note'), text).argument.points;
  const old = points(before);
  const added = old.filter(({ statement }) => statement.start < at).length;
  const moved = (index: number) => (index < added ? index : index + 1);
  const now = points(after);
  return old.every(({ index, above }) => now[moved(index)]?.above === (above === null ? null : moved(above)));
}
