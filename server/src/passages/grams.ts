import { FLAG, type Words } from './words';

/** Words in a gram, the run that is looked up. Nothing shorter ever leads to a repeat. */
export const GRAM = 5;
/** Neighbouring grams of which one is a fingerprint. */
export const WINDOW = 3;

/** The shortest run that is found for certain. */
export const GUARANTEED = GRAM + WINDOW - 1;

/** Grams with fewer different words are a stutter; what eight words have of five different ones is in another. */
const LEAST_DISTINCT = 3;

/** Stands for no gram: at the end of a passage, and in a stutter. */
export const NO_GRAM = 0;

/**
 * Hash of the five words from `at` on; `NO_GRAM` where a passage ends before, and for a stutter.
 * Cost: constant.
 */
export function gramAt(words: Words, at: number): number {
  if (!isGram(words, at)) return NO_GRAM;
  const { hashes } = words;
  let hash = Math.imul(hashes[at] as number, PRIME) ^ (hashes[at + 1] as number);
  hash = Math.imul(hash, PRIME) ^ (hashes[at + 2] as number);
  hash = Math.imul(hash, PRIME) ^ (hashes[at + 3] as number);
  hash = Math.imul(hash, PRIME) ^ (hashes[at + 4] as number);
  return mixed(hash);
}

/** What is kept of a word in the index: eight bits of its hash. */
export function sketchOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 24;
}

/**
 * The same of the sketches of the words, which is all that the index keeps of them. Other words may have the same gram:
 * of two that differ in one word, one pair in 256. Who finds one compares the words.
 */
export function sketchedGramAt(words: Words, at: number): number {
  if (!isGram(words, at)) return NO_GRAM;
  const { hashes } = words;
  return joined(
    sketchOf(hashes[at] as number),
    sketchOf(hashes[at + 1] as number),
    sketchOf(hashes[at + 2] as number),
    sketchOf(hashes[at + 3] as number),
    sketchOf(hashes[at + 4] as number),
  );
}

/** The gram of the five words whose sketches stand from `at` on. It must be known that there is one. */
export function gramOfSketches(sketches: Uint8Array, at: number): number {
  return joined(
    sketches[at] as number,
    sketches[at + 1] as number,
    sketches[at + 2] as number,
    sketches[at + 3] as number,
    sketches[at + 4] as number,
  );
}

function joined(a: number, b: number, c: number, d: number, e: number): number {
  return mixed(Math.imul((a << 24) | (b << 16) | (c << 8) | d, 0x85ebca6b) ^ Math.imul(e + 1, 0x2c1b3c6d));
}

/** Whether five words in a row are a gram. */
function isGram({ count, hashes, flags }: Words, at: number): boolean {
  if (at + GRAM > count) return false;
  const a = hashes[at] as number;
  const b = hashes[at + 1] as number;
  const c = hashes[at + 2] as number;
  const d = hashes[at + 3] as number;
  const e = hashes[at + 4] as number;
  const border =
    (flags[at + 1] as number) | (flags[at + 2] as number) | (flags[at + 3] as number) | (flags[at + 4] as number);
  if ((border & FLAG.breaks) !== 0) return false;
  const distinct =
    1 +
    (b === a ? 0 : 1) +
    (c === a || c === b ? 0 : 1) +
    (d === a || d === b || d === c ? 0 : 1) +
    (e === a || e === b || e === c || e === d ? 0 : 1);
  return distinct >= LEAST_DISTINCT;
}

/** The low bits of a product are weak, and fingerprints are chosen by all of them: mixes once more. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const twice = once ^ (once >>> 12);
  return twice === NO_GRAM ? 1 : twice;
}

const PRIME = 0x01000193;
