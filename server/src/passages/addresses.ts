import type { Chunk } from './chunks';
import { sketchOf } from './grams';
import type { Words } from './words';

/** Addresses are given out in pages, so that what an edit frees is of use to what comes in its place. */
const PAGE_BITS = 6;
const PAGE = 1 << PAGE_BITS;

/** By how much the room for sketches grows. */
const GROWTH = 1.2;

/**
 * The addresses of all words in the index, and a sketch of each: enough to tell, without reading a note again, where
 * words are most likely equal. A chunk has its addresses in a row; those of a chunk that is gone are given out again.
 */
export class Addresses {
  /** By address. */
  sketches = new Uint8Array(0);
  /** By page. */
  private readonly owners: (Chunk | undefined)[] = [];
  /** First pages of stretches that are free, by their length. */
  private readonly free = new Map<number, number[]>();

  /** Bytes of memory that they take. */
  get bytes(): number {
    return this.sketches.byteLength + 8 * this.owners.length;
  }

  /** The first of some addresses in a row; `give` says whose they are. */
  take(count: number): number {
    const pages = pagesOf(count);
    const page = this.free.get(pages)?.pop() ?? this.owners.length;
    const end = (page + pages) << PAGE_BITS;
    if (end > this.sketches.length) {
      const sketches = new Uint8Array(Math.ceil(Math.max(end, GROWTH * this.sketches.length)));
      sketches.set(this.sketches);
      this.sketches = sketches;
    }
    for (let i = page; i < page + pages; i++) this.owners[i] = undefined;
    return page << PAGE_BITS;
  }

  /** Gives a chunk the addresses from its base on that were taken for it. */
  give(chunk: Chunk, { count, hashes }: Words): void {
    const first = chunk.base >> PAGE_BITS;
    for (let page = first; page < first + pagesOf(chunk.addresses); page++) this.owners[page] = chunk;
    for (let i = 0; i < count; i++) this.sketches[chunk.base + i] = sketchOf(hashes[i] as number);
  }

  /** Takes the addresses of a chunk back. */
  release({ base, addresses }: Chunk): void {
    const pages = pagesOf(addresses);
    const known = this.free.get(pages);
    if (known) known.push(base >> PAGE_BITS);
    else this.free.set(pages, [base >> PAGE_BITS]);
  }

  /** The chunk that has an address. */
  chunkAt(address: number): Chunk {
    return this.owners[address >> PAGE_BITS] as Chunk;
  }
}

function pagesOf(count: number): number {
  return Math.max(1, (count + PAGE - 1) >> PAGE_BITS);
}
