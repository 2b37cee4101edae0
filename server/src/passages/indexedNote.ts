import { firstWhere } from '../syntax/sorted';
import type { NoteTree } from '../syntax/tree';
import type { Chunk } from './chunks';

/** A note that is in the index. */
export interface IndexedNote {
  readonly name: string;
  readonly number: number;
  readonly tree: NoteTree;
  readonly chunks: readonly Chunk[];
}

/** A word of some note. */
export interface Place {
  readonly chunk: Chunk;
  /** Index of the word in the chunk; it may lie behind it. */
  readonly offset: number;
}

/** Tells the chunks of a note where they stand. */
export function arrange(chunks: readonly Chunk[]): void {
  let [block, word] = [0, 0];
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index] as Chunk;
    chunk.index = index;
    chunk.block = block;
    chunk.word = word;
    block += chunk.blocks;
    word += chunk.words;
  }
}

/** Index of the chunk that has a word; of the last for those behind. */
export function chunkIndexAt(chunks: readonly Chunk[], word: number): number {
  return Math.max(0, firstWhere(chunks.length, (i) => (chunks[i] as Chunk).word > word) - 1);
}

/** The first word of a chunk; of the one behind the last, the number of words there are. */
export function wordAt(chunks: readonly Chunk[], index: number): number {
  const chunk = chunks[index];
  if (chunk) return chunk.word;
  const last = chunks.at(-1);
  return last ? last.word + last.words : 0;
}
