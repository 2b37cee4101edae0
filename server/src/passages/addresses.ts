import { type Chunk, LOOKAHEAD } from './chunks';
import { sketchOf } from './grams';
import type { IndexedNote, Place } from './indexedNote';
import { FLAG, type Words } from './words';

/** Addresses are given out in pages, so that what an edit frees is of use to what comes in its place. */
const PAGE_BITS = 6;
const PAGE = 1 << PAGE_BITS;

/** By how much the room for sketches grows. */
const GROWTH = 1.2;

/**
 * The addresses of all words in the index, a sketch of each, and whether it is declared as somebody else's: enough to tell, without reading a note again, where
 * words are most likely equal. A chunk has its addresses in a row; those of a chunk that is gone are given out again.
 */
export class Addresses {
  /** By address. */
  sketches: Uint8Array = new Uint8Array(0);
  /** A bit by address: 1 for a word that is declared as somebody else's. */
  private declared: Uint8Array = new Uint8Array(0);
  /** By page. */
  private readonly owners: (Chunk | undefined)[] = [];
  /** First pages of stretches that are free, by their length. */
  private readonly free = new Map<number, number[]>();

  /** Bytes of memory that they take. */
  get bytes(): number {
    return this.sketches.byteLength + this.declared.byteLength + 8 * this.owners.length;
  }

  /** The first of the addresses for a chunk of so many words; `give` says whose they are. */
  take(words: number): number {
    const pages = pagesOf(addressesOf(words));
    const page = this.free.get(pages)?.pop() ?? this.owners.length;
    const end = (page + pages) << PAGE_BITS;
    if (end > this.sketches.length) {
      const length = Math.ceil(Math.max(end, GROWTH * this.sketches.length));
      this.sketches = copyOf(this.sketches, length);
      this.declared = copyOf(this.declared, (length >> 3) + 1);
    }
    for (let i = page; i < page + pages; i++) this.owners[i] = undefined;
    return page << PAGE_BITS;
  }

  /** Gives a chunk the addresses that were taken for it, or tells of its words anew. */
  give(chunk: Chunk, { count, hashes, flags }: Words): void {
    const first = chunk.base >> PAGE_BITS;
    for (let page = first; page < first + pagesOf(addressesOf(chunk.words)); page++) this.owners[page] = chunk;
    for (let i = 0; i < count; i++) {
      const address = chunk.base + i;
      this.sketches[address] = sketchOf(hashes[i] as number);
      const bit = 1 << (address & 7);
      const others = (this.declared[address >> 3] as number) & ~bit;
      this.declared[address >> 3] = ((flags[i] as number) & FLAG.quoted) !== 0 ? others | bit : others;
    }
  }

  /** Whether one of some words is declared as somebody else's. */
  isDeclared(address: number, count: number): boolean {
    for (let at = address; at < address + count; at++) {
      if (((this.declared[at >> 3] as number) & (1 << (at & 7))) !== 0) return true;
    }
    return false;
  }

  /** Whether the addresses of a chunk do when it has another number of words. */
  fits(chunk: Chunk, words: number): boolean {
    return pagesOf(addressesOf(words)) === pagesOf(addressesOf(chunk.words));
  }

  /** Takes the addresses of a chunk back. */
  release({ base, words }: Chunk): void {
    const pages = pagesOf(addressesOf(words));
    const known = this.free.get(pages);
    if (known) known.push(base >> PAGE_BITS);
    else this.free.set(pages, [base >> PAGE_BITS]);
  }

  /** As of the index, in a note. */
  sketchesAround({ chunks }: IndexedNote, { chunk, offset }: Place, before: number, into: Int32Array): void {
    const { sketches } = this;
    let { index } = chunk;
    let word = offset - before;
    while (word < 0 && index > 0) word += (chunks[--index] as Chunk).words;
    for (let i = 0; i < into.length; i++, word++) {
      while (index < chunks.length && word >= (chunks[index] as Chunk).words) word -= (chunks[index++] as Chunk).words;
      into[i] = word < 0 || index === chunks.length ? -2 : (sketches[(chunks[index] as Chunk).base + word] as number);
    }
  }

  /** As of the index, in a note. */
  equalSketches(ours: Words, at: number, { chunks }: IndexedNote, { chunk, offset }: Place, most: number): number {
    const end = Math.min(ours.count, at + most);
    let { index } = chunk;
    let word = offset;
    let next = at;
    for (; next < end; next++, word++) {
      while (index < chunks.length && word >= (chunks[index] as Chunk).words) word -= (chunks[index++] as Chunk).words;
      const other = chunks[index];
      if (!other || sketchOf(ours.hashes[next] as number) !== this.sketches[other.base + word]) break;
    }
    return next - at;
  }

  /** The chunk that has an address. */
  chunkAt(address: number): Chunk {
    return this.owners[address >> PAGE_BITS] as Chunk;
  }
}

/** The words behind a chunk that its fingerprints depend on have addresses in it, too. */
function addressesOf(words: number): number {
  return words + LOOKAHEAD;
}

function copyOf(bytes: Uint8Array, length: number): Uint8Array {
  const copy = new Uint8Array(length);
  copy.set(bytes);
  return copy;
}

function pagesOf(count: number): number {
  return Math.max(1, (count + PAGE - 1) >> PAGE_BITS);
}
