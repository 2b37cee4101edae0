import type { View } from '../drawing/viewport';

/** Milliseconds. */
const DURATION = 160;

/** Moves from one view to another so that the eye can follow; at once where motion is unwanted. */
export class Glide {
  private from: View | null = null;
  private start = 0;

  /** Begins at a view that is on the screen now. */
  begin(from: View): void {
    if (isMotionUnwanted()) return;
    this.from = from;
    this.start = performance.now();
  }

  /** Goes no further: a hand has taken over. */
  stop(): void {
    this.from = null;
  }

  get isMoving(): boolean {
    return this.from !== null;
  }

  /** What is to be on the screen now, on the way to a view. */
  at(to: View): View {
    const share = (performance.now() - this.start) / DURATION;
    if (!this.from || share >= 1) {
      this.from = null;
      return to;
    }
    const eased = 1 - (1 - share) ** 3;
    const between = (a: number, b: number) => a + (b - a) * eased;
    const { x, y, scale } = this.from;
    // Scales are multiplied, so that going in and coming out look alike.
    return { x: between(x, to.x), y: between(y, to.y), scale: scale * (to.scale / scale) ** eased };
  }
}

function isMotionUnwanted(): boolean {
  const { classList } = document.body;
  return classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
