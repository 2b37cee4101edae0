import { type CancellationToken, LSPErrorCodes, RAL, ResponseError } from 'vscode-languageserver';

/**
 * How soon an answer is given. `now`: where the request is handled, in front of everything else, for what somebody waits
 * for. `soon`: once all messages that have arrived are handled, for what editors ask by themselves after every edit.
 */
export type Urgency = 'now' | 'soon';

/** Milliseconds that background work takes at most before it looks whether somebody waits. */
const SLICE = 8;

/** Turns without a message after which none is waiting: what arrives in one turn is handled in the next. */
const QUIET_TURNS = 2;

/** Turns that anything waits at most, so that no client keeps it waiting for ever. */
const MOST_TURNS = 1000;

/**
 * The order in which things are done: what somebody waits for, then what editors ask by themselves, then work on the
 * whole workspace, in steps. One thread does all of it, so that whoever has much to do has to make room.
 */
export class Schedule {
  private handled = 0;
  private waiting = 0;
  private sliceEnd = 0;

  constructor(private readonly slice = SLICE) {}

  /** A message is being handled. */
  messageHandled(): void {
    this.handled++;
  }

  /** Returns once all messages that have arrived are handled: the turn of what is asked for `soon`. */
  async turn(): Promise<void> {
    this.waiting++;
    try {
      await this.quiet(() => false);
    } finally {
      this.waiting--;
    }
  }

  /**
   * Makes room in background work: returns at once while its slice lasts, otherwise once nobody waits for anything.
   * To be called after every step, of which each takes a few milliseconds at most.
   */
  async makeRoom(): Promise<void> {
    if (performance.now() < this.sliceEnd) return;
    await this.quiet(() => this.waiting > 0);
    this.sliceEnd = performance.now() + this.slice;
  }

  /** Does background work to its end, and makes room after every step. Throws where the request is taken back. */
  async run<T>(steps: Iterator<unknown, T>, token: CancellationToken | null): Promise<T> {
    for (;;) {
      await this.makeRoom();
      if (token) stopIfCancelled(token);
      const { done, value } = steps.next();
      if (done) return value;
    }
  }

  private async quiet(isBusy: () => boolean): Promise<void> {
    for (let turns = 0, quiet = 0; quiet < QUIET_TURNS && turns < MOST_TURNS; turns++) {
      const before = this.handled;
      await nextTurn();
      quiet = this.handled === before && !isBusy() ? quiet + 1 : 0;
    }
  }
}

/** Ends the current task; what has arrived is read before the next. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => RAL().timer.setImmediate(resolve));
}

/** Ends the answer to a request that the client has taken back. */
export function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
