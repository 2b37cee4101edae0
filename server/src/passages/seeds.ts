import { aligned, maximalRun, type Run } from './alignment';
import type { Chunk } from './chunks';
import { Effort } from './effort';
import { GRAM, NO_GRAM, sketchedGramAt, sketchOf } from './grams';
import { GramTable } from './gramTable';
import type { IndexedNote, Place } from './indexedNote';
import type { PassageIndex } from './passageIndex';
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
  readonly version: number;
  seeds: readonly Seed[];
  isFresh: boolean;
  /** The words whose grams had places to look at the last time; null where that is not known. */
  looked: readonly number[] | null;
  /** The words whose grams have changed since then. */
  changed: number[];
}

interface SearchedNote {
  revision: number;
  /** The words of all chunks by their grams; null as long as the note was asked for only once. */
  table: GramTable<SearchedChunk> | null;
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
      if (!known.isFresh) known.seeds = kept(known.seeds, this.seedsIn(note, chunk, known));
      known.isFresh = true;
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

  /** The chunks from whose words follows what was found in a note the last time. */
  followed({ number }: IndexedNote, kind: SeedKind): Chunk[] {
    return this.searched.get(number)?.memos.get(kind)?.followed() ?? [];
  }

  private refreshed(note: IndexedNote): SearchedNote {
    const known = this.searched.get(note.number);
    this.searched.delete(note.number);
    const searched = known ?? newNote(this.index.changes.revision);
    this.searched.set(note.number, searched);
    if (this.searched.size > MOST_NOTES) this.searched.delete(this.searched.keys().next().value as number);
    const changes = this.index.changes.since(searched.revision);
    searched.revision = this.index.changes.revision;
    if (changes) forgetChanged(searched, changes);
    else for (const chunk of searched.chunks.values()) Object.assign(chunk, { isFresh: false, looked: null });
    for (const [chunk, gone] of searched.chunks) {
      if (chunk.isAlive) continue;
      searched.chunks.delete(chunk);
      searched.table?.remove(gone);
    }
    const words = this.index.wordsOf(note);
    for (const chunk of note.chunks) {
      const last = searched.chunks.get(chunk);
      if (last?.version === chunk.version) continue;
      const { version } = chunk;
      const seeds = last?.seeds ?? [];
      const grams = gramsOf(chunk, words);
      const fresh: SearchedChunk = { grams, version, seeds, isFresh: false, looked: null, changed: [] };
      searched.chunks.set(chunk, fresh);
      if (last) searched.table?.remove(last);
      searched.table?.add(fresh);
    }
    return searched;
  }

  private seedsIn(note: IndexedNote, chunk: Chunk, searched: SearchedChunk): readonly Seed[] {
    const { grams } = searched;
    const looked: number[] = [];
    const seeds: Seed[] = [];
    const ours = this.index.wordsOf(note);
    const effort = new Effort(chunk.words);
    let open: OpenRun[] = [];
    for (const offset of this.offsetsOf(chunk, searched)) {
      const at = chunk.word + offset;
      const kind = kindOf(ours, at);
      const places = kind ? this.placesOf(kind, grams[offset] as number, { chunk, offset }) : NONE;
      if (!kind || places.length === 0) continue;
      looked.push(offset);
      open = open.filter((run) => run.end > at);
      for (const place of places) {
        const diagonal = offset - place.offset - place.chunk.base;
        // A repeat may run on into a quotation, which has a source of its own.
        if (open.some((run) => run.kind === kind && (run.diagonal === diagonal || effort.isSpent))) continue;
        const end = this.runEnd(kind, ours, at, place, place.chunk.note === note.number, grams.length - offset);
        if (end === null) continue;
        effort.spend(end - at);
        // A quotation says itself that it has a source.
        if (kind === 'quotation' || this.isPromising(ours, at, place)) seeds.push({ kind, offset, place });
        open.push({ kind, diagonal, end });
      }
    }
    searched.looked = looked;
    searched.changed = [];
    return seeds;
  }

  /** The words of a chunk that may begin a seed: a gram that had no places, and of which nothing was told, has none now. */
  private offsetsOf(chunk: Chunk, { grams, looked, changed }: SearchedChunk): readonly number[] {
    if (looked) return [...new Set([...looked, ...changed])].sort((a, b) => a - b);
    const offsets: number[] = [];
    for (let offset = 0; offset < grams.length; offset++) {
      const gram = grams[offset] as number;
      if (gram !== NO_GRAM && this.index.isElsewhere(gram, chunk.base + offset)) offsets.push(offset);
    }
    return offsets;
  }

  /** Where a gram of ours may come from: from before, if it is no quotation, and from words that are somebody's own. */
  private placesOf(kind: SeedKind, gram: number, here: Place): readonly Place[] {
    const places = this.index.placesOf(gram);
    if (places.length === 0) return NONE;
    return places.filter((place) => {
      return !this.index.isDeclared(place, GRAM) && (kind === 'quotation' || this.index.isBefore(place, here));
    });
  }

  /** Our word behind the run of equal words from a seed on, of so many at most; null where both sides overlap. */
  private runEnd(
    kind: SeedKind,
    ours: Words,
    at: number,
    place: Place,
    isSameNote: boolean,
    most: number,
  ): number | null {
    const apart = isSameNote ? at - place.chunk.word - place.offset : Number.POSITIVE_INFINITY;
    if (Math.abs(apart) < GRAM) return null;
    // The source of a quotation may stand behind it.
    const end = at + this.index.equalSketches(ours, at, place, apart < 0 ? most : Math.min(most, apart));
    // Of quotations in a row each has a source of its own.
    return kind === 'quotation' ? quotedEnd(ours, at, end) : end;
  }

  /**
   * Whether a seed has more equal words around it, by the sketches of the words. A few that have none pass, and none that
   * has them is held back, but where a sketch that is equal by chance leads an alignment astray.
   */
  private isPromising(ours: Words, at: number, place: Place): boolean {
    const { mine, theirs } = this;
    for (let i = 0; i < AROUND; i++) {
      const word = at - REACH + i;
      mine.hashes[i] = word >= 0 && word < ours.count ? sketchOf(ours.hashes[word] as number) : NO_WORD;
    }
    this.index.sketchesAround(place, REACH, theirs.hashes);
    const run = maximalRun(mine, theirs, { at: REACH, place: REACH, length: GRAM }, false);
    return run.length >= LEAST_RUN || equalIn(aligned(mine, theirs, run, false).runs) >= LEAST_AROUND;
  }
}

const NONE: readonly Place[] = [];

/** Where the quoted paragraph that a word stands in ends, or a number of words is reached. */
function quotedEnd({ flags }: Words, word: number, end: number): number {
  let at = word + 1;
  while (at < end && ((flags[at] as number) & (FLAG.breaks | FLAG.paragraph)) === 0) at++;
  return at;
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

interface OpenRun {
  readonly kind: SeedKind;
  readonly diagonal: number;
  readonly end: number;
}

/** What a gram of ours may be one of; null where some of its words are declared as somebody else's and some not. */
function kindOf({ flags }: Words, at: number): SeedKind | null {
  let count = 0;
  for (let i = at; i < at + GRAM; i++) if (((flags[i] as number) & FLAG.quoted) !== 0) count++;
  return count === 0 ? 'repeat' : count === GRAM ? 'quotation' : null;
}

/** The seeds that were found again as they were before, so that what follows from them need not be worked out again. */
function kept(before: readonly Seed[], seeds: readonly Seed[]): readonly Seed[] {
  const isSame = (a: Seed, b: Seed) =>
    a.kind === b.kind && a.offset === b.offset && a.place.chunk === b.place.chunk && a.place.offset === b.place.offset;
  if (before.length === seeds.length && seeds.every((seed, i) => isSame(seed, before[i] as Seed))) return before;
  return seeds.map((seed) => before.find((other) => isSame(seed, other)) ?? seed);
}

function gramsOf(chunk: Chunk, words: Words): Int32Array {
  const grams = new Int32Array(chunk.words);
  for (let offset = 0; offset < chunk.words; offset++) grams[offset] = sketchedGramAt(words, chunk.word + offset);
  return grams;
}

/** Forgets the seeds of chunks with grams whose places have changed. Cost: the changes, and where these grams stand. */
function forgetChanged(searched: SearchedNote, changes: Int32Array): void {
  if (changes.length === 0) return;
  const table = searched.table ?? tableOf(searched);
  searched.table = table;
  for (const gram of new Set(changes)) {
    table.visit(gram, (known, offset) => {
      known.isFresh = false;
      known.changed.push(offset);
    });
  }
}

function tableOf({ chunks }: SearchedNote): GramTable<SearchedChunk> {
  const table = new GramTable<SearchedChunk>();
  for (const chunk of chunks.values()) table.add(chunk);
  return table;
}

function newNote(revision: number): SearchedNote {
  return { revision, table: null, chunks: new Map(), memos: new Map() };
}
