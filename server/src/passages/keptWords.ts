import type { ReadChunk } from './chunks';
import type { Words } from './words';

/** Words that are kept of notes, all together, when they have been asked for: about nine bytes each. */
const MOST_WORDS = 128_000;

/** Words of whole notes, as many as are worth keeping; what was used last is forgotten last. */
export class KeptWords {
  private readonly words = new Map<number, Words>();
  private isSearching = false;
  /** How many there are. */
  count = 0;

  /** The words of a note, if they are kept. */
  get(note: number): Words | undefined {
    return this.words.get(note);
  }

  /** The words of a note, which are made unless they are kept. */
  getOr(note: number, make: () => Words): Words {
    const kept = this.words.get(note);
    if (!kept) {
      const words = make();
      this.keep(note, words);
      return words;
    }
    if (this.words.size > 1) {
      this.words.delete(note);
      this.words.set(note, kept);
    }
    return kept;
  }

  keep(note: number, words: Words): void {
    this.forget(note);
    this.words.set(note, words);
    this.count += words.count;
    if (!this.isSearching) this.forgetMost();
  }

  forget(note: number): void {
    this.count -= this.words.get(note)?.count ?? 0;
    this.words.delete(note);
  }

  /** Runs a search during which nothing is forgotten, however many notes it looks into. */
  searching<T>(search: () => T): T {
    this.isSearching = true;
    try {
      return search();
    } finally {
      this.isSearching = false;
      this.forgetMost();
    }
  }

  private forgetMost(): void {
    for (const note of this.words.keys()) {
      if (this.count <= MOST_WORDS || this.words.size === 1) return;
      this.forget(note);
    }
  }
}

/**
 * The words of a note after an edit.
 * @param cut the words between the two are replaced
 * @param read what was read in their place
 * @param shift how far the text behind them has moved
 */
export function splicedWords(
  before: Words,
  { front, back }: { readonly front: number; readonly back: number },
  read: readonly ReadChunk[],
  shift: number,
): Words {
  const count = read.reduce((sum, chunk) => sum + chunk.count, front + before.count - back);
  const starts = new Int32Array(count);
  const hashes = new Int32Array(count);
  const flags = new Uint8Array(count);
  const put = (words: Words, from: number, to: number, at: number) => {
    starts.set(words.starts.subarray(from, to), at);
    hashes.set(words.hashes.subarray(from, to), at);
    flags.set(words.flags.subarray(from, to), at);
    return at + to - from;
  };
  let at = put(before, 0, front, 0);
  for (const chunk of read) at = put(chunk.words, 0, chunk.count, at);
  put(before, back, before.count, at);
  for (; at < count; at++) starts[at] = (starts[at] as number) + shift;
  return { count, starts, hashes, flags };
}
