import type { Paper } from '../bibliography/paper';
import { type Answer, ask } from './ask';
import type { Edges, PaperStorage } from './edges';
import type { PaperIndex } from './indexes/paperIndex';
import { CANCELLED, NOT_FOUND, OFF, type Reading, type Trouble } from './reading';
import { type Ending, type Resting, restAfter, type Turn, Turns } from './turns';

/** A question that waits for its answer. */
export interface Asked {
  /** Never rejects. */
  readonly answer: Promise<Reading>;
  /** Says that nobody waits any more: the answer is `cancelled`. A request that nobody else waits for ends. */
  cancel(): void;
}

/** One paper that is asked for, however many wait for it. */
interface Job {
  readonly id: string;
  /** Somebody looks at the paper right now. */
  urgent: boolean;
  attempts: number;
  readonly waiting: Set<(reading: Reading) => void>;
}

/** Papers that may wait at one host. */
export const MOST_WAITING = 1000;
const MOST_ATTEMPTS = 3;

/**
 * The papers that one index is to be asked for. Papers that somebody looks at come first; one that is asked for twice
 * is one question; several go into one request where the index takes several.
 */
export class HostQueue {
  private readonly jobs = new Map<string, Job>();
  private readonly turns: Turns;
  private isRunning = false;
  /** Settles when nothing is under way any more. */
  private idle: Promise<void> = Promise.resolve();
  /** Ends the waiting for a turn, or the request, that nobody needs any more. */
  private current = new AbortController();
  private inFlight: readonly Job[] = [];
  /** Papers in one request: fewer while the index refuses requests, to find the identifier that it does not take. */
  private most: number;

  /** @param mailto the address that the user wants told, as it is when a request is made */
  constructor(
    private readonly index: PaperIndex,
    storage: PaperStorage,
    private readonly edges: Edges,
    private readonly userAgent: string,
    private readonly mailto: () => string | null,
  ) {
    this.turns = new Turns(storage, edges, index.name, index.gap);
    this.most = index.batch;
  }

  /** @param id as the index's `idOf` gives it */
  ask(id: string, urgent: boolean): Asked {
    const job = this.jobs.get(id) ?? this.admit(id);
    if (!job) return { answer: Promise.resolve({ kind: 'busy' }), cancel: () => undefined };
    job.urgent ||= urgent;
    let settle: (reading: Reading) => void = () => undefined;
    const answer = new Promise<Reading>((resolve) => {
      settle = resolve;
    });
    job.waiting.add(settle);
    this.start();
    return { answer, cancel: () => this.leave(job, settle) };
  }

  /** Answers everything that waits with `off`, and ends the request that is under way; returns when it has ended. */
  stop(): Promise<void> {
    this.settleAll(OFF);
    return this.idle;
  }

  private admit(id: string): Job | null {
    if (this.jobs.size >= MOST_WAITING) return null;
    const job: Job = { id, urgent: false, attempts: 0, waiting: new Set() };
    this.jobs.set(id, job);
    return job;
  }

  private leave(job: Job, settle: (reading: Reading) => void): void {
    if (!job.waiting.delete(settle)) return;
    settle(CANCELLED);
    if (job.waiting.size === 0) this.drop(job);
  }

  private settle(job: Job, reading: Reading): void {
    for (const resolve of job.waiting) resolve(reading);
    job.waiting.clear();
    this.drop(job);
  }

  private settleAll(reading: Reading): void {
    for (const job of [...this.jobs.values()]) this.settle(job, reading);
  }

  private drop(job: Job): void {
    if (this.jobs.get(job.id) === job) this.jobs.delete(job.id);
    const isNeeded =
      this.inFlight.length > 0 ? this.inFlight.some(({ waiting }) => waiting.size > 0) : this.jobs.size > 0;
    if (!isNeeded) this.current.abort();
  }

  private start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.idle = this.run();
  }

  /** Asks until nothing waits. Never rejects. */
  private async run(): Promise<void> {
    try {
      while (this.jobs.size > 0) await this.step();
    } catch {
      // Without the files nothing can be agreed on with other windows.
      this.settleAll({ kind: 'no-storage' });
    } finally {
      this.isRunning = false;
    }
  }

  private async step(): Promise<void> {
    this.current = new AbortController();
    const { signal } = this.current;
    const turn = await this.turns.take(signal);
    if (turn === null) return;
    if ('kind' in turn) return this.settleAll(this.restOf(turn));
    await this.spend(turn, signal);
  }

  private async spend(turn: Turn, signal: AbortSignal): Promise<void> {
    let ending: Ending = { kind: 'unasked' };
    try {
      const batch = this.pick();
      if (batch.length === 0) return;
      this.inFlight = batch;
      const answer = await this.request(batch, signal);
      this.inFlight = [];
      ending = this.conclude(batch, answer);
    } finally {
      this.inFlight = [];
      await turn.end(ending);
    }
  }

  /** The papers of the next request: those that somebody looks at, then the others, each in the order they came in. */
  private pick(): Job[] {
    const jobs = [...this.jobs.values()];
    return [...jobs.filter(({ urgent }) => urgent), ...jobs.filter(({ urgent }) => !urgent)].slice(0, this.most);
  }

  private request(batch: readonly Job[], signal: AbortSignal): Promise<Answer> {
    const { hosts, accept, mediaType } = this.index;
    const path = this.index.path(
      batch.map(({ id }) => id),
      this.mailto(),
    );
    const question = { url: `https://${hosts[0]}${path}`, hosts, accept, mediaType, userAgent: this.userAgent };
    return ask(question, this.edges, signal);
  }

  /** Gives the jobs of a request what its answer says; those that may be asked again stay. */
  private conclude(batch: readonly Job[], answer: Answer): Ending {
    switch (answer.kind) {
      case 'answered':
        return this.concludeText(batch, answer.text);
      case 'not-found':
        for (const job of batch) this.settle(job, NOT_FOUND);
        return { kind: 'well' };
      case 'refused':
        return this.refuse(batch);
      case 'limited':
        return this.concludeLimited(batch, answer.until);
      case 'offline':
        // Nothing else will get through either.
        this.settleAll(answer);
        return { kind: 'untold' };
      case 'cancelled':
        return { kind: 'untold' };
      default:
        for (const job of batch) this.settle(job, answer);
        return { kind: 'badly' };
    }
  }

  private concludeText(batch: readonly Job[], text: string): Ending {
    const read = this.index.read(
      text,
      batch.map(({ id }) => id),
    );
    if (!('kind' in read)) {
      this.most = this.index.batch;
      for (const job of batch) this.settle(job, foundIn(read, job.id));
      return { kind: 'well' };
    }
    return read.kind === 'refused' ? this.refuse(batch) : this.conclude(batch, read);
  }

  /** One of the identifiers is none in the eyes of the index: halves the requests until it stands alone. */
  private refuse(batch: readonly Job[]): Ending {
    if (batch.length > 1) {
      this.most = Math.ceil(batch.length / 2);
    } else {
      this.most = this.index.batch;
      for (const job of batch) this.settle(job, NOT_FOUND);
    }
    return { kind: 'well' };
  }

  /** The jobs stay, to be asked again after the rest: not for ever, and not when it takes too long (`step`). */
  private concludeLimited(batch: readonly Job[], until: number | null): Ending {
    for (const job of batch) {
      job.attempts++;
      if (job.attempts < MOST_ATTEMPTS) continue;
      this.settle(job, { kind: 'rate-limited', until: until ?? this.edges.clock.now() + restAfter(job.attempts - 1) });
    }
    return { kind: 'limited', until };
  }

  private restOf({ until, limited }: Resting): Trouble {
    return limited ? { kind: 'rate-limited', until } : { kind: 'resting', until };
  }
}

function foundIn(papers: ReadonlyMap<string, Paper>, id: string): Reading {
  const paper = papers.get(id);
  return paper ? { kind: 'found', paper } : NOT_FOUND;
}
