/** The passages of all notes of a workspace, kept up to date edit by edit. */
import type { NoteTree } from '../syntax/tree';
import { Addresses } from './addresses';
import { ChangeLog } from './changeLog';
import { type ChunkEdit, chunkEdit, gramsAround } from './chunkEdits';
import {
  Chunk,
  ChunkReader,
  type Fingerprint,
  fingerprintsOf,
  LOOKAHEAD,
  neighbouringWords,
  neighboursOf,
  type ReadChunk,
} from './chunks';
import { gramOfSketches } from './grams';
import { arrange, chunkIndexAt, type IndexedNote, type Place, wordAt } from './indexedNote';
import { KeptWords, splicedWords, wordsOfChunks } from './keptWords';
import { changedChunks } from './noteChunks';
import { wordsOf } from './passageText';
import { Postings } from './postings';
import type { Words } from './words';

/** How chunks in a row change; null for those whose words are as before. */
type ChunkEdits = readonly (ChunkEdit | null)[];

/** Bytes that a chunk takes beside its words, about. */
const BYTES_OF_CHUNK = 100;

/** Chunks whose words are kept for a moment. */
const MOST_CHUNKS = 16;

/**
 * Fingerprints of all notes. A note is known by any string; the order of notes is given once. The words themselves are
 * not kept: they are read again, from the text that the note's tree has, where something may be found.
 */
export class PassageIndex {
  private readonly notes = new Map<string, IndexedNote>();
  private readonly numbered: (IndexedNote | undefined)[] = [];
  private readonly postings: Postings;
  private readonly addresses = new Addresses();
  private chunkCount = 0;
  private readonly words = new KeptWords();
  private readonly chunkWordsRead = new Map<Chunk, Words>();
  readonly changes = new ChangeLog();

  /** @param comesBefore whether one note comes before another: of two equal passages the first is the original */
  constructor(private readonly comesBefore: (a: string, b: string) => boolean) {
    const order = {
      gramAt: (address: number) => gramOfSketches(this.addresses.sketches, address),
      isBefore: (address: number, other: number) => this.isBefore(this.placeAt(address), this.placeAt(other)),
      neighboursAt: (address: number, gram: number) => this.neighboursAt(address, gram),
      formerNeighboursAt: (address: number) => this.formerNeighboursAt(address),
    };
    this.postings = new Postings(order, (gram) => this.changes.tell(gram));
  }

  /** Bytes of memory that the index takes beside the trees of the notes; what is kept to be fast is part of it. */
  get bytes(): number {
    const kept = 9 * this.words.count + this.changes.bytes;
    return this.postings.bytes + this.addresses.bytes + BYTES_OF_CHUNK * this.chunkCount + kept;
  }

  get(name: string): IndexedNote | undefined {
    return this.notes.get(name);
  }

  byNumber(note: number): IndexedNote | undefined {
    return this.numbered[note];
  }

  noteOf({ note }: Chunk): IndexedNote | undefined {
    return this.numbered[note];
  }

  /** Adds a note, or gives it another text. Cost: that of the chunks that the edit touched; otherwise of the note. */
  set(name: string, tree: NoteTree): void {
    const before = this.notes.get(name);
    if (before?.tree === tree) return;
    const number = before?.number ?? this.numbered.length;
    const { from, to, read } = changedChunks(before ?? null, tree);
    const edits = before ? this.editsOf(before, from, to, read) : null;
    const cut = before && { front: wordAt(before.chunks, from), back: wordAt(before.chunks, to) };
    if (edits) this.removeEdited(edits);
    else if (before) this.removeChunks(before, from, to);
    const words = this.words.get(number);
    if (!before && this.words.hasRoomFor(countOf(read))) this.words.keep(number, wordsOfChunks(read));
    else if (words && cut) {
      this.words.keep(number, splicedWords(words, cut, read, tree.text.length - before.tree.text.length));
    }
    if (edits) this.change(before?.chunks.slice(from, to) ?? [], edits, read);
    const fresh = edits ? [] : read.map((chunk) => this.newChunk(number, chunk));
    const old = before?.chunks ?? [];
    const chunks = edits ? old : [...old.slice(0, from), ...fresh, ...old.slice(to)];
    arrange(chunks);
    this.notes.set(name, { name, number, tree, chunks });
    this.numbered[number] = this.notes.get(name);
    if (edits) this.addEdited(edits, read);
    fresh.forEach(({ base }, i) => {
      const { words: of, count } = read[i] as ReadChunk;
      for (const { gram, word } of fingerprintsOf(of, count)) this.postings.add(gram, base + word);
    });
  }

  /** How chunks `[from, to)` of a note change, if they may be kept; null where others come in their place. */
  private editsOf(note: IndexedNote, from: number, to: number, read: readonly ReadChunk[]): ChunkEdits | null {
    const chunks = note.chunks.slice(from, to);
    if (chunks.length !== read.length) return null;
    if (!read.every(({ count }, i) => this.addresses.fits(chunks[i] as Chunk, count))) return null;
    return chunks.map((chunk, i) => chunkEdit(chunk, this.chunkWords(note, chunk), read[i] as ReadChunk));
  }

  private removeEdited(edits: ChunkEdits): void {
    for (const edit of edits.toReversed()) {
      for (const { gram, word } of edit?.removed ?? [])
        this.postings.remove(gram, (edit as ChunkEdit).chunk.base + word);
    }
  }

  private addEdited(edits: ChunkEdits, read: readonly ReadChunk[]): void {
    for (const edit of edits) {
      for (const { gram, word } of edit?.added ?? []) this.postings.add(gram, (edit as ChunkEdit).chunk.base + word);
    }
    for (const gram of gramsAround(edits, read)) this.changes.tell(gram);
  }

  private change(chunks: readonly Chunk[], edits: ChunkEdits, read: readonly ReadChunk[]): void {
    chunks.forEach((chunk, i) => {
      const { blocks, count, open, words } = read[i] as ReadChunk;
      this.chunkWordsRead.delete(chunk);
      chunk.blocks = blocks;
      chunk.words = count;
      chunk.open = open;
      if (!edits[i]) return;
      chunk.version++;
      this.addresses.give(chunk, words);
    });
  }

  /** Forgets a note; nothing happens for one that is not known. Cost: that of the note. */
  delete(name: string): void {
    const note = this.notes.get(name);
    if (!note) return;
    this.removeChunks(note, 0, note.chunks.length);
    this.notes.delete(name);
    this.numbered[note.number] = undefined;
    this.words.forget(note.number);
  }

  /**
   * Whether a gram that a note has stands elsewhere than at a revision of `changes`, or among other words; or too much has
   * changed to tell. Cost: the words of the note; nothing where nothing has changed.
   */
  hasChanged({ chunks }: IndexedNote, since: number): boolean {
    if (since === this.changes.revision) return false;
    const changed = this.changes.setSince(since);
    if (!changed) return true;
    const { sketches } = this.addresses;
    for (const { base, words } of chunks) {
      // What is no gram, because a quotation begins in it or for other reasons, is looked for, too, in vain.
      for (let at = base; at < base + words; at++) if (changed.has(gramOfSketches(sketches, at))) return true;
    }
    return false;
  }

  /** The words of a note. Cost: nothing if it was asked for not long ago, otherwise the note. */
  wordsOf(note: IndexedNote): Words {
    return this.words.getOr(note.number, () => wordsOf(note.tree));
  }

  /** Runs a search during which no words are forgotten, however many notes it looks into. */
  searching<T>(search: () => T): T {
    return this.words.searching(search);
  }

  /** Where a gram stands, in order: all places, or the first if there are very many. */
  placesOf(gram: number): Place[] {
    const places = this.postings.placesOf(gram).map((address) => this.placeAt(address));
    return places.length > 1 ? places.sort((a, b) => (this.isBefore(a, b) ? -1 : 1)) : places;
  }

  /** Whether a gram stands anywhere else than at an address. What does not is most of a note: to tell it costs no object. */
  isElsewhere(gram: number, address: number): boolean {
    return this.postings.isElsewhere(gram, address);
  }

  /**
   * Sketches of the words around a place, as many as fit into an array; -2 where there is no word.
   * @param before how many words before the place come first
   */
  sketchesAround(place: Place, before: number, into: Int32Array): void {
    this.addresses.sketchesAround(this.noteOf(place.chunk) as IndexedNote, place, before, into);
  }

  /** Whether one of some words from a place on is declared as somebody else's. */
  isDeclared({ chunk, offset }: Place, count: number): boolean {
    return this.addresses.isDeclared(chunk.base + offset, count);
  }

  /** How many of our words from one on have the sketches of those from a place on, of so many at most. */
  equalSketches(ours: Words, at: number, place: Place, most: number): number {
    return this.addresses.equalSketches(ours, at, this.noteOf(place.chunk) as IndexedNote, place, most);
  }

  isCommon(gram: number): boolean {
    return this.postings.isCommon(gram);
  }

  /** Whether one place comes before another: in a note before, or earlier in the same note. */
  isBefore(a: Place, b: Place): boolean {
    if (a.chunk.note !== b.chunk.note) return this.compare(a.chunk.note, b.chunk.note) < 0;
    return a.chunk.word + a.offset < b.chunk.word + b.offset;
  }

  /** Below 0 where one note, by number, comes before another. */
  compare(note: number, other: number): number {
    if (note === other) return 0;
    const [a, b] = [this.numbered[note]?.name ?? '', this.numbered[other]?.name ?? ''];
    return this.comesBefore(a, b) ? -1 : 1;
  }

  private newChunk(note: number, { blocks, count, open, words }: ReadChunk): Chunk {
    const chunk = new Chunk(note, this.addresses.take(count), blocks, count, open);
    this.addresses.give(chunk, words);
    this.chunkCount++;
    return chunk;
  }

  private removeChunks(note: IndexedNote, from: number, to: number): void {
    for (let index = to - 1; index >= from; index--) {
      const chunk = note.chunks[index] as Chunk;
      const words = this.chunkWords(note, chunk);
      for (const { gram, word } of fingerprintsOf(words, chunk.words).reverse()) {
        this.postings.remove(gram, chunk.base + word);
      }
    }
    // What is left of a stock phrase may look at all of them until the last is gone.
    for (const chunk of note.chunks.slice(from, to)) {
      chunk.isAlive = false;
      this.addresses.release(chunk);
      this.chunkCount--;
    }
  }

  /** The words of a chunk and those behind it. Cost: the chunk, unless the words of the note are kept. */
  private chunkWords(note: IndexedNote, chunk: Chunk): Words {
    const { word, words } = chunk;
    const all = this.words.get(note.number);
    if (!all) return this.readWords(note, chunk);
    const end = Math.min(all.count, word + words + LOOKAHEAD);
    return {
      count: end - word,
      starts: all.starts.subarray(word, end),
      hashes: all.hashes.subarray(word, end),
      flags: all.flags.subarray(word, end),
    };
  }

  /** Of a stock phrase one chunk after the other is asked for, of a long one again and again. */
  private readWords(note: IndexedNote, chunk: Chunk): Words {
    let words = this.chunkWordsRead.get(chunk);
    if (!words) {
      const reader = new ChunkReader(note.tree, chunk.block, chunk.open);
      words = reader.next(chunk.block + chunk.blocks, Number.POSITIVE_INFINITY).words;
      if (this.chunkWordsRead.size >= MOST_CHUNKS) this.chunkWordsRead.clear();
      this.chunkWordsRead.set(chunk, words);
    }
    return words;
  }

  private neighboursAt(address: number, gram: number): readonly Fingerprint[] {
    const { chunk, offset } = this.placeAt(address);
    const note = this.noteOf(chunk) as IndexedNote;
    const found = neighboursOf(this.chunkWords(note, chunk), chunk.words, { gram, word: offset });
    return found.map((other) => ({ gram: other.gram, word: chunk.base + other.word }));
  }

  private formerNeighboursAt(address: number): readonly Fingerprint[] {
    const { base, words } = this.addresses.chunkAt(address);
    const { sketches } = this.addresses;
    return neighbouringWords(address - base, words).map((offset) => {
      return { gram: gramOfSketches(sketches, base + offset), word: base + offset };
    });
  }

  /** A word of a note by its chunk. Cost: logarithmic. */
  placeOf({ chunks }: IndexedNote, word: number): Place {
    const chunk = chunks[chunkIndexAt(chunks, word)] as Chunk;
    return { chunk, offset: word - chunk.word };
  }

  private placeAt(address: number): Place {
    const chunk = this.addresses.chunkAt(address);
    return { chunk, offset: address - chunk.base };
  }
}

function countOf(read: readonly ReadChunk[]): number {
  return read.reduce((sum, { count }) => sum + count, 0);
}
