import type { Paper } from '../bibliography/paper';
import { paperKey } from '../citations/paper';
import type { Reference } from '../citations/reference';
import type { Edges, PaperStorage } from './edges';
import { type Asked, HostQueue } from './hostQueue';
import type { PaperIndex } from './indexes/paperIndex';
import { INDEXES } from './indexes/registry';
import { MemoryStorage } from './memoryStorage';
import { PaperCache } from './paperCache';
import { CANCELLED, type Found, NOT_FOUND, OFF, type Reading, sentenceOf } from './reading';
import type { LookupSummary } from './summary';
import { readZotero, type ZoteroReading } from './zotero';

/** What users can set. */
export interface LookupSettings {
  /** Nothing is asked unless it is true. */
  readonly enabled: boolean;
  /** An e-mail address that Crossref is told; null for none. */
  readonly mailto: string | null;
}

export interface LookupOptions {
  /** Whether somebody looks at the papers right now: they come before others. */
  readonly urgent?: boolean;
  readonly cancel?: AbortSignal;
  /** Told after each paper. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** One call of `lookUp`, while it lasts. */
interface Round {
  readonly urgent: boolean;
  isCancelled: boolean;
  readonly asked: Set<Asked>;
}

/** A reading, and what people call the index that it is about. */
type Told = Reading & { readonly index?: string };

/**
 * Looks papers up in public indexes, if the user has switched that on, and remembers what they say. Knows nothing of
 * notes: it is given references and never reads anything else.
 */
export class Lookup {
  private settings: LookupSettings = { enabled: false, mailto: null };
  private storage: PaperStorage;
  private cache: PaperCache;
  private queues: ReadonlyMap<PaperIndex, HostQueue> = new Map();
  /** What was in the way when a paper was last looked up. */
  private readonly troubles = new Map<string, Told>();
  /** Keys of papers that are being looked up because somebody looks at them. */
  private readonly noticed = new Set<string>();
  private readonly listeners = new Set<(keys: readonly string[]) => void>();

  /** @param program the `User-Agent` of requests, such as `debate-notes/1.0.0` */
  constructor(
    private readonly edges: Edges,
    private readonly program: string,
  ) {
    this.storage = new MemoryStorage(edges.clock);
    this.cache = new PaperCache(this.storage, edges.clock);
  }

  /** Sets what users can set. Switching off ends everything that is under way. */
  configure(settings: LookupSettings): void {
    this.settings = settings;
    if (!settings.enabled) void this.close();
  }

  /** Ends everything that is under way and lets other windows have their turn; nothing is asked after that. */
  async close(): Promise<void> {
    this.settings = { ...this.settings, enabled: false };
    await Promise.all([...this.queues.values()].map((queue) => queue.stop()));
  }

  get isOn(): boolean {
    return this.settings.enabled;
  }

  /**
   * Keeps what is learnt in a folder that all windows share, and reads what is there. Without one it ends with the
   * process. To be called before anything is looked up.
   */
  async openFolder(uri: string): Promise<void> {
    const storage = this.edges.openStorage(uri);
    if (!storage) return;
    this.storage = storage;
    this.cache = new PaperCache(storage, this.edges.clock);
    this.queues = new Map();
    this.tell(await this.cache.load().catch(() => []));
  }

  /** What indexes have said of a paper, however long ago; null while nothing is known. Cost: constant. */
  metadataOf(key: string): Paper | null {
    return this.cache.get(key)?.paper ?? null;
  }

  /** Every paper of which indexes have said anything, with its key. Cost: linear. */
  *known(): Generator<readonly [key: string, paper: Paper]> {
    for (const [key, { paper }] of this.cache.all()) if (paper) yield [key, paper];
  }

  /** An English sentence on why `metadataOf` knows nothing of a paper; null when it has not been looked up. */
  whyUnknown(key: string): string | null {
    const trouble = this.troubles.get(key);
    if (!this.isOn) return this.sentence(OFF);
    if (trouble && trouble.kind !== 'found') return this.sentence(trouble);
    return this.cache.get(key)?.paper === null ? this.sentence(NOT_FOUND) : null;
  }

  /** Calls a listener with the keys of papers of which more is known now, or nothing any more. Returns what ends that. */
  onMetadata(listener: (keys: readonly string[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Whether some index can be asked for a work. */
  canLookUp(reference: Reference): boolean {
    return INDEXES.some((index) => index.idOf(reference) !== null);
  }

  /** Looks some papers up. Those that are known, and not for too long, are not asked for. Never throws. */
  async lookUp(references: readonly Reference[], options: LookupOptions = {}): Promise<LookupSummary> {
    const papers = [...new Map(references.map((reference) => [paperKey(reference), reference])).values()];
    const round: Round = { urgent: options.urgent === true, isCancelled: false, asked: new Set() };
    const cancel = () => {
      round.isCancelled = true;
      for (const asked of round.asked) asked.cancel();
    };
    if (options.cancel?.aborted) cancel();
    options.cancel?.addEventListener('abort', cancel, { once: true });
    const readings: Told[] = [];
    // Fewer at a time than a queue holds, so that those of one note cannot fill it.
    for (let start = 0; start < papers.length; start += SLICE) {
      const slice = papers.slice(start, start + SLICE).map(async (paper) => {
        readings.push(await this.lookUpOne(paper, round));
        options.onProgress?.(readings.length, papers.length);
      });
      await Promise.all(slice);
    }
    options.cancel?.removeEventListener('abort', cancel);
    return this.summaryOf(readings);
  }

  /**
   * Looks a paper up because somebody looks at it right now. Returns at once: `metadataOf` says what is known already,
   * and `onMetadata` tells when more is. Does nothing while look-ups are off, or for a paper that is known.
   */
  notice(reference: Reference): void {
    const key = paperKey(reference);
    if (!this.isOn || !this.canLookUp(reference) || this.noticed.has(key) || this.cache.isFresh(key)) return;
    this.noticed.add(key);
    void this.lookUp([reference], { urgent: true }).finally(() => this.noticed.delete(key));
  }

  /** Asks the Zotero on this machine for its library; see `readZotero`. Whoever calls this knows that the user wants it. */
  async readZotero(cancel: AbortSignal): Promise<ZoteroReading> {
    const { postToZotero, clock } = this.edges;
    return postToZotero ? readZotero(postToZotero, clock, this.program, cancel) : { kind: 'absent' };
  }

  /** Forgets everything that was learnt, in this window's memory and in the folder. */
  async clear(): Promise<void> {
    const { cache } = this;
    this.troubles.clear();
    this.tell(await cache.clear());
  }

  private async lookUpOne(reference: Reference, round: Round): Promise<Told> {
    const key = paperKey(reference);
    const known = await this.cache.fresh(key).catch(() => null);
    if (known) return known.paper ? { kind: 'found', paper: known.paper } : NOT_FOUND;
    const reading = await this.askIndexes(reference, round);
    await this.remember(key, reading);
    return reading;
  }

  /** Asks one index after the other, until one knows the paper. */
  private async askIndexes(reference: Reference, round: Round): Promise<Told> {
    let trouble: Told | null = null;
    let asked = 0;
    for (const index of INDEXES) {
      const id = index.idOf(reference);
      if (id === null) continue;
      if (!this.isOn) return OFF;
      if (round.isCancelled) return CANCELLED;
      asked++;
      const question = this.queueOf(index).ask(id, round.urgent);
      round.asked.add(question);
      const reading = await question.answer;
      round.asked.delete(question);
      if (reading.kind === 'found' || reading.kind === 'off' || reading.kind === 'cancelled') return reading;
      if (reading.kind !== 'not-found') trouble ??= { ...reading, index: index.label };
    }
    return trouble ?? (asked > 0 ? NOT_FOUND : { kind: 'no-index' });
  }

  private queueOf(index: PaperIndex): HostQueue {
    const known = this.queues.get(index);
    if (known) return known;
    const queue = new HostQueue(index, this.storage, this.edges, this.program, () => this.settings.mailto);
    this.queues = new Map([...this.queues, [index, queue]]);
    return queue;
  }

  private async remember(key: string, reading: Told): Promise<void> {
    this.troubles.delete(key);
    if (reading.kind === 'found' || reading.kind === 'not-found') {
      const paper = reading.kind === 'found' ? reading.paper : null;
      // What cannot be kept is known to this window all the same.
      await this.cache.add(key, paper).catch(() => undefined);
      this.tell([key]);
    } else if (reading.kind !== 'cancelled' && reading.kind !== 'off') {
      this.troubles.set(key, reading);
      const [oldest] = this.troubles.keys();
      if (this.troubles.size > MOST_TROUBLES && oldest !== undefined) this.troubles.delete(oldest);
    }
  }

  private tell(keys: readonly string[]): void {
    if (keys.length > 0) for (const listener of this.listeners) listener(keys);
  }

  private sentence(reading: Exclude<Told, Found>): string {
    return sentenceOf(reading, reading.index ?? 'The index', this.edges.clock.now());
  }

  private summaryOf(readings: readonly Told[]): LookupSummary {
    const count = (kind: Reading['kind']) => readings.filter((reading) => reading.kind === kind).length;
    const papers = new Map<string, number>();
    for (const reading of readings) {
      if (reading.kind === 'found' || reading.kind === 'not-found') continue;
      const sentence = this.sentence(reading);
      papers.set(sentence, (papers.get(sentence) ?? 0) + 1);
    }
    return {
      asked: readings.length,
      found: count('found'),
      notFound: count('not-found'),
      troubles: [...papers]
        .map(([sentence, number]) => ({ sentence, papers: number }))
        .sort((a, b) => b.papers - a.papers),
    };
  }
}

/** Papers of one call that wait at a time. */
const SLICE = 300;
const MOST_TROUBLES = 1000;
