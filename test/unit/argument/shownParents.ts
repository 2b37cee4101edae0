import { displayParents } from '../../../server/src/argument/rings';

/** `displayParents` with null for no parent. */
export function shownParents(wanted: readonly (number | null)[]): (number | null)[] {
  const parents = displayParents(Int32Array.from(wanted, (wish) => wish ?? -1));
  return Array.from(parents, (parent) => (parent < 0 ? null : parent));
}
