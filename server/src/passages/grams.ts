import { FLAG, type Words } from './words';

/** Words in a gram, the run that is looked up. Nothing shorter ever leads to a repeat. */
export const GRAM = 5;
/** Neighbouring grams of which one is a fingerprint. */
export const WINDOW = 4;

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
export function gramAt({ count, hashes, flags }: Words, at: number): number {
  if (at + GRAM > count) return NO_GRAM;
  const a = hashes[at] as number;
  const b = hashes[at + 1] as number;
  const c = hashes[at + 2] as number;
  const d = hashes[at + 3] as number;
  const e = hashes[at + 4] as number;
  const border =
    (flags[at + 1] as number) | (flags[at + 2] as number) | (flags[at + 3] as number) | (flags[at + 4] as number);
  if ((border & FLAG.breaks) !== 0) return NO_GRAM;
  const distinct =
    1 +
    (b === a ? 0 : 1) +
    (c === a || c === b ? 0 : 1) +
    (d === a || d === b || d === c ? 0 : 1) +
    (e === a || e === b || e === c || e === d ? 0 : 1);
  if (distinct < LEAST_DISTINCT) return NO_GRAM;
  let hash = Math.imul(a, PRIME) ^ b;
  hash = Math.imul(hash, PRIME) ^ c;
  hash = Math.imul(hash, PRIME) ^ d;
  hash = Math.imul(hash, PRIME) ^ e;
  // The low bits of a product are weak, and fingerprints are chosen by all of them: mix once more.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash === NO_GRAM ? 1 : hash;
}

const PRIME = 0x01000193;
