import { aligned, maximalRun, type Run } from './alignment';
import type { Chunk } from './chunks';
import { Effort } from './effort';
import { GRAM, gramAt, NO_GRAM } from './grams';
import type { IndexedNote, PassageIndex, Place } from './passageIndex';
import { PlaceTable } from './placeTable';
import { FLAG, type Words } from './words';

/** Words around a seed that are looked at before it is kept. What is found there depends on no other chunks. */
const REACH = 48;

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
  /** Which chunks of this note have a gram. */
  readonly holders: GramHolders;
}

/** Gram -> the chunks that have it. Most grams are in one chunk: that is kept as its address, others as a set. */
class GramHolders {
  private readonly table = new PlaceTable();
  private readonly byAddress = new Map<number, Chunk>();
  private readonly sets = new Map<number, Set<Chunk>>();
  private nextSet = -1;

  add(chunk: Chunk, grams: Int32Array): void {
    this.byAddress.set(chunk.base, chunk);
    for (const gram of grams) {
      if (gram === NO_GRAM) continue;
      const slot = this.table.slotOf(gram);
      if (slot < 0) this.table.add(gram, chunk.base);
      else this.addBeside(slot, chunk);
    }
  }

  private addBeside(slot: number, chunk: Chunk): void {
    const value = this.table.valueAt(slot);
    if (value === chunk.base) return;
    const set = this.sets.get(value);
    if (set) set.add(chunk);
    else {
      this.sets.set(this.nextSet, new Set([this.byAddress.get(value) as Chunk, chunk]));
      this.table.setValueAt(slot, this.nextSet--);
    }
  }

  remove(chunk: Chunk, grams: Int32Array): void {
    for (const gram of grams) {
      const slot = gram === NO_GRAM ? -1 : this.table.slotOf(gram);
      if (slot < 0) continue;
      const value = this.table.valueAt(slot);
      const set = this.sets.get(value);
      set?.delete(chunk);
      if (set?.size === 0) this.sets.delete(value);
      if (value === chunk.base || set?.size === 0) this.table.removeAt(slot);
    }
    this.byAddress.delete(chunk.base);
  }

  of(gram: number): Iterable<Chunk> {
    const slot = this.table.slotOf(gram);
    if (slot < 0) return [];
    const value = this.table.valueAt(slot);
    return this.sets.get(value) ?? [this.byAddress.get(value) as Chunk];
  }
}

/**
 * The seeds of notes, kept from one edit to the next: those of a chunk are sought again when it is another one, or when
 * a gram that it has stands in other places than before.
 */
export class Seeds {
  private readonly searched = new Map<number, SearchedNote>();

  constructor(private readonly index: PassageIndex) {}

  /** All seeds of a note, chunk by chunk. Cost: what has changed since the note was last asked for. */
  *of(note: IndexedNote): Iterable<{ readonly chunk: Chunk; readonly found: readonly Seed[] }> {
    const searched = this.refreshed(note);
    for (const chunk of note.chunks) {
      const known = searched.chunks.get(chunk) as SearchedChunk;
      known.seeds ??= this.seedsIn(note, chunk, known.grams);
      if (known.seeds.length > 0) yield { chunk, found: known.seeds };
    }
  }

  private refreshed(note: IndexedNote): SearchedNote {
    const known = this.searched.get(note.number);
    this.searched.delete(note.number);
    const searched = known ?? { revision: 0, chunks: new Map(), holders: new GramHolders() };
    this.searched.set(note.number, searched);
    if (this.searched.size > MOST_NOTES) this.searched.delete(this.searched.keys().next().value as number);
    // Of a note that was never searched nothing is known that a change could have made wrong.
    const changes = known ? this.index.changesSince(searched.revision) : NO_CHANGES;
    searched.revision = this.index.revision;
    if (changes) forgetChanged(searched, changes);
    else for (const chunk of searched.chunks.values()) chunk.seeds = null;
    for (const [chunk, { grams }] of searched.chunks) if (!chunk.isAlive) forgetChunk(searched, chunk, grams);
    const words = this.index.wordsOf(note);
    for (const chunk of note.chunks) if (!searched.chunks.has(chunk)) addChunk(searched, chunk, words);
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
      open = open.filter((run) => run.end > offset);
      for (const place of places) {
        const kind = this.kindOf(ours, chunk.word + offset, { chunk, offset }, place);
        const diagonal = offset - place.offset - place.chunk.base;
        if (!kind || open.some((run) => run.diagonal === diagonal || (effort.isSpent && run.kind === kind))) continue;
        const floor = ends.get(diagonal) ?? 0;
        const run = this.runAt(ours, chunk.word + offset, place, place.chunk.note === note.number, floor);
        if (!run) continue;
        ends.set(diagonal, run.end);
        effort.spend(run.end - chunk.word - offset);
        // A quotation says itself that it has a source.
        if (run.isPromising || kind === 'quotation') seeds.push({ kind, offset, place });
        open.push({ kind, diagonal, end: run.end - chunk.word });
      }
    }
    return seeds;
  }

  /** What a place can be to a gram of ours; null for nothing. */
  private kindOf(ours: Words, at: number, here: Place, place: Place): SeedKind | null {
    const other = this.index.noteOf(place.chunk) as IndexedNote;
    const theirs = this.index.wordsOf(other);
    const [isOurs, isTheirs] = [declared(ours, at), declared(theirs, place.chunk.word + place.offset)];
    if (isTheirs !== 'none') return null;
    if (isOurs === 'all') return 'quotation';
    return isOurs === 'none' && this.index.isBefore(place, here) ? 'repeat' : null;
  }

  /**
   * The run of equal words around a seed, from one of our words on, and whether it is worth keeping; null where both
   * sides overlap.
   */
  private runAt(ours: Words, at: number, place: Place, isSameNote: boolean, floor: number): FoundRun | null {
    const theirs = this.index.wordsOf(this.index.noteOf(place.chunk) as IndexedNote);
    const seed: Run = { at, place: place.chunk.word + place.offset, length: GRAM };
    if (isSameNote && Math.abs(at - seed.place) < GRAM) return null;
    // The source of a quotation may stand behind it.
    const isBounded = isSameNote && seed.place < at;
    const run = maximalRun(ours, theirs, seed, isBounded, floor);
    const end = run.at + run.length;
    if (run.length >= LEAST_RUN) return { end, isPromising: true };
    const { runs } = aligned(ours, theirs, run, isBounded, REACH);
    return { end, isPromising: runs.reduce((sum, { length }) => sum + length, 0) >= LEAST_AROUND };
  }
}

const NO_CHANGES = new Int32Array(0);

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

function addChunk({ chunks, holders }: SearchedNote, chunk: Chunk, words: Words): void {
  const grams = new Int32Array(chunk.words);
  for (let offset = 0; offset < chunk.words; offset++) grams[offset] = gramAt(words, chunk.word + offset);
  holders.add(chunk, grams);
  chunks.set(chunk, { grams, seeds: null });
}

function forgetChunk({ chunks, holders }: SearchedNote, chunk: Chunk, grams: Int32Array): void {
  holders.remove(chunk, grams);
  chunks.delete(chunk);
}

/** Forgets the seeds of chunks with grams whose places have changed. */
function forgetChanged({ chunks, holders }: SearchedNote, changes: Int32Array): void {
  for (const gram of new Set(changes)) {
    for (const chunk of holders.of(gram)) {
      const known = chunks.get(chunk);
      if (known) known.seeds = null;
    }
  }
}
