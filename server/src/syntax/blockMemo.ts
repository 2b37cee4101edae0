import { detached } from './detached';
import type { GreenBlock, Memos } from './green';
import type { NoteTree } from './tree';

/** Each memo has its own place in a block. */
let places = 0;

/**
 * Something that follows from a block and its text alone, worked out once for all versions of a note that share the
 * block. (A `WeakMap` would do, but garbage collection looks at every entry of one again and again.)
 */
export class BlockMemo<T extends object> {
  private readonly place = places++;

  /** @param workOut is given a text that holds nothing but the block */
  constructor(private readonly workOut: (block: GreenBlock, text: string) => T) {}

  /** @param index of the block */
  of(tree: NoteTree, index: number): T {
    const block = tree.green[index] as GreenBlock & { memos: Memos };
    block.memos ??= new Array(places);
    const { memos } = block;
    let known = memos[this.place] as T | undefined;
    if (known === undefined) {
      const start = tree.starts[index] as number;
      known = this.workOut(block, detached(tree.text.slice(start, start + block.length)));
      memos[this.place] = known;
    }
    return known;
  }
}
