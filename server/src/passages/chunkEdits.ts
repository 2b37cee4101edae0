import { type Chunk, type Fingerprint, fingerprintsOf, type ReadChunk } from './chunks';
import { GRAM, NO_GRAM, sketchedGramAt, WINDOW } from './grams';
import type { Words } from './words';

/** Words around a change in which the fingerprints, and what is known of the grams around them, may be others. */
const AROUND = GRAM + 2 * WINDOW;

/** Words around a change in which it is looked at again whether a gram is a seed. */
const CONTEXT = 64;

/** How the words of a chunk are changed by an edit: those in `[from, to)` are now those in `[from, end)`. */
interface ChangedWords {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** How a chunk changes. What is neither removed nor added stays where it is. */
export interface ChunkEdit {
  readonly chunk: Chunk;
  readonly read: ReadChunk;
  readonly changed: ChangedWords;
  readonly removed: readonly Fingerprint[];
  readonly added: readonly Fingerprint[];
}

/**
 * How a chunk changes that is read again; null where its words are as before.
 * @param before its words, and those behind it
 */
export function chunkEdit(chunk: Chunk, before: Words, read: ReadChunk): ChunkEdit | null {
  const changed = changedWords(before, read.words);
  const isSameCount = chunk.words === read.count;
  if (!changed && isSameCount) return null;
  const all = { from: 0, to: before.count, end: read.words.count };
  const { from, to } = changed ?? all;
  const mayStay = (word: number) => word < from - AROUND || (isSameCount && word >= to + AROUND);
  const fresh = fingerprintsOf(read.words, read.count);
  const old = fingerprintsOf(before, chunk.words);
  const staying = alike(old, fresh, mayStay);
  const leaves = ({ word }: Fingerprint) => !staying.has(word);
  return { chunk, read, changed: changed ?? all, removed: old.filter(leaves).reverse(), added: fresh.filter(leaves) };
}

/** The words of the fingerprints that two lists share, of those that may stay. Both are in the order of the words. */
function alike(
  old: readonly Fingerprint[],
  fresh: readonly Fingerprint[],
  mayStay: (word: number) => boolean,
): ReadonlySet<number> {
  const words = new Set<number>();
  let at = 0;
  for (const { gram, word } of old) {
    while (at < fresh.length && (fresh[at] as Fingerprint).word < word) at++;
    const other = fresh[at];
    if (other?.word === word && other.gram === gram && mayStay(word)) words.add(word);
  }
  return words;
}

/** Null where all words are the same. */
function changedWords(before: Words, after: Words): ChangedWords | null {
  const most = Math.min(before.count, after.count);
  let from = 0;
  while (from < most && isSame(before, from, after, from)) from++;
  if (from === before.count && from === after.count) return null;
  let same = 0;
  while (same < most - from && isSame(before, before.count - 1 - same, after, after.count - 1 - same)) same++;
  return { from, to: before.count - same, end: after.count - same };
}

function isSame(a: Words, i: number, b: Words, j: number): boolean {
  return a.hashes[i] === b.hashes[j] && a.flags[i] === b.flags[j];
}

/**
 * The grams near what edits change in chunks that were read in a row: what was known of them may not hold any more.
 * Cost: the changes, and a few words around each.
 */
export function gramsAround(edits: readonly (ChunkEdit | null)[], read: readonly ReadChunk[]): number[] {
  const grams: number[] = [];
  const add = (chunk: ReadChunk | undefined, from: number, to: number) => {
    if (!chunk) return;
    for (let at = Math.max(0, from); at < Math.min(to, chunk.count); at++) {
      const gram = sketchedGramAt(chunk.words, at);
      if (gram !== NO_GRAM) grams.push(gram);
    }
  };
  edits.forEach((edit, i) => {
    if (!edit) return;
    const { from, end } = edit.changed;
    const { count } = edit.read;
    const before = read[i - 1];
    add(edit.read, from - CONTEXT, end + CONTEXT);
    if (before && from < CONTEXT) add(before, before.count + from - CONTEXT, before.count);
    if (end + CONTEXT > count) add(read[i + 1], 0, end + CONTEXT - count);
  });
  return grams;
}
