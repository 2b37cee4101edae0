/** Whose words a quotation has: the passage it was taken from, and whether it is taken as it stands there. */
import { type Alignment, aligned, maximalRun, type Run } from './alignment';
import { GRAM } from './grams';
import type { IndexedNote, PassageIndex } from './passageIndex';
import type { Seeds } from './seeds';
import { FLAG, type Words, wordEnd } from './words';

/** Share of the words of a quotation that a source has, and of both that are equal, at least. */
const LEAST_SHARE = 0.6;

/** Words up to which a quotation must be in the source as it is: in a few words, any other may be meant. */
const FEW = 7;

/** Words at the end of a quotation that may stand for other ones of the source. */
const MOST_AT_ENDS = 3;

/** Sources of one quotation that are compared. */
const MOST_SOURCES = 32;

/** Words that may stand beside a mark that says that something is left out. */
const MOST_BESIDE_OMISSION = 2;

/** Words between what is found to be left out and the mark that says so, which stand on both sides of it. */
const MOST_BESIDE = 8;

/** UTF-16 units in which marks are looked for: before and behind words, and in all. */
const NEAR = 64;
const LONGEST_MARKED = 600;

/** A quotation and its source, both as words of their notes. */
export interface QuotedWords extends Alignment {
  /** Number of the note that has the source. */
  readonly note: number;
  readonly similarity: number;
  /** Where words are others than in the source, but for those that are marked as left out or put in. */
  readonly gaps: readonly WordGap[];
}

/** Words `[at, end)` of a quotation that stand for `[place, placeEnd)` of the source; either may be none. */
export type WordGap = Omit<Alignment, 'runs'>;

type Source = Alignment & { readonly note: number };

/**
 * The quotations of a note whose source is in the index: lines that begin with `>`, paragraph by paragraph, and more than
 * four words in quotation marks. Of several sources the one with the most equal words is taken, of equally good ones the
 * first.
 * @returns in the order of the text. Cost: linear in what has changed, and in the quotations that are found.
 */
export function quotationsIn(index: PassageIndex, seeds: Seeds, note: IndexedNote): QuotedWords[] {
  const words = index.wordsOf(note);
  const found: QuotedWords[] = [];
  let quotation: OpenQuotation | null = null;
  const close = () => {
    const best = quotation && bestSource(index, note, words, quotation);
    if (best) found.push(best);
  };
  for (const { chunk, found: inChunk } of seeds.of(note)) {
    for (const { kind, offset, place } of inChunk) {
      if (kind !== 'quotation') continue;
      const at = chunk.word + offset;
      if (!quotation || at >= quotation.end) {
        close();
        quotation = { ...quotationAround(words, at), sources: [] };
      }
      const run = { at, place: place.chunk.word + place.offset, length: GRAM };
      addSource(index, words, quotation, place.chunk.note, run);
    }
  }
  close();
  return found;
}

interface OpenQuotation {
  readonly at: number;
  readonly end: number;
  readonly sources: Source[];
}

/** The quoted words around one, of one paragraph. */
function quotationAround(words: Words, word: number): { readonly at: number; readonly end: number } {
  let at = word;
  while (at > 0 && !isBorder(words, at) && isQuoted(words, at - 1)) at--;
  let end = word + 1;
  while (end < words.count && !isBorder(words, end) && isQuoted(words, end)) end++;
  return { at, end };
}

function isQuoted({ flags }: Words, word: number): boolean {
  return ((flags[word] as number) & FLAG.quoted) !== 0;
}

function isBorder({ flags }: Words, word: number): boolean {
  return ((flags[word] as number) & (FLAG.breaks | FLAG.paragraph)) !== 0;
}

function addSource(index: PassageIndex, words: Words, quotation: OpenQuotation, note: number, seed: Run): void {
  const { at: from, end, sources } = quotation;
  const isKnown = ({ note: other, runs }: Source) =>
    other === note && runs.some((run) => run.at <= seed.at && seed.at < run.at + run.length && isOn(run, seed));
  if (seed.at + GRAM > end || sources.length === MOST_SOURCES || sources.some(isKnown)) return;
  // Only the words of the quotation: what stands around it is no part of it.
  const ours = {
    count: end - from,
    starts: words.starts.subarray(from, end),
    hashes: words.hashes.subarray(from, end),
    flags: words.flags.subarray(from, end),
  };
  const theirs = index.wordsOf(index.byNumber(note) as IndexedNote);
  const run = maximalRun(ours, theirs, { ...seed, at: seed.at - from }, false);
  const alignment = aligned(ours, theirs, run, false);
  const runs = alignment.runs.map((each) => ({ ...each, at: each.at + from }));
  sources.push({ ...alignment, at: alignment.at + from, end: alignment.end + from, runs, note });
}

function isOn(run: Run, seed: Run): boolean {
  return run.at - run.place === seed.at - seed.place;
}

function bestSource(
  index: PassageIndex,
  note: IndexedNote,
  words: Words,
  { at, end, sources }: OpenQuotation,
): QuotedWords | null {
  const text = note.tree.text;
  let best: Source | null = null;
  for (const source of sources) {
    const whole = withOmissions(text, words, source, sources);
    const isBetter = !best || equalWords(whole) > equalWords(best) || isBefore(index, whole, best);
    if (isBetter && equalWords(whole) >= (best ? equalWords(best) : 0)) best = whole;
  }
  if (!best || equalWords(best) < LEAST_SHARE * (end - at)) return null;
  const other = index.byNumber(best.note) as IndexedNote;
  const theirs = index.wordsOf(other);
  const whole = withEnds(words, theirs, best, at, end);
  const gaps = unmarkedGaps({ text, words }, { text: other.tree.text, words: theirs }, whole);
  const isVerbatim = gaps.length === 0;
  const similarity = isVerbatim ? 1 : (2 * equalWords(whole)) / (whole.end - whole.at + whole.placeEnd - whole.place);
  if (similarity < LEAST_SHARE || (!isVerbatim && end - at <= FEW)) return null;
  return { ...whole, similarity, gaps };
}

function equalWords({ runs }: Alignment): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

function isBefore(index: PassageIndex, a: Source, b: Source): boolean {
  return equalWords(a) === equalWords(b) && (index.compare(a.note, b.note) || a.place - b.place) < 0;
}

/** A source with what follows on it in the same note, where the quotation says that something is left out between. */
function withOmissions(text: string, words: Words, source: Source, sources: readonly Source[]): Source {
  let whole = source;
  for (const next of [...sources].sort((a, b) => a.at - b.at)) {
    if (next.note !== whole.note || next.at < whole.end || next.place < whole.placeEnd) continue;
    if (next.at - whole.end > MOST_BESIDE_OMISSION) continue;
    if (!isMarked(between(text, words, whole.end, next.at), next.at > whole.end)) continue;
    whole = { ...whole, end: next.end, placeEnd: next.placeEnd, runs: [...whole.runs, ...next.runs] };
  }
  return whole;
}

/**
 * A source with the words at the ends of the quotation, where they are few and stand for others of the same sentence. The
 * source itself where there is none: a name before it, or a remark behind it, are no change of it.
 */
function withEnds(ours: Words, theirs: Words, source: Source, from: number, to: number): Source {
  let { at, end, place, placeEnd } = source;
  const before = at - from;
  if (before > 0 && before <= MOST_AT_ENDS && !beginsSentence(theirs, place)) {
    at = from;
    for (let i = 0; i < before && !beginsSentence(theirs, place); i++) place--;
  }
  const behind = to - end;
  if (behind > 0 && behind <= MOST_AT_ENDS && !beginsSentence(theirs, placeEnd)) {
    end = to;
    placeEnd = Math.min(theirs.count, placeEnd + (wordsToEnd(theirs, placeEnd) ?? behind));
  }
  if (at === source.at && end === source.end) return source;
  return {
    ...source,
    at,
    end,
    place,
    placeEnd,
    runs: withOuterRuns(ours, theirs, source, { at, end, place, placeEnd }),
  };
}

/** The runs of a source, and those that the words around it begin and end with. */
function withOuterRuns(ours: Words, theirs: Words, source: Source, { at, end, place, placeEnd }: WordGap): Run[] {
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

/** A note's text and its words. */
interface Side {
  readonly text: string;
  readonly words: Words;
}

/**
 * Where a quotation has other words than its source and nothing says so: from the end of one run to the beginning of the
 * next, and at its ends. Notes in brackets that the source has and the quotation leaves out, such as `[1]`, are no words.
 */
function unmarkedGaps(ours: Side, theirs: Side, { runs, ...whole }: Alignment): WordGap[] {
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
function isMarked(between: string, hasWords: boolean): boolean {
  if (!hasWords) return /…|\.\s?\.\s?\.|\[\s*\]/.test(between);
  if (between.length > LONGEST_MARKED) return false;
  const rest = between.replace(/\[\d+\]/g, '').replace(/[^\s[\]]*\[[^[\]]*\][^\s[\]]*/g, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** Some words with what stands before and behind them up to other words, as far as that is near: brackets stand there. */
function between(text: string, { count, starts }: Words, at: number, end: number): string {
  const last = at > 0 ? wordEnd(text, starts[at - 1] as number) : 0;
  const next = end < count ? (starts[end] as number) : text.length;
  const from = at < end ? Math.max(last, (starts[at] as number) - NEAR) : last;
  const to = at < end ? wordEnd(text, starts[end - 1] as number) : last;
  return text.slice(from, Math.min(next, to + NEAR));
}
