/** Does things shortly after the last of a burst of changes; nothing more once the client has gone. */
export class Pauses {
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private hasEnded = false;

  /** Whether the client has gone. */
  get isOver(): boolean {
    return this.hasEnded;
  }

  /** Returns what is to be called at every change, so that something is done so many milliseconds after the last. */
  after(milliseconds: number, act: () => void): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const cancel = () => {
      clearTimeout(timer);
      if (timer) this.timers.delete(timer);
    };
    return () => {
      cancel();
      if (this.hasEnded) return;
      timer = setTimeout(() => {
        cancel();
        act();
      }, milliseconds);
      this.timers.add(timer);
    };
  }

  end(): void {
    this.hasEnded = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }
}
