import type { NoteTree } from '../syntax/tree';
import { GRAM, NO_GRAM, sketchedGramAt, WINDOW } from './grams';
import { OPEN, type Open, PassageReader } from './passageText';
import { WordList, type Words } from './words';

/** Words from which on a chunk is full: it ends with the block that fills it. */
const FULL = 256;

/** Words behind a chunk that its fingerprints may depend on. */
export const LOOKAHEAD = GRAM + WINDOW - 2;

/**
 * Some blocks of a note in a row, whose fingerprints are known together. An edit changes the chunks that it touches, or
 * puts others in their place; all others only move.
 */
export class Chunk {
  /** Index in the note's chunks, of its first block and of its first word; an edit before it moves them. */
  index = 0;
  block = 0;
  word = 0;
  /** Grows when its words, or those behind it, change. */
  version = 0;
  /** False once the note has another chunk in its place. */
  isAlive = true;

  constructor(
    /** Number of the note. */
    readonly note: number,
    /** Address of its first word; of all chunks another. */
    readonly base: number,
    public blocks: number,
    public words: number,
    /** What its first word goes on with. */
    public open: Open,
  ) {}
}

/** A chunk as it is read: with its words and, behind them, some of what follows. */
export interface ReadChunk {
  readonly blocks: number;
  readonly count: number;
  readonly open: Open;
  readonly words: Words;
}

/** Reads a note chunk by chunk. */
export class ChunkReader {
  private open: Open;

  /** @param block the first that is read */
  constructor(
    private readonly tree: NoteTree,
    private block: number,
    open: Open = OPEN.nothing,
  ) {
    this.open = open;
  }

  /** The block that is read next, and what it goes on with. */
  get state(): { readonly block: number; readonly open: Open } {
    return { block: this.block, open: this.open };
  }

  /**
   * Reads the next chunk.
   * @param end the block before which it ends in any case
   * @param full words with which it ends otherwise
   */
  next(end = this.tree.green.length, full = FULL): ReadChunk {
    const words = new WordList(2 * FULL);
    const reader = new PassageReader(this.tree.text, words, this.open);
    const first = this.block;
    const { open } = this;
    while (this.block < end && words.count < full) reader.readBlock(this.tree, this.block++);
    const { count } = words;
    this.open = reader.open;
    for (let block = this.block; block < this.tree.green.length && words.count < count + LOOKAHEAD; block++) {
      reader.readBlock(this.tree, block);
    }
    return { blocks: this.block - first, count, open, words: words.part(0, Math.min(words.count, count + LOOKAHEAD)) };
  }
}

/** A gram and the index of its first word in a chunk; that may be one behind the chunk. */
export interface Fingerprint {
  readonly gram: number;
  readonly word: number;
}

/**
 * The fingerprints of a chunk, by winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document
 * Fingerprinting", SIGMOD 2003): of each four grams in a row that begin in it the least, so that of any eight words in a
 * row one gram is a fingerprint. On ties the one chosen before is kept while it is in the window ("robust winnowing").
 * Cost: linear.
 * @param count words of the chunk; those behind them are looked at only where a window reaches out of it
 */
export function fingerprintsOf(words: Words, count: number): Fingerprint[] {
  const found: Fingerprint[] = [];
  const grams = new Int32Array(count + WINDOW - 1);
  for (let at = 0; at < grams.length; at++) grams[at] = sketchedGramAt(words, at);
  let chosen = -1;
  for (let from = 0; from < count; from++) {
    const next = chosenIn(grams, from, chosen);
    if (next >= 0 && next !== chosen) found.push({ gram: grams[next] as number, word: next });
    chosen = next;
  }
  return found;
}

/**
 * The index of the gram that is chosen in the window from one on; -1 where it holds none.
 * @param before the one that was chosen in the window before
 */
function chosenIn(grams: Int32Array, from: number, before: number): number {
  const isKept = before >= from;
  let chosen = isKept ? before : -1;
  for (let at = isKept ? from + WINDOW - 1 : from; at < from + WINDOW; at++) {
    const gram = grams[at] as number;
    if (gram === NO_GRAM) continue;
    const least = grams[chosen] ?? Number.POSITIVE_INFINITY;
    // A fresh choice takes the rightmost minimum; one made before stays on ties.
    if (gram < least || (gram === least && !isKept)) chosen = at;
  }
  return chosen;
}

/** The grams of a chunk that a window might have had instead of a fingerprint, with their words. */
export function neighboursOf(words: Words, count: number, { word }: Fingerprint): Fingerprint[] {
  return neighbouringWords(word, count).flatMap((at) => {
    const gram = sketchedGramAt(words, at);
    return gram === NO_GRAM ? [] : { gram, word: at };
  });
}

/** The words of a chunk of so many that might have begun a window's fingerprint instead of one. */
export function neighbouringWords(word: number, count: number): number[] {
  const found: number[] = [];
  const last = Math.min(word + WINDOW - 1, count + WINDOW - 2);
  for (let at = Math.max(0, word - WINDOW + 1); at <= last; at++) if (at !== word) found.push(at);
  return found;
}
