/** Restarts within a time after which a server is taken for one that will not run. */
const MOST = 4;

/** Milliseconds. */
const WITHIN = 3 * 60_000;

/** Says of a server that has ended by itself whether it is to be started again. */
export class Restarts {
  private ends: number[] = [];

  /** @param now milliseconds, from anywhere */
  constructor(private readonly now: () => number) {}

  /** The server has ended. Returns whether it has done so too often of late. */
  areTooMany(): boolean {
    const now = this.now();
    this.ends = [...this.ends.filter((end) => now - end < WITHIN), now];
    return this.ends.length > MOST;
  }

  /** The user has started the server: what was before no longer counts. */
  forget(): void {
    this.ends = [];
  }
}
