import type { WordList, Words } from './words';

/** Words that are given room at a time: many notes, so that little is left over, and little is copied. */
const SEGMENT = 1 << 16;

/** Stands for a length that is kept apart. */
const LONG = 0xffff;

/** The words of a note that is not kept itself, with where they end. */
export class StoredWords implements Words {
  constructor(
    readonly count: number,
    readonly starts: Int32Array,
    readonly hashes: Int32Array,
    readonly flags: Uint8Array,
    private readonly lengths: Uint16Array,
    private readonly longLengths: ReadonlyMap<number, number> | null,
  ) {}

  /** UTF-16 offset behind a word. */
  endOf(word: number): number {
    const length = this.lengths[word] as number;
    return (this.starts[word] as number) + (length === LONG ? (this.longLengths?.get(word) ?? LONG) : length);
  }
}

/** Keeps the words of many notes in few arrays, eleven bytes a word. */
export class WordStore {
  private starts = new Int32Array(0);
  private hashes = new Int32Array(0);
  private flags = new Uint8Array(0);
  private lengths = new Uint16Array(0);
  private used = 0;

  /** A copy of some words. Cost: linear in them. */
  keep(words: WordList): StoredWords {
    const { count } = words;
    if (this.used + count > this.starts.length) this.begin(Math.max(SEGMENT, count));
    const [from, to] = [this.used, this.used + count];
    this.used = to;
    const starts = this.starts.subarray(from, to);
    const hashes = this.hashes.subarray(from, to);
    const flags = this.flags.subarray(from, to);
    const lengths = this.lengths.subarray(from, to);
    starts.set(words.starts.subarray(0, count));
    hashes.set(words.hashes.subarray(0, count));
    flags.set(words.flags.subarray(0, count));
    let long: Map<number, number> | null = null;
    for (let word = 0; word < count; word++) {
      const length = words.lengths[word] as number;
      lengths[word] = Math.min(length, LONG);
      if (length >= LONG) {
        long ??= new Map();
        long.set(word, length);
      }
    }
    return new StoredWords(count, starts, hashes, flags, lengths, long);
  }

  private begin(size: number): void {
    this.starts = new Int32Array(size);
    this.hashes = new Int32Array(size);
    this.flags = new Uint8Array(size);
    this.lengths = new Uint16Array(size);
    this.used = 0;
  }
}
