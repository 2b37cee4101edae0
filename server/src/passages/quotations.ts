/** Whose words a quotation has: the passage it was taken from, and whether it is taken as it stands there. */
import { type Alignment, aligned, areEqual, maximalRun, type Run } from './alignment';
import { GRAM } from './grams';
import type { IndexedNote } from './indexedNote';
import { omissionsIn, unmarkedGaps } from './omissions';
import type { PassageIndex } from './passageIndex';
import { withEnds } from './quotationEnds';
import type { Seeds } from './seeds';
import type { Finding, Likeness, SeedAt, Stretch, WordGap } from './stretches';
import { FLAG, type Words } from './words';

/** Share of the words of a quotation that a source has, and of both that are equal, at least. */
const LEAST_SHARE = 0.6;

/** Words up to which a quotation must be in the source as it is: in a few words, any other may be meant. */
const FEW = 7;

/** Sources of one quotation that are compared. */
const MOST_SOURCES = 32;

/** Words of a part of a quotation, between two omissions, that may be looked for without a seed, and how far on. */
const MOST_IN_PART = 12;
const FARTHEST_PART = 1000;

/** A quotation and its source, both as words of their notes. */
export interface QuotedWords extends Alignment {
  /** Number of the note that has the source. */
  readonly note: number;
  readonly similarity: number;
  /** Where words are others than in the source, but for those that are marked as left out or put in. */
  readonly gaps: readonly WordGap[];
}

type Source = Alignment & { readonly note: number };

/**
 * The quotations of a note whose source is in the index: lines that begin with `>`, paragraph by paragraph, and more than
 * four words in quotation marks. Of several sources the one with the most equal words is taken, and the fewest between
 * them; of equally good ones the first.
 * @returns in the order of the text. Cost: linear in what has changed, and in the quotations that are found.
 */
export function quotationsIn(index: PassageIndex, seeds: Seeds, note: IndexedNote): Likeness[] {
  const words = index.wordsOf(note);
  const own = seeds.of(note);
  const memo = seeds.memoOf(note, 'quotation', '');
  const found: Likeness[] = [];
  let quotation: OpenQuotation | null = null;
  const close = () => {
    if (!quotation) return;
    const open = quotation;
    found.push(...memo.get(note, own, open.seeds, () => findingOf(index, note, words, open)).found);
  };
  for (const { chunk, found: inChunk } of own) {
    for (const seed of inChunk) {
      if (seed.kind !== 'quotation') continue;
      const at = chunk.word + seed.offset;
      if (!quotation || at >= quotation.end) {
        close();
        quotation = { ...quotationAround(words, at), seeds: [] };
      }
      quotation.seeds.push({ seed, at });
    }
  }
  close();
  memo.turn();
  return found;
}

function findingOf(index: PassageIndex, note: IndexedNote, words: Words, { at, end, seeds }: OpenQuotation): Finding {
  const omissions = omissionsIn({ text: note.tree.text, words }, at, end);
  const quotation: SourcedQuotation = { at, end, omissions, sources: [] };
  const follows: Stretch[] = [{ note, from: at - 1, to: end + 1 }];
  for (const { seed, at: word } of seeds) {
    const { chunk, offset } = seed.place;
    const run = { at: word, place: chunk.word + offset, length: GRAM };
    follows.push({ note: index.byNumber(chunk.note) as IndexedNote, from: run.place, to: run.place + GRAM });
    const theirs = index.wordsOf(index.byNumber(chunk.note) as IndexedNote);
    if (areEqual(words, theirs, run)) addSource(index, words, quotation, chunk.note, run);
  }
  const best = bestSource(index, note, words, quotation);
  const margin = omissions.length > 0 ? FARTHEST_PART * (omissions.length + 1) : MARGIN;
  for (const { note: other, place, placeEnd } of quotation.sources) {
    follows.push({ note: index.byNumber(other) as IndexedNote, from: place - margin, to: placeEnd + margin });
  }
  const [from, to] = [index.placeOf(note, at), index.placeOf(note, end)];
  const found = best ? [likenessOf(index, note, best)] : [];
  return { found, from, to, follows };
}

function likenessOf(index: PassageIndex, note: IndexedNote, source: QuotedWords): Likeness {
  const { at, end, place, placeEnd, similarity } = source;
  return {
    at: index.placeOf(note, at),
    length: end - at,
    place: index.placeOf(index.byNumber(source.note) as IndexedNote, place),
    placeLength: placeEnd - place,
    similarity,
    isVerbatim: source.gaps.length === 0,
    gaps: source.gaps.map((gap) => ({
      at: gap.at - at,
      end: gap.end - at,
      place: gap.place - place,
      placeEnd: gap.placeEnd - place,
    })),
    known: null,
  };
}

/** Words around a source that are looked at, too. */
const MARGIN = 16;

interface OpenQuotation {
  readonly at: number;
  readonly end: number;
  readonly seeds: SeedAt[];
}

/** A quotation and what it may have been taken from. */
interface SourcedQuotation {
  readonly at: number;
  readonly end: number;
  /** Words before which something is left out: what stands between two of them is looked for by itself. */
  readonly omissions: readonly number[];
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

/** The part of a quotation, between two omissions, that a word stands in. */
function partAround(
  { at, end, omissions }: SourcedQuotation,
  word: number,
): { readonly at: number; readonly end: number } {
  return { at: omissions.findLast((cut) => cut <= word) ?? at, end: omissions.find((cut) => cut > word) ?? end };
}

function isQuoted({ flags }: Words, word: number): boolean {
  return ((flags[word] as number) & FLAG.quoted) !== 0;
}

function isBorder({ flags }: Words, word: number): boolean {
  return ((flags[word] as number) & (FLAG.breaks | FLAG.paragraph)) !== 0;
}

function addSource(index: PassageIndex, words: Words, quotation: SourcedQuotation, note: number, seed: Run): void {
  const { sources } = quotation;
  const { at: from, end } = partAround(quotation, seed.at);
  const isKnown = ({ note: other, runs }: Source) =>
    other === note && runs.some((run) => run.at <= seed.at && seed.at < run.at + run.length && isOn(run, seed));
  if (seed.at + GRAM > end || sources.length === MOST_SOURCES || sources.some(isKnown)) return;
  // Only the words of this part: what stands around it is no part of it.
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
  quotation: SourcedQuotation,
): QuotedWords | null {
  const { at, end, omissions, sources } = quotation;
  const noteOf = (source: Source) => index.byNumber(source.note) as IndexedNote;
  let best: Source | null = null;
  for (const source of sources) {
    const whole =
      omissions.length === 0 ? source : withOtherParts(words, index.wordsOf(noteOf(source)), source, quotation);
    if (!best || isBetter(index, whole, best, omissions)) best = whole;
  }
  if (!best || equalWords(best) < LEAST_SHARE * (end - at)) return null;
  const theirs = { text: noteOf(best).tree.text, words: index.wordsOf(noteOf(best)) };
  const whole = withEnds({ text: note.tree.text, words }, theirs.words, best, at, end);
  const gaps = unmarkedGaps({ text: note.tree.text, words }, theirs, whole, omissions);
  const similarity = similarityOf(whole, gaps);
  if (similarity < LEAST_SHARE || (gaps.length > 0 && end - at <= FEW)) return null;
  return { ...whole, similarity, gaps };
}

/** What is marked as left out or put in takes nothing from it. */
function similarityOf(whole: Alignment, gaps: readonly WordGap[]): number {
  const equal = 2 * equalWords(whole);
  return equal / gaps.reduce((sum, gap) => sum + gap.end - gap.at + gap.placeEnd - gap.place, equal);
}

function equalWords({ runs }: Alignment): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

/** Whether a source has more equal words than another, or as many with fewer ones between them, or comes before it. */
function isBetter(index: PassageIndex, a: Source, b: Source, omissions: readonly number[]): boolean {
  const more = equalWords(a) - equalWords(b) || wordsBetween(b, omissions) - wordsBetween(a, omissions);
  return more === 0 ? (index.compare(b.note, a.note) || b.place - a.place) > 0 : more > 0;
}

/** Words of a source between those that the quotation has, too, but for what it says to be left out. */
function wordsBetween({ runs }: Source, omissions: readonly number[]): number {
  let words = 0;
  for (let i = 1; i < runs.length; i++) {
    const [before, behind] = [runs[i - 1] as Run, runs[i] as Run];
    const isMarked = omissions.some((cut) => before.at + before.length <= cut && cut <= behind.at);
    if (!isMarked) words += behind.place - before.place - before.length;
  }
  return words;
}

/** A source of one part of a quotation with those of the others, as far as they stand before it and behind in its note. */
function withOtherParts(ours: Words, theirs: Words, source: Source, quotation: SourcedQuotation): Source {
  const { at, omissions, sources } = quotation;
  const own = partAround(quotation, source.at).at;
  const starts = [at, ...omissions];
  const others = sources.filter(({ note }) => note === source.note);
  let whole = source;
  for (const start of starts.filter((cut) => cut > own)) {
    const part = partAround(quotation, start);
    const seeded = others
      .filter((other) => isIn(part, other) && other.place >= whole.placeEnd)
      .reduce<Source | null>((first, other) => (first && first.place <= other.place ? first : other), null);
    const next = seeded ?? exactPart(ours, theirs, part, whole.placeEnd, 1);
    if (next) whole = { ...whole, end: next.end, placeEnd: next.placeEnd, runs: [...whole.runs, ...next.runs] };
  }
  for (const start of starts.filter((cut) => cut < own).reverse()) {
    const part = partAround(quotation, start);
    const seeded = others
      .filter((other) => isIn(part, other) && other.placeEnd <= whole.place)
      .reduce<Source | null>((last, other) => (last && last.place >= other.place ? last : other), null);
    const before = seeded ?? exactPart(ours, theirs, part, whole.place - part.end + part.at, -1);
    if (before) whole = { ...whole, at: before.at, place: before.place, runs: [...before.runs, ...whole.runs] };
  }
  return whole;
}

function isIn(part: { readonly at: number; readonly end: number }, { at }: Source): boolean {
  return part.at <= at && at < part.end;
}

/** The nearest place, from one on in some direction, that has the few words of a part of a quotation as they are. */
function exactPart(
  ours: Words,
  theirs: Words,
  { at, end }: { readonly at: number; readonly end: number },
  from: number,
  step: 1 | -1,
): Alignment | null {
  const length = end - at;
  if (length > MOST_IN_PART) return null;
  const wanted = ours.hashes.subarray(at, end);
  const isThere = (place: number) => wanted.every((hash, i) => hash === theirs.hashes[place + i]);
  for (let far = 0; far < FARTHEST_PART; far++) {
    const place = from + far * step;
    if (place < 0 || place + length > theirs.count) return null;
    if (isThere(place)) return { at, end, place, placeEnd: place + length, runs: [{ at, place, length }] };
  }
  return null;
}
