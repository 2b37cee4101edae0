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

  /** What is known of a block already. */
  known(block: GreenBlock): T | undefined {
    return block.memos?.[this.place] as T | undefined;
  }

  /** @param index of the block */
  of(tree: NoteTree, index: number): T {
    const block = tree.green[index] as GreenBlock & { memos: Memos };
    let known = this.known(block);
    if (known === undefined) {
      known = this.workOut(block, detached(textOfBlock(tree, index)));
      block.memos ??= new Array(places);
      block.memos[this.place] = known;
    }
    return known;
  }
}

/** The text of a block; as long as it is kept, so is the text of the note. */
export function textOfBlock({ text, green, starts }: NoteTree, index: number): string {
  const start = starts[index] as number;
  return text.slice(start, start + (green[index] as GreenBlock).length);
}
