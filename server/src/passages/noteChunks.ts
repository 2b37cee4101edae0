import { changedBlocks } from '../syntax/edits';
import type { NoteTree } from '../syntax/tree';
import { type Chunk, ChunkReader, type ReadChunk } from './chunks';
import { OPEN } from './passageText';

/** Words a chunk has at least, but for the only one of a note. */
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
  if (!before)
    return { from: 0, to: 0, read: readUntil(tree, { block: 0, open: OPEN.nothing }, tree.green.length).read };
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
  const start = { block: first?.block ?? 0, open: first?.open ?? OPEN.nothing };
  for (; ; to++) {
    const next = chunks[to];
    const { read, open } = readUntil(tree, start, next ? next.block + shift : tree.green.length);
    // A chunk that is kept must go on as before, and none but the last may be short.
    const isWhole = (read.at(-1)?.count ?? LEAST) >= LEAST;
    if (!next || (isWhole && open === next.open)) return { from, to, read };
  }
}

/** The chunks up to a block; the last takes in what would be left over, so that an edit need not move all behind it. */
function readUntil(tree: NoteTree, start: ChunkReader['state'], end: number) {
  const reader = new ChunkReader(tree, start.block, start.open);
  const read: ReadChunk[] = [];
  let [last, before] = [start, start];
  while (reader.state.block < end) {
    [before, last] = [last, reader.state];
    read.push(reader.next(end));
  }
  if (read.length > 1 && (read.at(-1) as ReadChunk).count < LEAST) {
    const joined = new ChunkReader(tree, before.block, before.open).next(end, Number.POSITIVE_INFINITY);
    read.splice(-2, 2, joined);
  }
  return { read, open: reader.state.open };
}

function endOf({ block, blocks }: Chunk): number {
  return block + blocks;
}
