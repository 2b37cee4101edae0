import type { TextRange } from '../syntax/textRange';
import type { NoteTree } from '../syntax/tree';
import type { Alignment } from './alignment';
import type { Chunk } from './chunks';
import { chunkIndexAt, type IndexedNote, type Place } from './indexedNote';
import type { Seed, SeededChunk } from './seeds';

/** A seed and the word of the note that it begins with. */
export interface SeedAt {
  readonly seed: Seed;
  readonly at: number;
}

/** Words of some note. */
export interface Stretch {
  readonly note: IndexedNote;
  readonly from: number;
  readonly to: number;
}

/** A passage of a note and one that it is like. Where they stand is told by their chunks, so that edits may move them. */
export interface Likeness {
  readonly at: Place;
  /** Words of the passage. */
  readonly length: number;
  readonly place: Place;
  readonly placeLength: number;
  readonly similarity: number;
  readonly isVerbatim: boolean;
  /** Of a quotation, where it has other words than its source, counted from the first word of each. */
  readonly gaps: readonly WordGap[];
  /** The ranges of the other passage and of its gaps, if they have been asked for, in a text. */
  known: { readonly tree: NoteTree; readonly range: TextRange; readonly gaps: readonly TextRange[] } | null;
}

/** Words `[at, end)` of a passage that stand for `[place, placeEnd)` of another; either may be none. */
export type WordGap = Omit<Alignment, 'runs'>;

/** What was found from some seeds. */
export interface Finding {
  readonly found: readonly Likeness[];
  /** The words of our note that were of use: the first, and the one behind the last. */
  readonly from: Place;
  readonly to: Place;
  /** All words, of any notes, that it follows from. */
  readonly follows: readonly Stretch[];
}

interface Kept {
  readonly seeds: readonly SeedAt[];
  /** The chunks that it follows from; those of the note with their seeds, too. */
  readonly own: readonly SeededChunk[];
  readonly chunks: readonly Chunk[];
  /** The versions of all chunks. */
  readonly versions: readonly number[];
  readonly finding: Finding;
}

/**
 * What was found from some seeds of a note, from one time that it is asked to the next: as long as the words that it
 * follows from are those of the same chunks, with the same seeds. (An edit between two chunks replaces both, so chunks
 * that stood in a row and are all there still do.)
 */
export class StretchMemo {
  private known = new Map<Seed, Kept>();
  private next = new Map<Seed, Kept>();

  /** @param asked what is asked of the note, as far as it may differ from time to time */
  constructor(readonly asked: string) {}

  /**
   * What follows from some seeds.
   * @param own all chunks of the note, with their seeds
   * @param workOut finds it, where it is not known
   */
  get(note: IndexedNote, own: readonly SeededChunk[], seeds: readonly SeedAt[], workOut: () => Finding): Finding {
    const first = (seeds[0] as SeedAt).seed;
    const known = this.known.get(first);
    if (known && holds(known, own, seeds)) {
      this.next.set(first, known);
      return known.finding;
    }
    const finding = workOut();
    const all = new Set<Chunk>();
    for (const stretch of finding.follows) addChunks(stretch, all);
    const chunks = [...all];
    const versions = chunks.map(({ version }) => version);
    const kept = chunks.filter((chunk) => chunk.note === note.number).map(({ index }) => own[index] as SeededChunk);
    this.next.set(first, { seeds, own: kept, chunks, versions, finding });
    return finding;
  }

  /** The chunks that all that was found follows from, each once. */
  followed(): Chunk[] {
    return [...new Set([...this.known.values()].flatMap(({ chunks }) => chunks))];
  }

  /** Forgets what was not asked for since the last time. */
  turn(): void {
    this.known = this.next;
    this.next = new Map();
  }
}

function holds(known: Kept, own: readonly SeededChunk[], seeds: readonly SeedAt[]): boolean {
  return (
    known.seeds.length === seeds.length &&
    known.seeds.every(({ seed }, i) => seed === seeds[i]?.seed) &&
    known.chunks.every(({ isAlive, version }, i) => isAlive && version === known.versions[i]) &&
    known.own.every(({ chunk, found }) => own[chunk.index]?.found === found)
  );
}

/** Adds the chunks in which some words of a note stand. Cost: logarithmic, and their number. */
function addChunks({ note: { chunks }, from, to }: Stretch, all: Set<Chunk>): void {
  for (let index = chunkIndexAt(chunks, from); index < chunks.length; index++) {
    const chunk = chunks[index] as Chunk;
    all.add(chunk);
    if (chunk.word + chunk.words >= to) return;
  }
}
