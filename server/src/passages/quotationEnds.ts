/** What stands at the ends of a quotation: words of the source that were changed, or a name and a remark beside it. */
import type { Alignment, Run } from './alignment';
import type { Side } from './omissions';
import type { WordGap } from './stretches';
import { FLAG, type Words, wordEnd } from './words';

/** Words at the end of a quotation that may stand for other ones of the source. */
const MOST_AT_ENDS = 3;

/**
 * A source with the words at the ends of the quotation, where they are few and stand for others of the same sentence. The
 * source itself where there is none: a name before it, or a remark behind it, are no change of it.
 */
export function withEnds<T extends Alignment>(
  { text, words: ours }: Side,
  theirs: Words,
  source: T,
  from: number,
  to: number,
): T {
  let { at, end, place, placeEnd } = source;
  const isApart = (word: number) =>
    APART.test(text.slice(wordEnd(text, ours.starts[word - 1] as number), ours.starts[word]));
  const before = at - from;
  if (before > 0 && before <= MOST_AT_ENDS && !beginsSentence(theirs, place) && !isApart(at)) {
    at = from;
    place -= wordsAlike(
      before,
      (count) => beginsSentence(theirs, place - count + 1),
      (count) => ours.hashes[from] === theirs.hashes[place - count],
    );
  }
  const behind = to - end;
  if (behind > 0 && behind <= MOST_AT_ENDS && !beginsSentence(theirs, placeEnd) && !isApart(end)) {
    end = to;
    placeEnd += wordsAlike(
      wordsToEnd(theirs, placeEnd) ?? behind,
      (count) => beginsSentence(theirs, placeEnd + count - 1),
      (count) => ours.hashes[to - 1] === theirs.hashes[placeEnd + count - 1],
    );
  }
  if (at === source.at && end === source.end) return source;
  const ends = { at, end, place, placeEnd };
  return { ...source, ...ends, runs: withOuterRuns(ours, theirs, source, ends) };
}

/**
 * How many words of the source the words at an end stand for: up to the one that both end with, if it is near, or else a
 * number of words.
 * @param isOver whether so many are more than the sentence has
 */
function wordsAlike(most: number, isOver: (count: number) => boolean, isEqual: (count: number) => boolean): number {
  let count = 0;
  while (count < most && !isOver(count + 1)) count++;
  for (let i = 1; i <= most + MOST_AT_ENDS && !isOver(i); i++) if (isEqual(i)) return i;
  return count;
}

/** Between a quotation and what is no part of it: the name of who is quoted, or a remark. */
const APART = /[:()\u2013\u2014]/;

/** The runs of a source, and those that the words around it begin and end with. */
function withOuterRuns(ours: Words, theirs: Words, source: Alignment, { at, end, place, placeEnd }: WordGap): Run[] {
  const isEqual = (i: number, j: number) => ours.hashes[i] === theirs.hashes[j];
  let first = 0;
  while (at + first < source.at && place + first < source.place && isEqual(at + first, place + first)) first++;
  let last = 0;
  while (end - last > source.end && placeEnd - last > source.placeEnd && isEqual(end - last - 1, placeEnd - last - 1))
    last++;
  return [
    ...(first > 0 ? [{ at, place, length: first }] : []),
    ...source.runs,
    ...(last > 0 ? [{ at: end - last, place: placeEnd - last, length: last }] : []),
  ];
}

/** Words to the end of the sentence; null where there are more than a few. */
function wordsToEnd(words: Words, word: number): number | null {
  for (let count = 1; count <= MOST_AT_ENDS; count++) if (beginsSentence(words, word + count)) return count;
  return null;
}

function beginsSentence({ count, flags }: Words, word: number): boolean {
  return word <= 0 || word >= count || ((flags[word] as number) & (FLAG.sentence | FLAG.breaks)) !== 0;
}
