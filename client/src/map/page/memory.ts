import type { SavedState } from '../shared/messages';
import { readState } from '../shared/savedState';

/** Milliseconds without a change before what is kept over a reload is written. */
const QUIET = 200;

/** How maps were left: that of one note over a reload, and those of the notes before it while the page is there. */
export class Memory {
  private readonly left = new Map<string, SavedState>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param api where VS Code keeps a state for the page */
  constructor(private readonly api: { getState(): unknown; setState(state: unknown): void }) {}

  /** Keeps how a map is when nothing has changed for a while. */
  saveSoon(state: () => SavedState): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const now = state();
      if (now.note !== '') this.api.setState(now);
    }, QUIET);
  }

  /**
   * How the map of a note was left, if it was there.
   * @param now how the map is that is shown until then
   */
  stateFor(note: string, now: SavedState): SavedState | null {
    // Where a change got lost, the page has all but that.
    if (now.note === note) return now;
    if (now.note !== '') this.left.set(now.note, now);
    const kept = this.left.get(note) ?? readState(this.api.getState());
    return kept?.note === note ? kept : null;
  }
}
