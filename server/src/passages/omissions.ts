/** What a quotation itself says to be otherwise than in its source: left out, put in, or changed. */
import type { Alignment } from './alignment';
import type { WordGap } from './stretches';
import { type Words, wordEnd } from './words';

/** UTF-16 units in which marks are looked for: before and behind words, and in all. */
const NEAR = 64;
const LONGEST_MARKED = 600;

/** Parts of a quotation that are looked for one by one; one of more parts is looked for as a whole. */
const MOST_PARTS = 16;

const OMISSION = /…|\.\s?\.\s?\.|\[\s*\]/;

/** Whether what stands between two words of a quotation says that something is left out. */
export function isOmission(between: string): boolean {
  return OMISSION.test(between);
}

/** A note's text and its words. */
export interface Side {
  readonly text: string;
  readonly words: Words;
}

/**
 * The words before which a quotation says that something is left out, by “…”, `...` or `[...]`.
 * @param at first word of the quotation, and `end` the one behind its last
 * @returns indices in order, between both. Cost: linear in the quotation
 */
export function omissionsIn({ text, words }: Side, at: number, end: number): number[] {
  const found: number[] = [];
  if (!isOmission(text.slice(words.starts[at], words.starts[end - 1]))) return found;
  for (let word = at + 1; word < end; word++) {
    const last = wordEnd(text, words.starts[word - 1] as number);
    if (isOmission(text.slice(last, words.starts[word]))) found.push(word);
  }
  return found.length < MOST_PARTS ? found : [];
}

/**
 * Where a quotation has other words than its source and nothing says so: from the end of one run to the beginning of the
 * next, and at its ends. Notes in brackets that the source has and the quotation leaves out, such as `[1]`, are no words.
 * @param omissions as `omissionsIn` gives them. Cost: linear in the gaps
 */
export function unmarkedGaps(
  ours: Side,
  theirs: Side,
  { runs, ...whole }: Alignment,
  omissions: readonly number[],
): WordGap[] {
  const gaps: WordGap[] = [];
  let [at, place] = [whole.at, whole.place];
  for (const run of [...runs, { at: whole.end, place: whole.placeEnd, length: 0 }]) {
    const gap = { at, end: run.at, place, placeEnd: run.place };
    const parts = besideOmission(ours.words, theirs.words, gap, omissions);
    gaps.push(...parts.filter((part) => isGap(part) && !isGapMarked(ours, theirs, part)));
    [at, place] = [run.at + run.length, run.place + run.length];
  }
  return gaps;
}

/**
 * The parts of a gap before and behind what is left out in it: each up to the word of the source that it ends or begins
 * with beside the omission, or else with as many words of the source as it has itself.
 */
function besideOmission(ours: Words, theirs: Words, gap: WordGap, omissions: readonly number[]): WordGap[] {
  const { at, end, place, placeEnd } = gap;
  const cut = omissions.find((word) => at <= word && word <= end);
  if (cut === undefined || placeEnd - place < end - at) return [gap];
  const isEqual = (i: number, j: number) => ours.hashes[i] === theirs.hashes[j];
  const [before, behind] = [cut - at, end - cut];
  let first = 1;
  while (first < before && !isEqual(cut - 1, place + first - 1)) first++;
  let last = 1;
  while (last < behind && !isEqual(cut, placeEnd - last)) last++;
  return [
    { at, end: cut, place, placeEnd: place + Math.min(first, before) },
    { at: cut, end, place: placeEnd - Math.min(last, behind), placeEnd },
  ];
}

function isGap({ at, end, place, placeEnd }: WordGap): boolean {
  return end > at || placeEnd > place;
}

function isGapMarked(ours: Side, theirs: Side, { at, end, place, placeEnd }: WordGap): boolean {
  if (at === end) return isInBrackets(theirs, place, placeEnd) || isBeside(theirs, place, placeEnd);
  return isInBrackets(ours, at, end) || (place === placeEnd && isBeside(ours, at, end));
}

/** What a writer adds in round brackets about the quotation itself: `(emphasis mine)`, `(sic)`. */
const REMARK = /^\((?:sic|(?:my )?(?:emphasis|italics|bold)(?: (?:mine|added|ours|in (?:the )?original))?)[!.]?\)$/i;

/** Whether words that only one side has are a remark on the quotation, or the number of a list's item. */
function isBeside({ text, words: { starts } }: Side, at: number, end: number): boolean {
  const start = starts[at] as number;
  const to = wordEnd(text, starts[end - 1] as number);
  if (to - start > NEAR) return false;
  if (REMARK.test(text.slice(start - 1, to + 2)) || REMARK.test(text.slice(start - 1, to + 1))) return true;
  const isFirst = /(?:^|[\r\n])[\s>]*\(?$/.test(text.slice(Math.max(0, start - NEAR), start));
  return isFirst && /^\d{1,3}$/.test(text.slice(start, to)) && /^[.)]\s/.test(text.slice(to, to + 2));
}

/** Whether words stand in brackets, or have some in them: `[sic]`, `[t]he`, `judge[s]`. */
function isInBrackets({ text, words: { count, starts } }: Side, at: number, end: number): boolean {
  const last = at > 0 ? wordEnd(text, starts[at - 1] as number) : 0;
  const next = end < count ? (starts[end] as number) : text.length;
  const start = starts[at] as number;
  const from = Math.max(last, start - NEAR);
  const to = wordEnd(text, starts[end - 1] as number);
  if (to - from > LONGEST_MARKED) return false;
  // Words of the source may stand in the same brackets.
  const [before, behind] = [text.slice(Math.max(0, start - NEAR), start), text.slice(to, to + NEAR)];
  if (/\[[^[\]]*$/.test(before) && /^[^[\]]*\]/.test(behind)) return true;
  const rest = text
    .slice(from, Math.min(next, to + NEAR))
    .replace(/\[\d+\]/g, '')
    .replace(/[^\s[\]]*\[[^[\]]*\][^\s[\]]*/g, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}
