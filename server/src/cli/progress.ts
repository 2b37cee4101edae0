import { spelledOut } from './printed';
import type { Terminal } from './terminal';

/** Milliseconds that a run may take before it says where it is, and between two times that it does. */
const PATIENCE = 1000;
const PAUSE = 100;

/** A line on standard error that says how far a long run is; only for people, and gone in the end. */
export class Progress {
  private readonly started: number;
  private last = Number.NEGATIVE_INFINITY;
  private isShown = false;

  constructor(private readonly terminal: Terminal) {
    this.started = terminal.now();
  }

  /** @param line works out what to show; asked only when it is time to */
  tell(line: () => string): void {
    if (!this.terminal.isTerminal.err) return;
    const now = this.terminal.now();
    if (now - this.started < PATIENCE || now - this.last < PAUSE) return;
    this.last = now;
    this.isShown = true;
    // A line that is wrapped could not be taken back.
    this.terminal.err(`${ERASED}${spelledOut(line()).slice(0, Math.max(0, this.terminal.columns - 1))}`);
  }

  /** Takes the line back; to be called before anything else is written. */
  erase(): void {
    if (this.isShown) this.terminal.err(ERASED);
    this.isShown = false;
  }
}

/** To the start of the line, and all of it erased (ECMA-48: EL). */
const ERASED = '\r\x1b[2K';
