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

  /** Whether words can be kept without forgetting others. */
  hasRoomFor(count: number): boolean {
    return this.count + count <= MOST_WORDS;
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

/** The words of a note that has been read chunk by chunk. */
export function wordsOfChunks(read: readonly ReadChunk[]): Words {
  return splicedWords(NO_WORDS, { front: 0, back: 0 }, read, 0);
}

const NO_WORDS: Words = { count: 0, starts: new Int32Array(0), hashes: new Int32Array(0), flags: new Uint8Array(0) };

/** Room for words that are put in later, as a share of those that are there. */
const SLACK = 0.05;

/**
 * The words of a note after an edit. They are those before, moved and changed where they stand: to copy all words of a
 * long note at each keystroke would be more work for the collector of garbage than for all else.
 * @param before not to be used any more
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
  const end = read.reduce((sum, chunk) => sum + chunk.count, front);
  const count = end + before.count - back;
  const { starts, hashes, flags } = before.starts.length < count ? withSlack(before, count) : before;
  for (const words of [starts, hashes, flags]) words.copyWithin(end, back, before.count);
  if (shift !== 0) for (let at = end; at < count; at++) starts[at] = (starts[at] as number) + shift;
  let at = front;
  for (const { words, count: some } of read) {
    starts.set(words.starts.subarray(0, some), at);
    hashes.set(words.hashes.subarray(0, some), at);
    flags.set(words.flags.subarray(0, some), at);
    at += some;
  }
  return { count, starts, hashes, flags };
}

/** The words in longer arrays. */
function withSlack({ starts, hashes, flags }: Words, count: number): Omit<Words, 'count'> {
  const length = Math.ceil((1 + SLACK) * count) + 16;
  const longer = { starts: new Int32Array(length), hashes: new Int32Array(length), flags: new Uint8Array(length) };
  longer.starts.set(starts);
  longer.hashes.set(hashes);
  longer.flags.set(flags);
  return longer;
}
