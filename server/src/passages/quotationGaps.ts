/** Where a quotation has other words than its source, and whether it says so. */
import type { Alignment } from './alignment';
import type { WordGap } from './stretches';
import { type Words, wordEnd } from './words';

/** Words between what is found to be left out and the mark that says so, which stand on both sides of it. */
const MOST_BESIDE = 8;

/** UTF-16 units in which marks are looked for: before and behind words, and in all. */
const NEAR = 64;
const LONGEST_MARKED = 600;

/** A note's text and its words. */
export interface Side {
  readonly text: string;
  readonly words: Words;
}

/**
 * Where a quotation has other words than its source and nothing says so: from the end of one run to the beginning of the
 * next, and at its ends. Notes in brackets that the source has and the quotation leaves out, such as `[1]`, are no words.
 */
export function unmarkedGaps(ours: Side, theirs: Side, { runs, ...whole }: Alignment): WordGap[] {
  const gaps: WordGap[] = [];
  let [at, place] = [whole.at, whole.place];
  for (const run of [...runs, { at: whole.end, place: whole.placeEnd, length: 0 }]) {
    const gap = { at, end: run.at, place, placeEnd: run.place };
    if ((gap.end > at || gap.placeEnd > place) && !isGapMarked(ours, theirs, gap)) gaps.push(gap);
    [at, place] = [run.at + run.length, run.place + run.length];
  }
  return gaps;
}

function isGapMarked(ours: Side, theirs: Side, { at, end, place, placeEnd }: WordGap): boolean {
  if (isMarked(between(ours.text, ours.words, at, end), end > at)) return true;
  if (at < end) return false;
  if (isMarked(between(theirs.text, theirs.words, place, placeEnd), true)) return true;
  // A word that stands on both sides of what is left out may be taken for the one or the other.
  const isEqual = (i: number, j: number) => ours.words.hashes[i] === theirs.words.hashes[j];
  const isOmission = (i: number) => isMarked(between(ours.text, ours.words, i, i), false);
  for (let i = 1; i <= MOST_BESIDE && isEqual(at - i, placeEnd - i); i++) if (isOmission(at - i)) return true;
  for (let i = 0; i < MOST_BESIDE && isEqual(at + i, place + i); i++) if (isOmission(at + i + 1)) return true;
  return false;
}

/**
 * Whether there is “…” or “...” where something was left out, and brackets around what was put in: `[sic]`, `[t]he`.
 * @param hasWords whether there are words in between
 */
export function isMarked(between: string, hasWords: boolean): boolean {
  if (!hasWords) return /…|\.\s?\.\s?\.|\[\s*\]/.test(between);
  if (between.length > LONGEST_MARKED) return false;
  const rest = between.replace(/\[\d+\]/g, '').replace(/[^\s[\]]*\[[^[\]]*\][^\s[\]]*/g, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** Some words with what stands before and behind them up to other words, as far as that is near: brackets stand there. */
export function between(text: string, { count, starts }: Words, at: number, end: number): string {
  const last = at > 0 ? wordEnd(text, starts[at - 1] as number) : 0;
  const next = end < count ? (starts[end] as number) : text.length;
  const from = at < end ? Math.max(last, (starts[at] as number) - NEAR) : last;
  const to = at < end ? wordEnd(text, starts[end - 1] as number) : last;
  return text.slice(from, Math.min(next, to + NEAR));
}
