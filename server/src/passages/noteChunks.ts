import { changedBlocks } from '../syntax/edits';
import type { NoteTree } from '../syntax/tree';
import { type Chunk, ChunkReader, type ReadChunk } from './chunks';
import { OPEN } from './passageText';

/** Words a chunk has at least, but for the last of a note. */
const LEAST = 256;

/** How the chunks of a note change with its text. */
export interface ChunkChange {
  /** Chunks `[from, to)` of those before are gone. */
  readonly from: number;
  readonly to: number;
  /** What stands in their place. */
  readonly read: readonly ReadChunk[];
}

/**
 * What chunks of a note are read again: those that the edit touches and one on either side, since what is found in a
 * chunk depends on a few words around it. Cost: that of `changedBlocks`, and reading the chunks that are read again.
 * @param before the tree before and its chunks; null for a note that is new
 */
export function changedChunks(
  before: { tree: NoteTree; chunks: readonly Chunk[] } | null,
  tree: NoteTree,
): ChunkChange {
  if (!before) return { from: 0, to: 0, read: readUntil(new ChunkReader(tree, 0), tree.green.length) };
  const { chunks } = before;
  const changed = changedBlocks(before.tree, tree);
  let from = chunks.length;
  while (from > 0 && endOf(chunks[from - 1] as Chunk) > changed.from) from--;
  from = Math.max(0, from - 1);
  let to = from;
  while (to < chunks.length && (chunks[to] as Chunk).block < changed.oldTo) to++;
  to = Math.min(chunks.length, to + 1);
  const shift = tree.green.length - before.tree.green.length;
  const first = chunks[from];
  const start = first?.block ?? 0;
  for (; ; to++) {
    const next = chunks[to];
    const reader = new ChunkReader(tree, start, first?.open ?? OPEN.nothing);
    const read = readUntil(reader, next ? next.block + shift : tree.green.length);
    // A chunk that is kept must go on as before, and none but the last may be short.
    const isWhole = (read.at(-1)?.count ?? LEAST) >= LEAST;
    if (!next || (isWhole && reader.state.open === next.open)) return { from, to, read };
  }
}

function readUntil(reader: ChunkReader, end: number): ReadChunk[] {
  const read: ReadChunk[] = [];
  while (reader.state.block < end) read.push(reader.next(end));
  return read;
}

function endOf({ block, blocks }: Chunk): number {
  return block + blocks;
}
