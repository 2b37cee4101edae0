/** What of two texts that have words in common is a passage and its repeat. */
import { type Alignment, type Run, unitsIn } from './alignment';
import { GRAM } from './grams';
import { unitsOf } from './passageText';
import { FLAG, type Words } from './words';

/** What users can say of repeated passages. */
export interface PassageOptions {
  /**
   * Words from which on a passage is one wherever it stands. From eight on it is one where it is most of its sentence in
   * both places.
   */
  readonly minWords: number;
  /** Least similarity of an edited passage, 0 to 1: the share of words that both texts have in common. */
  readonly similarity: number;
}

export const DEFAULT_OPTIONS: PassageOptions = { minWords: 12, similarity: 0.5 };

/** Words that a short passage has at least: what is sought for certain. */
const SHORTEST = 8;

/** A run of fewer different words is a stutter, not a passage. */
const LEAST_DISTINCT = 5;

/** Words, beside the longest run, that must be equal in an edited passage: fewer are chance. */
const LEAST_BESIDE = 4;

/** Equal words of an edited passage within larger paragraphs, in all and in a row. */
const LEAST_WITHIN = 18;
const LEAST_RUN_WITHIN = 7;

/** Share of its paragraphs that an edited passage has on both sides, if it may have fewer. */
const WHOLE_PARAGRAPH = 0.75;

/** Words at the end of a paragraph that belong to an edited passage, though they are not equal. */
const MOST_AT_ENDS = 3;

/** Words that are equal by chance at the end of a passage. */
const MOST_CHANCE = 2;

/** Words of a passage that must not be stock phrases. */
const LEAST_OWN = 6;

/** Words of a passage that are looked at to tell. */
const MOST_ASKED = 200;

/** Words from which on a run is no stock phrase, however often it stands. */
const NO_STOCK_PHRASE = 24;

/** An alignment of passages that are alike enough. */
export interface Match extends Alignment {
  /** Equal words in half words, of those that count. */
  readonly units: number;
  /** 0 to 1: twice the equal words by all words of both sides; 1 where all are equal. */
  readonly similarity: number;
}

/** One side of a comparison: the words of a note, and which of them stand in stock phrases. */
export interface Subject {
  readonly words: Words;
  /** Whether a gram that very many places have begins with a word. */
  isCommon(word: number): boolean;
}

/** Which words count: all, or those that neither side declares as somebody else's. */
export type Counted = 'all' | 'undeclared';

/**
 * What is a passage of an alignment: all of it, or those of its runs that are one on their own.
 * Cost: linear in the words of the alignment.
 */
export function accepted(
  ours: Subject,
  theirs: Words,
  alignment: Alignment,
  options: PassageOptions,
  counted: Counted,
): Match[] {
  const { runs } = alignment;
  const edited = runs.length > 1 ? asEdited(ours, theirs, alignment, options, counted) : null;
  if (edited) return [edited];
  return runs.flatMap((run) => {
    if (run.length < options.minWords && run.length < SHORTEST) return [];
    return asVerbatim(ours, theirs, withinSentences(ours.words, theirs, run), options, counted) ?? [];
  });
}

function asEdited(
  ours: Subject,
  theirs: Words,
  alignment: Alignment,
  { minWords, similarity: least }: PassageOptions,
  counted: Counted,
): Match | null {
  const { at, end, place, placeEnd, runs } = alignment;
  const counting = countedRuns(ours.words, theirs, runs, counted);
  const units = unitsIn(ours.words, counting);
  if (units < 2 * Math.max(minWords, SHORTEST)) return null;
  const longest = counting.reduce((most, { length }) => Math.max(most, length), 0);
  const equal = runs.reduce((sum, { length }) => sum + length, 0);
  if (equal - longest < LEAST_BESIDE) return null;
  const similarity = (2 * equal) / (end - at + placeEnd - place);
  if (similarity < least || !isVaried(ours.words, counting)) return null;
  const isWithin = units >= 2 * LEAST_WITHIN && longest >= LEAST_RUN_WITHIN;
  if (!isWithin && !(isWholeParagraph(ours.words, at, end) && isWholeParagraph(theirs, place, placeEnd))) return null;
  if (!hasOwnWords(ours, counting) && !isWhole(ours.words, at, end)) return null;
  if (areRefrains(hasLongParagraph(ours.words, theirs, alignment), units)) return null;
  return { ...toParagraphEnds(ours.words, theirs, alignment), units, similarity };
}

/** Takes in the words to the paragraphs' ends where only a few on both sides are left: they were edited, too. */
function toParagraphEnds(ours: Words, theirs: Words, alignment: Alignment): Alignment {
  let { at, end, place, placeEnd } = alignment;
  const [before, placeBefore] = [paragraphStart(ours, at), paragraphStart(theirs, place)];
  if (at - before <= MOST_AT_ENDS && place - placeBefore <= MOST_AT_ENDS) [at, place] = [before, placeBefore];
  const [after, placeAfter] = [paragraphEnd(ours, end), paragraphEnd(theirs, placeEnd)];
  if (after - end <= MOST_AT_ENDS && placeAfter - placeEnd <= MOST_AT_ENDS) [end, placeEnd] = [after, placeAfter];
  return { ...alignment, at, end, place, placeEnd };
}

function isWholeParagraph(words: Words, at: number, end: number): boolean {
  const length = end - at;
  const most = length / WHOLE_PARAGRAPH;
  let from = at;
  while (end - from <= most && !beginsParagraph(words, from)) from--;
  let to = end;
  while (to - from <= most && !beginsParagraph(words, to)) to++;
  return length >= WHOLE_PARAGRAPH * (to - from);
}

/** The word that the paragraph begins with; looks no farther than matters. */
function paragraphStart(words: Words, at: number): number {
  let from = at;
  while (at - from <= MOST_AT_ENDS && !beginsParagraph(words, from)) from--;
  return from;
}

function paragraphEnd(words: Words, end: number): number {
  let to = end;
  while (to - end <= MOST_AT_ENDS && !beginsParagraph(words, to)) to++;
  return to;
}

/** Whether a passage is but a few short paragraphs: refrains that happen to follow on each other are none. */
function areRefrains(hasParagraph: boolean, units: number): boolean {
  return !hasParagraph && units < 2 * NO_STOCK_PHRASE;
}

/** Whether one side has, within a paragraph, as many words in a row as the shortest passage. */
function hasLongParagraph(ours: Words, theirs: Words, { at, end, place, placeEnd }: Omit<Alignment, 'runs'>): boolean {
  return longestParagraph(ours, at, end) >= SHORTEST || longestParagraph(theirs, place, placeEnd) >= SHORTEST;
}

/** Words in a row that a stretch has within one paragraph, at most. */
function longestParagraph(words: Words, at: number, end: number): number {
  let longest = 0;
  for (let from = at; from < end; ) {
    let to = from + 1;
    while (to < end && !beginsParagraph(words, to)) to++;
    longest = Math.max(longest, to - from);
    from = to;
  }
  return longest;
}

function beginsParagraph({ count, flags }: Words, at: number): boolean {
  return at <= 0 || at >= count || ((flags[at] as number) & (FLAG.paragraph | FLAG.breaks)) !== 0;
}

function asVerbatim(
  ours: Subject,
  theirs: Words,
  run: Run,
  { minWords }: PassageOptions,
  counted: Counted,
): Match | null {
  const { at, place, length } = run;
  const counting = countedRuns(ours.words, theirs, [run], counted);
  const row = counting.reduce<Run | null>((most, next) => (most && most.length >= next.length ? most : next), null);
  if (!row || !isVaried(ours.words, [row])) return null;
  const units = unitsIn(ours.words, [row]);
  if (units < 2 * Math.min(minWords, SHORTEST)) return null;
  const [end, placeEnd] = [at + length, place + length];
  const isLong = units >= 2 * minWords;
  const isOwn = units >= 2 * NO_STOCK_PHRASE || hasOwnWords(ours, [run]);
  const isMost = isMostOf(ours.words, at, end) && isMostOf(theirs, place, placeEnd);
  const isSentence = isWhole(ours.words, at, end) && isWhole(theirs, place, placeEnd);
  if (!isLong && !isMost && !isSentence) return null;
  // Nor is a stock phrase in the midst of other words.
  const hasParagraph = hasLongParagraph(ours.words, theirs, { at, end, place, placeEnd });
  if (areRefrains(hasParagraph, units) || (!isOwn && !(isSentence && hasParagraph))) return null;
  return { at, end, place, placeEnd, runs: [run], units, similarity: 1 };
}

/**
 * Cuts off a word or two of the sentences around a run that begins or ends with whole ones: most sentences begin with
 * one of a few words.
 */
function withinSentences(ours: Words, theirs: Words, { at, place, length }: Run): Run {
  const begins = (i: number) => beginsSentence(ours, at + i) && beginsSentence(theirs, place + i);
  let to = length;
  for (let i = 1; i <= MOST_CHANCE && !begins(length); i++) if (begins(length - i)) to = length - i;
  let from = 0;
  for (let i = 1; i <= MOST_CHANCE && !begins(0); i++) if (begins(i)) from = i;
  return from < to ? { at: at + from, place: place + from, length: to - from } : { at, place, length };
}

/** The parts of runs that count. */
function countedRuns(ours: Words, theirs: Words, runs: readonly Run[], counted: Counted): readonly Run[] {
  if (counted === 'all') return runs;
  const parts: Run[] = [];
  for (const { at, place, length } of runs) {
    for (let from = 0; from < length; ) {
      let to = from;
      while (to < length && !isDeclared(ours, at + to) && !isDeclared(theirs, place + to)) to++;
      if (to > from) parts.push({ at: at + from, place: place + from, length: to - from });
      from = to + 1;
    }
  }
  return parts;
}

function isDeclared({ flags }: Words, word: number): boolean {
  return ((flags[word] as number) & FLAG.quoted) !== 0;
}

function isVaried({ hashes }: Words, runs: readonly Run[]): boolean {
  const distinct = new Set<number>();
  for (const { at, length } of runs) {
    for (let i = at; i < at + length && distinct.size < LEAST_DISTINCT; i++) distinct.add(hashes[i] as number);
  }
  return distinct.size >= LEAST_DISTINCT;
}

/** Whether enough words of some runs stand in no stock phrase. The first words tell. */
function hasOwnWords(ours: Subject, runs: readonly Run[]): boolean {
  let own = 0;
  let left = MOST_ASKED;
  for (const { at, length } of runs) {
    for (let i = at; i < at + length && left > 0; i++, left--) {
      if (!isStock(ours, i) && ++own === LEAST_OWN) return true;
    }
  }
  return false;
}

function isStock(ours: Subject, word: number): boolean {
  for (let at = Math.max(0, word - GRAM + 1); at <= word; at++) if (ours.isCommon(at)) return true;
  return false;
}

/** Whether words are whole sentences. */
function isWhole(words: Words, at: number, end: number): boolean {
  return beginsSentence(words, at) && beginsSentence(words, end);
}

function beginsSentence({ count, flags }: Words, at: number): boolean {
  return at === 0 || at >= count || ((flags[at] as number) & (FLAG.sentence | FLAG.breaks)) !== 0;
}

/** Whether words are at least half of the sentences they stand in. */
function isMostOf(words: Words, at: number, end: number): boolean {
  const most = 2 * (end - at);
  let from = at;
  while (end - from <= most && !beginsSentence(words, from)) from--;
  let to = end;
  while (to - from <= most && !beginsSentence(words, to)) to++;
  let own = 0;
  let all = 0;
  for (let i = from; i < to; i++) {
    const units = unitsOf(words.flags[i] as number);
    all += units;
    if (i >= at && i < end) own += units;
  }
  return 2 * own >= all;
}
