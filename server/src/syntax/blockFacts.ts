import type { Replaced } from './edits';
import { firstWhere } from './sorted';
import type { NoteTree } from './tree';

/** What one block of a note has of a kind of facts: at least one. */
export interface FactsOfBlock<T> {
  /** Index of the block. */
  readonly block: number;
  readonly facts: readonly T[];
}

/** Each kind of facts has its own place in a table. */
let places = 0;

/**
 * Facts that follow from a block and its text alone, and that most blocks have none of. Which blocks of a note have some
 * is carried over edits, so that a question about the whole note costs no look at every block. (`BlockMemo` keeps what
 * nearly every block has.)
 */
export class BlockFacts<T> {
  private readonly place = places++;

  /**
   * @param of the facts of one block. What it gives must hold in every version of a note that has the block, and must not
   * keep the text of the note alive: offsets count from the block's start
   */
  constructor(private readonly of: (tree: NoteTree, block: number) => readonly T[]) {}

  /**
   * The blocks of a note that have such facts, in order. While an edit changes none of them it is the same list.
   * Cost: every block when a note is first asked; afterwards the blocks that an edit touches, and those of the list
   * that it moves.
   */
  in(tree: NoteTree): readonly FactsOfBlock<T>[] {
    let found = tree.facts.known.get(this.place) as Found<T> | undefined;
    if (!found) {
      found = { kind: this, list: this.between(tree, 0, tree.green.length) };
      tree.facts.known.set(this.place, found);
    }
    return found.list;
  }

  /** The list after an edit. */
  after(
    list: readonly FactsOfBlock<T>[],
    tree: NoteTree,
    { from, oldTo, newTo }: Replaced,
  ): readonly FactsOfBlock<T>[] {
    const fresh = this.between(tree, from, newTo);
    const first = firstWhere(list.length, (i) => (list[i] as FactsOfBlock<T>).block >= from);
    const behind = firstWhere(list.length, (i) => (list[i] as FactsOfBlock<T>).block >= oldTo);
    const shift = newTo - oldTo;
    if (fresh.length === 0 && first === behind && (shift === 0 || behind === list.length)) return list;
    const moved = list.slice(behind);
    return list
      .slice(0, first)
      .concat(fresh, shift === 0 ? moved : moved.map(({ block, facts }) => ({ block: block + shift, facts })));
  }

  private between(tree: NoteTree, from: number, to: number): FactsOfBlock<T>[] {
    const found: FactsOfBlock<T>[] = [];
    for (let block = from; block < to; block++) {
      const facts = this.of(tree, block);
      if (facts.length > 0) found.push({ block, facts });
    }
    return found;
  }
}

interface Found<T> {
  readonly kind: BlockFacts<T>;
  readonly list: readonly FactsOfBlock<T>[];
}

/** What is known of the blocks of one tree, by the place of the kind of facts. */
export class FactTable {
  readonly known = new Map<number, Found<unknown>>();

  /** The table of the tree that an edit has made. Cost: for each kind that was asked for, that of `BlockFacts.after`. */
  carriedTo(tree: NoteTree, replaced: Replaced): void {
    for (const [place, { kind, list }] of this.known) {
      tree.facts.known.set(place, { kind, list: kind.after(list, tree, replaced) });
    }
  }
}
