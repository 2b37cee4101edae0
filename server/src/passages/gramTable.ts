import { NO_GRAM } from './grams';

/** What is asked for by the grams that it has. */
export interface WithGrams {
  readonly grams: Int32Array;
}

/** Knuth's multiplier (The Art of Computer Programming, vol. 3, section 6.4): spreads grams over the buckets. */
const SPREAD = 0x9e3779b1;

const LEAST_BUCKETS = 1 << 10;

/**
 * In which stretches of words a gram stands, and where: so that the few grams whose places an edit has changed are found
 * without a look at every word. A hash table of chains in typed arrays, twelve bytes a gram; what is taken out is left in it
 * until half of it is of no use.
 */
export class GramTable<T extends WithGrams> {
  /** The last entry of each bucket, counted from 1; 0 for none. */
  private heads = new Int32Array(LEAST_BUCKETS);
  /** For each entry, the one before it in its bucket. */
  private links = new Int32Array(LEAST_BUCKETS);
  private entries = 0;
  /** Entries of stretches that have been taken out. */
  private useless = 0;
  /** For each stretch its first entry: a stretch has one for each of its words, in order. */
  private readonly firsts = new Map<T, number>();
  /** The stretch of each entry, by number; the entries of one that is gone lead nowhere. */
  private slots = new Int32Array(LEAST_BUCKETS);
  private stretches: (T | null)[] = [];

  /** Cost: its words; now and then that of putting in all of them anew. */
  add(stretch: T): void {
    if (stretch.grams.length === 0) return;
    this.makeRoom(stretch.grams.length);
    this.put(stretch);
  }

  /** Takes out what was added. Cost: constant. */
  remove(stretch: T): void {
    const first = this.firsts.get(stretch);
    if (first === undefined) return;
    this.firsts.delete(stretch);
    this.stretches[this.slots[first] as number] = null;
    this.useless += stretch.grams.length;
  }

  /** Visits each place of a gram: a stretch, and the word in it, in no order. Cost: the places, on average. */
  visit(gram: number, visit: (stretch: T, word: number) => void): void {
    for (let at = this.heads[this.bucketOf(gram)] as number; at > 0; at = this.links[at - 1] as number) {
      const stretch = this.stretches[this.slots[at - 1] as number];
      if (!stretch) continue;
      const word = at - 1 - (this.firsts.get(stretch) as number);
      if (stretch.grams[word] === gram) visit(stretch, word);
    }
  }

  private put(stretch: T): void {
    const { grams } = stretch;
    const first = this.entries;
    const slot = this.stretches.length;
    this.firsts.set(stretch, first);
    this.stretches.push(stretch);
    for (let word = 0; word < grams.length; word++) {
      const entry = first + word;
      this.slots[entry] = slot;
      const gram = grams[word] as number;
      if (gram === NO_GRAM) continue;
      const bucket = this.bucketOf(gram);
      this.links[entry] = this.heads[bucket] as number;
      this.heads[bucket] = entry + 1;
    }
    this.entries = first + grams.length;
  }

  /** Where there is none, everything that is still of use is put into a table of twice the size that it needs. */
  private makeRoom(more: number): void {
    if (this.entries + more <= this.links.length) return;
    const kept = this.stretches.filter((stretch) => stretch !== null);
    const wanted = 2 * (this.entries - this.useless + more);
    let size = LEAST_BUCKETS;
    while (size < wanted) size *= 2;
    this.heads = new Int32Array(size);
    this.links = new Int32Array(size);
    this.slots = new Int32Array(size);
    this.stretches = [];
    this.firsts.clear();
    this.entries = 0;
    this.useless = 0;
    for (const stretch of kept) this.put(stretch);
  }

  private bucketOf(gram: number): number {
    return (Math.imul(gram, SPREAD) >>> 8) & (this.heads.length - 1);
  }
}
