/**
 * Two passages laid beside each other: from a run of equal words outwards, over small gaps, as far as it pays. It is the
 * "seed and extend" of BLAST (Altschul and others, "Basic local alignment search tool", Journal of Molecular Biology
 * 1990), with words for letters: equal words count, words in gaps take away, and an extension that has
 * lost `MOST_LOST` is given up and cut back to where it was best.
 */
import { unitsOf } from './passageText';
import { FLAG, type Words } from './words';

/** Equal words: `length` from `at` in our note and from `place` in theirs. */
export interface Run {
  readonly at: number;
  readonly place: number;
  readonly length: number;
}

/** Words `[at, end)` of our note and `[place, placeEnd)` of theirs, which have the runs in common. */
export interface Alignment {
  readonly at: number;
  readonly end: number;
  readonly place: number;
  readonly placeEnd: number;
  /** In the order of our words, disjoint; of theirs too, unless sentences are reordered. */
  readonly runs: readonly Run[];
}

/** Words of a gap that are looked over for where the passages go on alike. */
const FARTHEST = 8;

/** Words that may be replaced by as many others if only one word behind them is equal. */
const MOST_REPLACED = 4;

/** What an equal word counts, what a word of a gap takes away, and how much may be lost. */
const EQUAL = 3;
const LOST = 2;
const MOST_LOST = 24;

/** Where words stand: a note and how far an alignment may reach in it. */
interface Side {
  readonly words: Words;
  /** First word that may be used, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * The run of equal words around a seed, as far as it goes: to its beginning first, so that of copies in a row each is a
 * run of its own.
 * @param isSameNote whether both sides are in one note: they never overlap, theirs comes first
 * @param longest words that it may have
 */
export function maximalRun(
  ours: Words,
  theirs: Words,
  seed: Run,
  isSameNote: boolean,
  longest = Number.POSITIVE_INFINITY,
): Run {
  const most = isSameNote ? Math.min(longest, seed.at - seed.place) : longest;
  let { at, place, length } = seed;
  while (length < most && isCommon(ours, at - 1, theirs, place - 1)) {
    if (beginsPassage(ours, at, theirs, place)) break;
    at--;
    place--;
    length++;
  }
  while (length < most && isCommon(ours, at + length, theirs, place + length)) {
    if (beginsPassage(ours, at + length, theirs, place + length)) break;
    length++;
  }
  return { at, place, length };
}

/** Whether all words of a run are equal, and in one passage on either side. */
export function areEqual(ours: Words, theirs: Words, { at, place, length }: Run): boolean {
  for (let i = 0; i < length; i++) {
    if (!isCommon(ours, at + i, theirs, place + i)) return false;
    if (i > 0 && beginsPassage(ours, at + i, theirs, place + i)) return false;
  }
  return true;
}

function isCommon(ours: Words, at: number, theirs: Words, place: number): boolean {
  return at >= 0 && place >= 0 && at < ours.count && place < theirs.count && ours.hashes[at] === theirs.hashes[place];
}

/** Whether no passage runs on into a word, on either side. */
function beginsPassage(ours: Words, at: number, theirs: Words, place: number): boolean {
  return (((ours.flags[at] as number) | (theirs.flags[place] as number)) & FLAG.breaks) !== 0;
}

/**
 * The alignment around a run of equal words.
 * @param isSameNote whether both sides are in one note: they never overlap, theirs comes first
 * @param reach words that it may reach beyond the run on either side
 */
export function aligned(
  ours: Words,
  theirs: Words,
  seed: Run,
  isSameNote: boolean,
  reach = Number.POSITIVE_INFINITY,
): Alignment {
  const seedEnd = seed.at + seed.length;
  const before = extended(
    { words: ours, from: Math.max(isSameNote ? seed.place + seed.length : 0, seed.at - reach), to: ours.count },
    { words: theirs, from: 0, to: theirs.count },
    seed.at - 1,
    seed.place - 1,
    -1,
  );
  const at = before.at(-1)?.at ?? seed.at;
  const after = extended(
    { words: ours, from: 0, to: Math.min(ours.count, seedEnd + reach) },
    { words: theirs, from: 0, to: isSameNote ? at : theirs.count },
    seedEnd,
    seed.place + seed.length,
    1,
  );
  const last = after.at(-1) ?? seed;
  const place = before.at(-1)?.place ?? seed.place;
  const runs = [...before.reverse(), seed, ...after];
  return { at, end: last.at + last.length, place, placeEnd: last.place + last.length, runs };
}

/**
 * The runs that follow on a run in one direction, as many as pay.
 * @param i our word next to the run, on the side of the direction
 * @param j their word next to the run
 */
function extended(ours: Side, theirs: Side, i: number, j: number, direction: 1 | -1): Run[] {
  const runs: Run[] = [];
  let score = 0;
  let best = 0;
  let kept = 0;
  for (;;) {
    const gap = nextGap(ours, theirs, i, j, direction);
    if (gap === NONE) break;
    const gapA = gap >> 4;
    const gapB = gap & 15;
    i += direction * gapA;
    j += direction * gapB;
    const length = runLength(ours, theirs, i, j, direction);
    score += EQUAL * length - LOST * Math.max(gapA, gapB);
    runs.push(direction === 1 ? { at: i, place: j, length } : { at: i - length + 1, place: j - length + 1, length });
    i += direction * length;
    j += direction * length;
    if (score >= best) {
      best = score;
      kept = runs.length;
    } else if (score <= best - MOST_LOST) break;
  }
  runs.length = kept;
  return runs;
}

const NONE = -1;

/** A gap is kept as one number: words of ours times this, plus words of theirs. */
const GAP = 16;

/** All gaps that are looked at, small ones first, of equally large ones those of as many words on both sides. */
const GAPS = allGaps();

function allGaps(): Uint8Array {
  const gaps: number[] = [];
  for (let size = 0; size <= FARTHEST; size++) {
    gaps.push(size * GAP + size);
    for (let less = size - 1; less >= 0; less--) gaps.push(size * GAP + less, less * GAP + size);
  }
  return Uint8Array.from(gaps);
}

/**
 * The smallest gap behind which the words are equal again: two in a row, or one where a few words were replaced by as
 * many others. `NONE` where the texts go on too differently.
 */
function nextGap(ours: Side, theirs: Side, i: number, j: number, direction: 1 | -1): number {
  const roomA = room(ours, i, direction);
  const roomB = room(theirs, j, direction);
  const a = ours.words.hashes;
  const b = theirs.words.hashes;
  if (!mayHaveCommon(a, b, i, j, direction, Math.min(roomA, FARTHEST + 1), Math.min(roomB, FARTHEST + 1))) return NONE;
  for (const gap of GAPS) {
    const gapA = gap >> 4;
    const gapB = gap & 15;
    if (gapA >= roomA || gapB >= roomB) continue;
    const x = i + direction * gapA;
    const y = j + direction * gapB;
    if (a[x] !== b[y]) continue;
    if (gapA === gapB && gapA <= MOST_REPLACED) return gap;
    if (gapA + 1 < roomA && gapB + 1 < roomB && a[x + direction] === b[y + direction]) return gap;
  }
  return NONE;
}

/** Whether some words of both sides are equal, or have at least the same last bits: mostly there are none. */
function mayHaveCommon(
  a: Int32Array,
  b: Int32Array,
  i: number,
  j: number,
  direction: 1 | -1,
  countA: number,
  countB: number,
): boolean {
  let low = 0;
  let high = 0;
  for (let x = 0; x < countA; x++) {
    const hash = a[i + direction * x] as number;
    low |= 1 << hash;
    high |= 1 << (hash >> 5);
  }
  for (let y = 0; y < countB; y++) {
    const hash = b[j + direction * y] as number;
    if ((low & (1 << hash)) !== 0 && (high & (1 << (hash >> 5))) !== 0) return true;
  }
  return false;
}

/** Words from one on that an alignment may step on, up to the farthest that is looked at; a passage's end stops it. */
function room({ words: { flags }, from, to }: Side, first: number, direction: 1 | -1): number {
  // To step on a word from the one before it, or back from the one behind it.
  const border = direction === 1 ? 0 : 1;
  let count = 0;
  for (let at = first; count <= FARTHEST + 1 && at >= from && at < to; at += direction) {
    if (((flags[at + border] as number) & FLAG.breaks) !== 0) break;
    count++;
  }
  return count;
}

function runLength(ours: Side, theirs: Side, i: number, j: number, direction: 1 | -1): number {
  const a = ours.words;
  const b = theirs.words;
  const border = direction === 1 ? 0 : 1;
  const most = Math.min(
    direction === 1 ? ours.to - i : i - ours.from + 1,
    direction === 1 ? theirs.to - j : j - theirs.from + 1,
  );
  let length = 1;
  for (; length < most; length++) {
    const x = i + direction * length;
    const y = j + direction * length;
    if (a.hashes[x] !== b.hashes[y]) break;
    if ((((a.flags[x + border] as number) | (b.flags[y + border] as number)) & FLAG.breaks) !== 0) break;
  }
  return length;
}

/** Half words of our side that the runs hold. */
export function unitsIn({ flags }: Words, runs: readonly Run[]): number {
  let units = 0;
  for (const { at, length } of runs) for (let i = at; i < at + length; i++) units += unitsOf(flags[i] as number);
  return units;
}
