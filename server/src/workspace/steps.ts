/**
 * Work on all notes in steps of a few milliseconds at most: whoever does it may do something else after each. What it
 * gives holds for the notes as they are when it ends.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
