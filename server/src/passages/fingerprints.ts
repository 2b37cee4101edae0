import type { Words } from './words';

/** Words in a fingerprinted run. Nothing shorter ever seeds a match. */
export const GRAM = 5;
/** Neighbouring runs of which one fingerprint is kept. */
export const WINDOW = 4;

/** The shortest run that is found for certain. */
const GUARANTEED = GRAM + WINDOW - 1;

/** Chosen fingerprints, in the order of the words. */
export interface Fingerprints {
  readonly hashes: Int32Array;
  /** Index of the first word of each fingerprint. */
  readonly words: Uint32Array;
}

/**
 * Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD
 * 2003) of 5-word runs with window 4: any two texts that share 8 words in a row share a fingerprint. On ties the
 * minimum chosen before is kept while it is in the window ("robust winnowing"), so that monotonous text does not
 * choose every position. Runs never cross a break, and hold no word that is declared as quoted. Cost: linear.
 * @param from index of the first word to look at
 * @param to index after the last
 */
export function fingerprintsOf(words: Words, from = 0, to = words.count): Fingerprints {
  const hashes: number[] = [];
  const places: number[] = [];
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && goesOn(words, end)) end++;
    if (words.quoted[start] === 0) winnow(gramHashes(words, start, end), start, hashes, places);
    start = end;
  }
  return { hashes: Int32Array.from(hashes), words: Uint32Array.from(places) };
}

/**
 * Hashes of the runs of 8 words around a fingerprint: all that winnowing may have chosen it for. Runs that are equal
 * in 8 words around the same fingerprint have one of these in common.
 * @param seed index of the first word of the fingerprint
 */
export function runsAround(words: Words, seed: number): number[] {
  let from = seed;
  while (from > 0 && from > seed - WINDOW + 1 && goesOn(words, from)) from--;
  let to = seed + GRAM;
  while (to < words.count && to < seed + GUARANTEED && goesOn(words, to)) to++;
  const runs: number[] = [];
  for (let start = from; start + GUARANTEED <= to; start++) runs.push(runHash(words, start, GUARANTEED));
  return runs;
}

/** Whether a stretch of words that may be fingerprinted, or of such that may not, goes on with a word. */
function goesOn({ breaks, quoted }: Words, word: number): boolean {
  return breaks[word] === 0 && quoted[word] === quoted[word - 1];
}

/** Hashes of the runs that begin at the words from `start` on and end before `end`. */
function gramHashes(words: Words, start: number, end: number): Int32Array {
  const grams = new Int32Array(Math.max(0, end - start - GRAM + 1));
  for (let i = 0; i < grams.length; i++) grams[i] = runHash(words, start + i, GRAM);
  return grams;
}

function runHash(words: Words, start: number, count: number): number {
  let hash = 0;
  for (let k = 0; k < count; k++) hash = Math.imul(hash, 0x01000193) ^ (words.hashes[start + k] as number);
  // The low bits of a product are weak, and the minimum is chosen by all of them: mix once more.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
}

function winnow(grams: Int32Array, offset: number, hashes: number[], places: number[]): void {
  let chosen = -1;
  for (let end = WINDOW - 1; end < grams.length; end++) {
    const from = end - WINDOW + 1;
    let least = Math.max(chosen, from);
    for (let i = least + 1; i <= end; i++) {
      const isLess = (grams[i] as number) < (grams[least] as number);
      // A fresh choice takes the rightmost minimum; one made before stays on ties.
      if (isLess || (chosen < from && grams[i] === grams[least])) least = i;
    }
    if (least === chosen) continue;
    chosen = least;
    hashes.push(grams[chosen] as number);
    places.push(offset + chosen);
  }
}
