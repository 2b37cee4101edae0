import { setImmediate } from 'node:timers/promises';
import type { Clock, Edges, PaperStorage } from '../../server/src/lookup/edges';
import { MemoryStorage } from '../../server/src/lookup/memoryStorage';

/** A clock that stands still while something is going on, and else goes on to the next moment that is waited for. */
export class ManualClock implements Clock {
  private time = Date.UTC(2026, 0, 1);
  private readonly timers = new Set<{ readonly at: number; readonly ring: () => void }>();

  now(): number {
    return this.time;
  }

  wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const ring = () => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const timer = { at: this.time + milliseconds, ring };
      const stop = () => {
        this.timers.delete(timer);
        resolve();
      };
      if (signal.aborted) return resolve();
      signal.addEventListener('abort', stop, { once: true });
      this.timers.add(timer);
    });
  }

  /** Lets time pass: what is waited for in it happens at its moment. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (await setImmediate(); this.ringNext(end); await setImmediate());
    this.time = end;
  }

  /** Lets as much time pass as some work takes; fails when it waits for nothing that will come. */
  async until<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    work.then(over, over);
    for (await setImmediate(); !isOver; await setImmediate()) {
      if (!this.ringNext(Number.POSITIVE_INFINITY)) {
        await setImmediate();
        if (!isOver && this.timers.size === 0) throw new Error('nothing is waited for, and the work is not done');
      }
    }
    return work;
  }

  private ringNext(end: number): boolean {
    const [next] = [...this.timers].sort((a, b) => a.at - b.at);
    if (!next || next.at > end) return false;
    this.timers.delete(next);
    this.time = Math.max(this.time, next.at);
    next.ring();
    return true;
  }
}

/** A request as an index sees it. */
export interface Sent {
  readonly url: string;
  readonly options: RequestInit;
  /** When it came, by the test's clock. */
  readonly at: number;
}

/** Answers a request, at once or later. What it throws is a connection that fails. */
export type Respond = (sent: Sent) => Response | Promise<Response>;

/** A window of a test: its edges, and the requests that it has made. */
export class TestWindow {
  readonly sent: Sent[] = [];
  readonly edges: Edges;

  constructor(
    respond: Respond,
    readonly clock = new ManualClock(),
    readonly storage: PaperStorage = new MemoryStorage(clock),
    holder = 'window-1',
  ) {
    this.edges = {
      fetch: async (url, options) => {
        const sent = { url, options, at: clock.now() };
        this.sent.push(sent);
        return abortable(respond(sent), options.signal ?? undefined);
      },
      clock,
      holder,
      openStorage: () => this.storage,
    };
  }
}

/** As `fetch` does: rejects once the signal is aborted. */
function abortable(response: Response | Promise<Response>, signal?: AbortSignal): Promise<Response> {
  const aborted = new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([response, aborted]);
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const type = { 'content-type': 'application/json', ...headers };
  return new Response(JSON.stringify(value), { status, headers: type });
}

export function atomResponse(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=UTF-8' } });
}
