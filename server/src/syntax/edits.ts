import type { NoteTree } from './tree';

/** How the blocks of a note have changed: `[from, oldTo)` of those before have become `[from, newTo)`. */
export interface Replaced {
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/** An edit that a tree has come of. */
export interface Step {
  /** Stands for the tree before, which is not kept alive. */
  readonly before: object;
  readonly replaced: Replaced;
}

/** Edits that are remembered; who asks about older versions has to compare. */
const MOST_STEPS = 8;

/** The steps to a tree: the last first. */
export function withStep(step: Step, steps: readonly Step[]): readonly Step[] {
  return [step, ...steps.slice(0, MOST_STEPS - 1)];
}

/**
 * The blocks in which two versions of a note differ: all others are equal, in both, in the same order.
 * Cost: none where the later is at most a few edits away from the other; otherwise comparing which blocks there are.
 */
export function changedBlocks(before: NoteTree, after: NoteTree): Replaced {
  return followed(before, after) ?? compared(before.green, after.green);
}

function followed(before: NoteTree, after: NoteTree): Replaced | null {
  if (before === after) return { from: 0, oldTo: 0, newTo: 0 };
  const first = after.steps.findIndex((step) => step.before === before.identity);
  if (first < 0) return null;
  const [oldest, ...later] = after.steps.slice(0, first + 1).reverse();
  return later.reduce((all, step) => joined(all, step.replaced), (oldest as Step).replaced);
}

/** Two edits, one after the other, as one. */
function joined(first: Replaced, then: Replaced): Replaced {
  // Up to here, as the blocks are counted between the two, one of them or both have replaced some.
  const end = Math.max(first.newTo, then.oldTo);
  return {
    from: Math.min(first.from, then.from),
    oldTo: end - first.newTo + first.oldTo,
    newTo: end - then.oldTo + then.newTo,
  };
}

/** The blocks between those that are the same objects at the beginning and at the end. */
function compared(before: NoteTree['green'], after: NoteTree['green']): Replaced {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let kept = 0;
  while (kept < most - from && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept++;
  return { from, oldTo: before.length - kept, newTo: after.length - kept };
}
