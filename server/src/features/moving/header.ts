import type { Target } from '../../syntax/tree';
import { withoutTargets } from '../../workspace/headerEdits';
import { referenceTo } from '../../workspace/newId';
import type { NoteEdit } from '../noteEdits';
import type { Branch } from './branch';
import type { Destination } from './destination';

/** What becomes of the header of a root, so that it replies to where it goes. */
export interface RootEdit {
  readonly edits: readonly NoteEdit[];
  /** Where each of its targets comes from: its place among those before, or `under` for the destination. */
  readonly targets: readonly (number | 'under')[];
}

/**
 * A reply that names what it replies to leaves that out where it comes to stand under it. One of several names is
 * replaced, as the others would decide alone; the statement under which it goes may need an id for that.
 * @returns null where that statement can have none, or is named already
 */
export function rootEdit({ note, root }: Branch, { note: to, under }: Destination): RootEdit | null {
  const { targets } = root.statement;
  const all = targets.map((_, i) => i);
  if (!under || targets.length === 0) return { edits: [], targets: all };
  if (targets.length === 1) {
    const edit = withoutTargets(note, root.statement);
    return edit && { edits: [{ note, ...edit }], targets: [] };
  }
  const named = referenceTo(to, under);
  const isNamed = root.repliesTo.some(({ index }) => note === to && index === under.index);
  if (!named || isNamed) return null;
  const hanging = Math.max(
    0,
    root.repliesTo.findIndex(({ index }) => index !== null && index === root.parent),
  );
  const { range } = targets[hanging] as Target;
  const replaced = { note, range, newText: `#${named.id}` };
  const given = named.edits.map((edit) => ({ note: to, ...edit }));
  return { edits: [replaced, ...given], targets: all.map((i) => (i === hanging ? 'under' : i)) };
}
