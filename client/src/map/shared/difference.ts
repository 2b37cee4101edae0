import type { MapContent, MapDifference, MapStatement } from './messages';

/** How one content becomes another; null where nothing is different. Cost: linear in both. */
export function differenceOf(before: MapContent, after: MapContent): MapDifference | null {
  const known = new Map(before.statements.map((statement) => [statement.key, JSON.stringify(statement)]));
  const put = after.statements.filter((statement) => known.get(statement.key) !== JSON.stringify(statement));
  const notes = JSON.stringify(before.notes) === JSON.stringify(after.notes) ? null : after.notes;
  const splice = spliceOf(keysOf(before), keysOf(after));
  return put.length > 0 || notes || splice ? { notes, put, splice } : null;
}

/**
 * The content after a difference. Statements that are not in it stay the same objects, with all that is known of them.
 * @throws when the difference is one of another content
 */
export function applied({ notes, put, splice }: MapDifference, before: MapContent): MapContent {
  const known = new Map(before.statements.map((statement) => [statement.key, statement]));
  for (const statement of put) known.set(statement.key, statement);
  const keys = keysOf(before);
  if (splice) keys.splice(splice.start, splice.remove, ...splice.keys);
  const statements = keys.map((key) => known.get(key));
  if (!statements.every((statement): statement is MapStatement => statement !== undefined)) {
    throw new Error('The difference does not belong to this map.');
  }
  return { notes: notes ?? before.notes, statements };
}

function keysOf({ statements }: MapContent): string[] {
  return statements.map(({ key }) => key);
}

/** What lies between the beginning and the end that both have. */
function spliceOf(before: readonly string[], after: readonly string[]): MapDifference['splice'] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const remove = before.length - start - end;
  const keys = after.slice(start, after.length - end);
  return remove > 0 || keys.length > 0 ? { start, remove, keys } : null;
}
