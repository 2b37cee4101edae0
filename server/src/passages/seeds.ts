import { aligned, areEqual, maximalRun, type Run } from './alignment';
import type { Chunk } from './chunks';
import { Effort } from './effort';
import { GRAM, NO_GRAM, sketchedGramAt, sketchOf } from './grams';
import type { IndexedNote, PassageIndex, Place } from './passageIndex';
import { StretchMemo } from './stretches';
import { FLAG, type Words } from './words';

/** Words around a seed that are looked at before it is kept. What is found there depends on no other chunks. */
const REACH = 48;

/** The words around a seed and the seed itself. */
const AROUND = REACH + GRAM + REACH;

/** Equal words, in a row or around a seed, that make it worth keeping. */
const LEAST_RUN = 7;
const LEAST_AROUND = 8;

/** Notes of which seeds are kept: those that were asked for last. */
const MOST_NOTES = 8;

/** What a seed is one of: a passage that comes again, or a quotation and its source. */
export type SeedKind = 'repeat' | 'quotation';

/** A gram of a note that stands elsewhere, too, with more equal words around it. Places count from their chunks. */
export interface Seed {
  readonly kind: SeedKind;
  readonly offset: number;
  readonly place: Place;
}

/** What is known of a chunk of a note that is looked at again and again. */
interface SearchedChunk {
  readonly grams: Int32Array;
  seeds: readonly Seed[] | null;
}

interface SearchedNote {
  revision: number;
  readonly chunks: Map<Chunk, SearchedChunk>;
  readonly memos: Map<SeedKind, StretchMemo>;
}

/** A chunk of a note, and the seeds in it. While neither changes, the seeds are the same object. */
export interface SeededChunk {
  readonly chunk: Chunk;
  readonly found: readonly Seed[];
}

/**
 * The seeds of notes, kept from one edit to the next: those of a chunk are sought again when it is another one, or when
 * a gram that it has stands in other places than before.
 */
export class Seeds {
  private readonly searched = new Map<number, SearchedNote>();
  private readonly mine = wordsAround();
  private readonly theirs = wordsAround();

  constructor(private readonly index: PassageIndex) {}

  /** All chunks of a note with their seeds. Cost: what has changed since the note was last asked for. */
  of(note: IndexedNote): SeededChunk[] {
    const searched = this.refreshed(note);
    return note.chunks.map((chunk) => {
      const known = searched.chunks.get(chunk) as SearchedChunk;
      known.seeds ??= this.seedsIn(note, chunk, known.grams);
      return { chunk, found: known.seeds };
    });
  }

  /** What was found in a note the last time that the same was asked of it. Ask for its seeds first. */
  memoOf(note: IndexedNote, kind: SeedKind, asked: string): StretchMemo {
    const { memos } = this.searched.get(note.number) as SearchedNote;
    let memo = memos.get(kind);
    if (memo?.asked !== asked) {
      memo = new StretchMemo(asked);
      memos.set(kind, memo);
    }
    return memo;
  }

  private refreshed(note: IndexedNote): SearchedNote {
    const known = this.searched.get(note.number);
    this.searched.delete(note.number);
    const searched = known ?? { revision: this.index.revision, chunks: new Map(), memos: new Map() };
    this.searched.set(note.number, searched);
    if (this.searched.size > MOST_NOTES) this.searched.delete(this.searched.keys().next().value as number);
    const changes = this.index.changesSince(searched.revision);
    searched.revision = this.index.revision;
    if (changes) forgetChanged(searched, changes);
    else for (const chunk of searched.chunks.values()) chunk.seeds = null;
    for (const chunk of searched.chunks.keys()) if (!chunk.isAlive) searched.chunks.delete(chunk);
    const words = this.index.wordsOf(note);
    for (const chunk of note.chunks) {
      if (!searched.chunks.has(chunk)) searched.chunks.set(chunk, { grams: gramsOf(chunk, words), seeds: null });
    }
    return searched;
  }

  private seedsIn(note: IndexedNote, chunk: Chunk, grams: Int32Array): readonly Seed[] {
    const seeds: Seed[] = [];
    const ours = this.index.wordsOf(note);
    const effort = new Effort(chunk.words);
    let open: OpenRun[] = [];
    const ends = new Map<number, number>();
    for (let offset = 0; offset < grams.length; offset++) {
      const gram = grams[offset] as number;
      const places = gram === NO_GRAM ? [] : this.index.placesOf(gram);
      if (places.length === 0) continue;
      const at = chunk.word + offset;
      const isOurs = declared(ours, at);
      if (isOurs === 'some') continue;
      const kind = isOurs === 'all' ? 'quotation' : 'repeat';
      open = open.filter((run) => run.end > offset);
      for (const place of places) {
        const diagonal = offset - place.offset - place.chunk.base;
        if (open.some((run) => run.diagonal === diagonal || (effort.isSpent && run.kind === kind))) continue;
        if (!this.canBe(kind, ours, { chunk, offset }, place)) continue;
        const floor = ends.get(diagonal) ?? 0;
        const run = this.runAt(ours, at, place, place.chunk.note === note.number, floor);
        if (!run) continue;
        ends.set(diagonal, run.end);
        effort.spend(run.end - at);
        // A quotation says itself that it has a source.
        if (run.isPromising || kind === 'quotation') seeds.push({ kind, offset, place });
        open.push({ kind, diagonal, end: run.end - chunk.word });
      }
    }
    return seeds;
  }

  /** Whether a place can be to a gram of ours what is sought. What need not be read is told first. */
  private canBe(kind: SeedKind, ours: Words, here: Place, place: Place): boolean {
    const at = here.chunk.word + here.offset;
    if (kind === 'repeat' && !(this.index.isBefore(place, here) && this.seemsPromising(ours, at, place))) return false;
    const theirs = this.index.wordsOf(this.index.noteOf(place.chunk) as IndexedNote);
    const seed = { at, place: place.chunk.word + place.offset, length: GRAM };
    return areEqual(ours, theirs, seed) && declared(theirs, seed.place) === 'none';
  }

  /**
   * Whether, by the sketches of the words, a place is as `runAt` asks. Few that only share five words pass, and none
   * that has more is held back, but where a sketch that is equal by chance leads an alignment astray.
   */
  private seemsPromising(ours: Words, at: number, place: Place): boolean {
    const { mine, theirs } = this;
    for (let i = 0; i < AROUND; i++) {
      const word = at - REACH + i;
      mine.hashes[i] = word >= 0 && word < ours.count ? sketchOf(ours.hashes[word] as number) : NO_WORD;
    }
    this.index.sketchesAround(place, REACH, theirs.hashes);
    const run = maximalRun(mine, theirs, { at: REACH, place: REACH, length: GRAM }, false);
    if (run.length >= LEAST_RUN) return true;
    return equalIn(aligned(mine, theirs, run, false).runs) >= LEAST_AROUND;
  }

  /** The run of equal words around a seed, from one of our words on; null where both sides overlap. */
  private runAt(ours: Words, at: number, place: Place, isSameNote: boolean, floor: number): FoundRun | null {
    const theirs = this.index.wordsOf(this.index.noteOf(place.chunk) as IndexedNote);
    const seed: Run = { at, place: place.chunk.word + place.offset, length: GRAM };
    if (isSameNote && Math.abs(at - seed.place) < GRAM) return null;
    // The source of a quotation may stand behind it.
    const isBounded = isSameNote && seed.place < at;
    const run = maximalRun(ours, theirs, seed, isBounded, floor);
    const end = run.at + run.length;
    if (run.length >= LEAST_RUN) return { end, isPromising: true };
    return { end, isPromising: equalIn(aligned(ours, theirs, run, isBounded, REACH).runs) >= LEAST_AROUND };
  }
}

function equalIn(runs: readonly Run[]): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

/** The words around a seed, by their sketches. */
function wordsAround(): Words {
  return { count: AROUND, starts: new Int32Array(0), hashes: new Int32Array(AROUND), flags: new Uint8Array(AROUND) };
}

/** Stand for a word where there is none, in our note and in theirs. */
const NO_WORD = -1;

interface FoundRun {
  readonly end: number;
  readonly isPromising: boolean;
}

interface OpenRun {
  readonly kind: SeedKind;
  readonly diagonal: number;
  readonly end: number;
}

/** Whether none, some or all of the words of a gram are declared as somebody else's. */
function declared({ flags }: Words, at: number): 'none' | 'some' | 'all' {
  let count = 0;
  for (let i = at; i < at + GRAM; i++) if (((flags[i] as number) & FLAG.quoted) !== 0) count++;
  return count === 0 ? 'none' : count === GRAM ? 'all' : 'some';
}

function gramsOf(chunk: Chunk, words: Words): Int32Array {
  const grams = new Int32Array(chunk.words);
  for (let offset = 0; offset < chunk.words; offset++) grams[offset] = sketchedGramAt(words, chunk.word + offset);
  return grams;
}

/** Forgets the seeds of chunks with grams whose places have changed. Cost: the changes, and the words of the note. */
function forgetChanged({ chunks }: SearchedNote, changes: Int32Array): void {
  if (changes.length === 0) return;
  const changed = new Set(changes);
  // Most grams are told by a bit not to be among them.
  const bits = new Uint8Array(FILTER);
  for (const gram of changed) bits[gram & (FILTER - 1)] = 1;
  for (const known of chunks.values()) {
    const { grams } = known;
    for (let i = 0; i < grams.length && known.seeds; i++) {
      const gram = grams[i] as number;
      if (bits[gram & (FILTER - 1)] === 1 && changed.has(gram)) known.seeds = null;
    }
  }
}

const FILTER = 1 << 15;
