import { LONGEST_ANSWER_MS } from './ask';
import type { Edges, PaperStorage } from './edges';
import { Lease } from './lease';
import { at, parseJson } from './shape';

/** How a request to a host ended, as far as the next one depends on it. */
export type Ending =
  | { readonly kind: 'well' }
  /** The host asks for a rest until a time (milliseconds since 1970), or says nothing of how long. */
  | { readonly kind: 'limited'; readonly until: number | null }
  /** The host is in trouble. */
  | { readonly kind: 'badly' }
  /** A request that tells nothing of the host: it did not get there, or nobody waited for its end. */
  | { readonly kind: 'untold' }
  /** There was no request. */
  | { readonly kind: 'unasked' };

/** When a host may be asked again, as all windows know it from a file. */
interface Pace {
  /** Milliseconds since 1970. */
  readonly next: number;
  /** Requests in a row that did not end well. */
  readonly failures: number;
  /** Whether the host asked for the rest it is given. */
  readonly limited: boolean;
}

/** A host that is left alone for longer than anybody waits. */
export interface Resting {
  readonly kind: 'resting';
  readonly until: number;
  readonly limited: boolean;
}

export interface Turn {
  /** Ends the turn. To be called once, whatever has happened. */
  end(ending: Ending): Promise<void>;
}

/** How long a request waits for its turn, at most; a host that needs longer is not asked now. */
export const LONGEST_WAIT_MS = 30_000;
const FIRST_REST_MS = 5000;
const LONGEST_REST_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const POLL_MS = 200;

/**
 * The turns in which all windows ask one host: one request at a time, a gap between two, and a rest after trouble that
 * doubles with each failure, or lasts as long as the host asked for.
 */
export class Turns {
  private readonly lease: Lease;
  private readonly paceFile: string;

  /**
   * @param name short name of the host, safe in a file's name
   * @param gap milliseconds between the end of a request and the beginning of the next
   */
  constructor(
    private readonly storage: PaperStorage,
    private readonly edges: Edges,
    name: string,
    private readonly gap: number,
  ) {
    this.lease = new Lease(storage, edges.clock, `${name}.lease`, edges.holder, LONGEST_ANSWER_MS + 10_000);
    this.paceFile = `${name}.pace`;
  }

  /** Waits for a turn; null when the signal is aborted before. */
  async take(cancel: AbortSignal): Promise<Turn | Resting | null> {
    const { clock } = this.edges;
    while (!cancel.aborted) {
      const pace = await this.readPace();
      const wait = pace.next - clock.now();
      if (wait > LONGEST_WAIT_MS) return { kind: 'resting', until: pace.next, limited: pace.limited };
      if (wait > 0) {
        await clock.wait(wait, cancel);
      } else if (!(await this.lease.take())) {
        await clock.wait(POLL_MS, cancel);
      } else {
        // Another window may have asked between our look at the pace and the lease.
        if ((await this.readPace()).next <= clock.now()) return { end: (ending) => this.end(ending) };
        await this.lease.giveBack();
      }
    }
    return null;
  }

  private async end(ending: Ending): Promise<void> {
    try {
      if (ending.kind === 'unasked') return;
      const pace = paceAfter(ending, await this.readPace(), this.edges.clock.now(), this.gap);
      await this.storage.write(this.paceFile, JSON.stringify(pace));
    } finally {
      await this.lease.giveBack();
    }
  }

  /** What is not as it should be, or lies beyond any rest, counts as nothing: the host may be asked now. */
  private async readPace(): Promise<Pace> {
    const pace = parseJson((await this.storage.read(this.paceFile, 1000)) ?? '');
    const [next, failures] = [at(pace, 'next'), at(pace, 'failures')];
    const isSound = typeof next === 'number' && next <= this.edges.clock.now() + DAY_MS + this.gap;
    if (!isSound || !Number.isInteger(failures)) return { next: 0, failures: 0, limited: false };
    return { next, failures: Number(failures), limited: at(pace, 'limited') === true };
  }
}

function paceAfter(ending: Ending, { failures }: Pace, now: number, gap: number): Pace {
  const next = now + gap;
  if (ending.kind === 'well') return { next, failures: 0, limited: false };
  if (ending.kind === 'untold') return { next, failures, limited: false };
  const limited = ending.kind === 'limited';
  const until = limited ? ending.until : null;
  // One limit that says how long it is for is taken at its word; one after the other are a sign of trouble.
  const rest = until !== null && failures === 0 ? 0 : restAfter(failures);
  return { next: Math.max(next, until ?? 0, now + rest), failures: failures + 1, limited };
}

/** Milliseconds for which a host is left alone after a failure. @param failures how many came right before it */
export function restAfter(failures: number): number {
  return Math.min(FIRST_REST_MS * 2 ** Math.min(failures, 20), LONGEST_REST_MS);
}
