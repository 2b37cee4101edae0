import type { Paper } from '../bibliography/paper';
import { hash } from '../syntax/hash';
import type { Clock, PaperStorage } from './edges';
import { readPaper } from './readPaper';
import { at, parseJson } from './shape';

/** What was learnt of one paper. */
export interface Known {
  /** Null when no index knows it. */
  readonly paper: Paper | null;
  /** When it was learnt, in milliseconds since 1970. */
  readonly at: number;
}

/** What indexes say changes: a preprint is published, a new DOI is registered. */
const FOUND_LASTS_MS = 90 * 24 * 60 * 60_000;
const NOT_FOUND_LASTS_MS = 3 * 24 * 60 * 60_000;

/** What the folder, and memory, hold at most. */
export interface CacheBounds {
  readonly papers: number;
  readonly bytes: number;
}

/** So many papers may be written before the files are counted again. */
const WRITES_BETWEEN_COUNTS = 100;
const MOST_ENTRY_BYTES = 200_000;
const UNFINISHED_MS = 60 * 60_000;
/** Of the entries; grows when what is in them changes. Others are not read. */
const VERSION = 1;
const OWN_FILE = /^[0-9a-f]{16}\.paper(?:\..+)?$/;

/**
 * What was learnt of papers, one file each: a file that is broken, foreign or of another version is as good as not
 * there. All of them are in memory, so that a question can be answered at once.
 */
export class PaperCache {
  private readonly known = new Map<string, Known>();
  /** Written since the files were last counted. */
  private written = 0;
  /** Grows when everything is forgotten: what was being read then is not taken in. */
  private generation = 0;

  constructor(
    private readonly storage: PaperStorage,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly bounds: CacheBounds = { papers: 5000, bytes: 32_000_000 },
  ) {}

  /** What is in memory, however old. */
  get(key: string): Known | undefined {
    return this.known.get(key);
  }

  /** Everything in memory, by key. */
  all(): ReadonlyMap<string, Known> {
    return this.known;
  }

  /** Whether what is in memory is new enough not to be learnt again. */
  isFresh(key: string): boolean {
    const known = this.known.get(key);
    return known !== undefined && this.isNew(known);
  }

  /** Reads all files, the newest first, and removes those that are too many. Returns the keys that were read. */
  async load(): Promise<string[]> {
    const { generation } = this;
    const keys: string[] = [];
    for (const name of await this.prune()) {
      const entry = await this.readFile(name);
      if (generation !== this.generation) return [];
      if (entry === null || this.known.has(entry.key)) continue;
      this.known.set(entry.key, entry.known);
      keys.push(entry.key);
    }
    return keys;
  }

  /** What is known of a paper and new enough, by this window or another; null for nothing. */
  async fresh(key: string): Promise<Known | null> {
    const inMemory = this.known.get(key);
    if (inMemory && this.isNew(inMemory)) return inMemory;
    const { generation } = this;
    const entry = await this.readFile(fileOf(key));
    if (entry === null || entry.key !== key || !this.isNew(entry.known) || generation !== this.generation) return null;
    this.remember(key, entry.known);
    return entry.known;
  }

  /** Takes in what has just been learnt. @param paper null when no index knows it */
  async add(key: string, paper: Paper | null): Promise<void> {
    const known: Known = { paper, at: this.clock.now() };
    // What was known of a paper is worth more than that it is not found any more.
    if (paper === null && this.known.get(key)?.paper) return;
    this.remember(key, known);
    await this.storage.write(fileOf(key), JSON.stringify({ version: VERSION, key, at: known.at, paper }));
    this.written++;
    if (this.written >= WRITES_BETWEEN_COUNTS) await this.prune();
  }

  /** Forgets everything, in memory and in the folder. Files that are none of ours stay. Returns the keys forgotten. */
  async clear(): Promise<string[]> {
    this.generation++;
    const keys = [...this.known.keys()];
    this.known.clear();
    for (const { name } of await this.storage.list()) if (OWN_FILE.test(name)) await this.storage.remove(name);
    return keys;
  }

  private isNew({ paper, at: learnt }: Known): boolean {
    const age = this.clock.now() - learnt;
    return age >= 0 && age < (paper ? FOUND_LASTS_MS : NOT_FOUND_LASTS_MS);
  }

  private remember(key: string, known: Known): void {
    this.known.delete(key);
    this.known.set(key, known);
    const [oldest] = this.known.keys();
    if (this.known.size > this.bounds.papers && oldest !== undefined) this.known.delete(oldest);
  }

  private async readFile(name: string): Promise<{ key: string; known: Known } | null> {
    const entry = parseJson((await this.storage.read(name, MOST_ENTRY_BYTES)) ?? '');
    const [key, learnt, written] = [at(entry, 'key'), at(entry, 'at'), at(entry, 'paper')];
    if (at(entry, 'version') !== VERSION || typeof key !== 'string' || typeof learnt !== 'number') return null;
    if (fileOf(key) !== name) return null;
    if (written === null) return { key, known: { paper: null, at: learnt } };
    const paper = readPaper(written);
    return paper && { key, known: { paper, at: learnt } };
  }

  /** Removes the oldest files beyond the bounds; returns the names of the others, the newest first. */
  private async prune(): Promise<string[]> {
    this.written = 0;
    const own = (await this.storage.list()).filter(({ name }) => OWN_FILE.test(name));
    own.sort((a, b) => b.changed - a.changed);
    const kept: string[] = [];
    let bytes = 0;
    for (const { name, bytes: size, changed } of own) {
      // What was being written when a process ended.
      if (!name.endsWith('.paper')) {
        if (this.clock.now() - changed > UNFINISHED_MS) await this.storage.remove(name);
        continue;
      }
      bytes += size;
      if (kept.length < this.bounds.papers && bytes <= this.bounds.bytes) kept.push(name);
      else await this.storage.remove(name);
    }
    return kept;
  }
}

/**
 * Name of a paper's file: keys hold characters that names of files cannot, and may be long. Two keys with one hash
 * replace each other.
 */
export function fileOf(key: string): string {
  return `${hash(key)}.paper`;
}
