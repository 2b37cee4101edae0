import { accepted, type Counted, type Match, type PassageOptions, type Subject } from './acceptance';
import { type Alignment, aligned, areEqual, maximalRun, type Run } from './alignment';
import { type Choosing, chosen, type Placed } from './choice';
import { Effort } from './effort';
import { GRAM, GUARANTEED, gramAt, NO_GRAM, WINDOW } from './grams';
import type { Words } from './words';

/** What a search for the repeats of one note knows of the others. Notes are known by number. */
export interface Searched {
  readonly note: number;
  readonly subject: Subject;
  wordsOf(note: number): Words;
  /** The places before one of our words where the gram that begins with it stands, too. */
  placesBefore(at: number): readonly NoteWord[];
  /** Zeros, one for each of our words at least. They are zeros again when the search is over. */
  readonly isTaken: Uint8Array;
  /** Words of ours that are searched. */
  readonly size: number;
  /** Told of all stretches of words that are compared. */
  readonly onCompared?: (alignment: Alignment, note: number) => void;
  readonly order: Choosing['order'];
  readonly options: PassageOptions;
  readonly counted: Counted;
}

/** A word of some note. */
export interface NoteWord {
  readonly note: number;
  readonly word: number;
}

/** A run that was looked at again, by how far our words are from theirs. */
interface Tried {
  readonly note: number;
  readonly shift: number;
  readonly end: number;
}

interface Open {
  readonly note: number;
  readonly alignment: Alignment;
  readonly isPassage: boolean;
  /** Index of the run that the search has come to. */
  run: number;
}

/** Turns the seeds of one note, offered in the order of its words, into the repeats that are reported. */
export class Matches {
  private readonly found: Placed[] = [];
  /** Where words are equal to others. */
  private readonly spots: Alignment[] = [];
  private open: Open[] = [];

  private readonly effort: Effort;

  constructor(private readonly searched: Searched) {
    this.effort = new Effort(searched.size);
  }

  /**
   * Looks at a gram that stands in our note and before, unless it lies in what was found from another.
   * @param at our first word of it; it never falls
   * @param note the other note
   * @param place its first word there
   */
  offer(at: number, note: number, place: number): void {
    const { searched } = this;
    const isSameNote = note === searched.note;
    if (isSameNote && place + GRAM > at) return;
    const known = this.openAt(at);
    // A text that does nothing but repeat itself needs no more than one other place.
    if (known.length > 0 && this.effort.isSpent) return;
    const ours = searched.subject.words;
    const theirs = searched.wordsOf(note);
    const seed = { at, place, length: GRAM };
    // Where both sides would overlap, the words may go on being equal: another part of them may be free.
    const equal = maximalRun(ours, theirs, seed, false, this.effort.longestRun);
    this.effort.spend(equal.length);
    searched.onCompared?.(alignmentOf(equal), note);
    if (equal.length >= GUARANTEED) this.spots.push(alignmentOf(equal));
    if (known.some((open) => open.note === note && holds(open, at, place))) return;
    const run = isSameNote ? maximalRun(ours, theirs, seed, true, this.effort.longestRun) : equal;
    // What is around a stock phrase is found by its own words, if it is anything.
    const isAlone = this.effort.isSpent || searched.subject.isCommon(at);
    const alignment = aligned(ours, theirs, run, isSameNote, isAlone ? 0 : undefined);
    this.effort.spend(alignment.end - alignment.at);
    searched.onCompared?.(alignment, note);
    const passages = this.accept(alignment, note);
    for (const match of passages) this.found.push({ ...match, note });
    const isPassage = passages.some(({ runs }) => runs.length > 1);
    if (isPassage) this.spots.push(alignment);
    this.open.push({ note, alignment, isPassage, run: 0 });
  }

  /**
   * Disjoint repeats in the order of the text. Those that are word for word are led to the first place of their words,
   * and what was passed over for the sake of something that is not reported after all gets its turn.
   */
  chosen(): Placed[] {
    const { note, order, isTaken } = this.searched;
    const accept = (alignment: Alignment, other: number) => this.placed(alignment, other);
    const repeats = chosen(this.found, { note, order, accept }, isTaken).map((repeat) => this.fromFirst(repeat));
    this.sweep(repeats);
    for (const { at, end } of [...this.spots, ...this.found, ...repeats]) isTaken.fill(0, at, end);
    return repeats.sort((a, b) => a.at - b.at);
  }

  /** Looks once more where words are equal and not taken: what stood there may have been part of something else. */
  private sweep(repeats: Placed[]): void {
    const { isTaken } = this.searched;
    let tried: Tried[] = [];
    let next = 0;
    for (const { at: from, end } of this.spots.sort((a, b) => a.at - b.at)) {
      for (let at = Math.max(from, next); at + GRAM <= end && !this.effort.isSpent; at++) {
        if (!isFree(isTaken, at)) continue;
        tried = tried.filter((run) => run.end > at);
        for (const place of this.searched.placesBefore(at)) this.retry(at, place, tried, repeats);
      }
      next = Math.max(next, end);
    }
  }

  private retry(at: number, { note, word }: NoteWord, tried: Tried[], repeats: Placed[]): void {
    const { isTaken } = this.searched;
    if (note === this.searched.note && word + GRAM > at) return;
    if (!isFree(isTaken, at) || tried.some((run) => run.note === note && run.shift === at - word)) return;
    const seed = { at, place: word, length: GRAM };
    if (!areEqual(this.searched.subject.words, this.searched.wordsOf(note), seed)) return;
    const run = this.freeRun(seed, note);
    tried.push({ note, shift: at - word, end: endOf(run) });
    for (const left of this.placed(alignmentOf(run), note)) {
      isTaken.fill(1, left.at, left.end);
      repeats.push(this.fromFirst(left));
    }
  }

  private placed(alignment: Alignment, note: number): Placed[] {
    return this.accept(alignment, note).map((match) => ({ ...match, note }));
  }

  private accept(alignment: Alignment, note: number): Match[] {
    const { subject, options, counted } = this.searched;
    return accepted(subject, this.searched.wordsOf(note), alignment, options, counted);
  }

  /** A repeat that is word for word, from the first place where its words stand; there it may be longer. */
  private fromFirst(repeat: Placed): Placed {
    const [run] = repeat.runs;
    if (!run || repeat.runs.length > 1) return repeat;
    let first = repeat;
    for (const at of this.tellingGrams(run)) {
      for (const { note, word } of this.searched.placesBefore(at)) {
        const again = { ...run, place: word - (at - run.at) };
        if (!this.isBefore(note, again.place, first)) continue;
        if (!areEqual(this.searched.subject.words, this.searched.wordsOf(note), again)) continue;
        const [same] = this.placed(alignmentOf(again), note);
        if (same && same.units === repeat.units) first = same;
      }
    }
    if (first === repeat) return repeat;
    const [longer] = this.placed(alignmentOf(this.freeRun(first.runs[0] as Run, first.note)), first.note);
    if (!longer || longer.units < first.units) return first;
    this.searched.isTaken.fill(1, longer.at, longer.end);
    return longer;
  }

  /** Four words in a row with whose grams all places of a run are found; a stutter at the beginning has none. */
  private tellingGrams(run: Run): number[] {
    const last = endOf(run) - GRAM;
    let at = run.at;
    while (at < last && gramAt(this.searched.subject.words, at) === NO_GRAM) at++;
    return Array.from({ length: Math.max(0, Math.min(WINDOW, last + 1 - at)) }, (_, i) => at + i);
  }

  /** The run around another, as far as words are equal and not taken. */
  private freeRun(seed: Run, note: number): Run {
    const { isTaken } = this.searched;
    const isSameNote = note === this.searched.note;
    const { longestRun } = this.effort;
    const theirs = this.searched.wordsOf(note);
    const run = maximalRun(this.searched.subject.words, theirs, seed, isSameNote, longestRun);
    this.effort.spend(run.length);
    this.searched.onCompared?.(alignmentOf(run), note);
    let from = seed.at;
    while (from > run.at && isTaken[from - 1] === 0) from--;
    let to = seed.at + seed.length;
    while (to < run.at + run.length && isTaken[to] === 0) to++;
    return { at: from, place: run.place + from - run.at, length: to - from };
  }

  private isBefore(note: number, place: number, first: Placed): boolean {
    return note === first.note ? place < first.place : this.searched.order(note, first.note) < 0;
  }

  /** The alignments that reach beyond one of our words; those that do not are let go. */
  private openAt(at: number): readonly Open[] {
    if (this.open.some(({ alignment }) => alignment.end <= at)) {
      this.open = this.open.filter(({ alignment }) => alignment.end > at);
    }
    return this.open;
  }
}

/** Whether a gram lies in an edited passage that was found, or in a run of equal words that was looked at. */
function holds(open: Open, at: number, place: number): boolean {
  const { alignment, isPassage } = open;
  if (isPassage) return alignment.place <= place && place < alignment.placeEnd;
  const { runs } = alignment;
  while (open.run < runs.length - 1 && endOf(runs[open.run] as Run) <= at) open.run++;
  const run = runs[open.run] as Run;
  return run.at <= at && at < endOf(run) && at - place === run.at - run.place;
}

function isFree(isTaken: Uint8Array, at: number): boolean {
  for (let i = at; i < at + GRAM; i++) if (isTaken[i] === 1) return false;
  return true;
}

function alignmentOf(run: Run): Alignment {
  return { at: run.at, end: endOf(run), place: run.place, placeEnd: run.place + run.length, runs: [run] };
}

function endOf({ at, length }: Run): number {
  return at + length;
}
