import type { Argument } from '../argument/argument';
import type { Structure } from '../argument/structure';
import type { Reparsed } from '../syntax/reparse';
import type { NoteTree } from '../syntax/tree';
import { namesSource } from './blockCitations';

const UNKNOWN = 0;
const NO = 1;
const YES = 2;

/**
 * Which statements of a note name a source, as far as anybody has asked. Versions of a note share one while no edit
 * changes an answer, so that what follows from the answers holds for all of them.
 */
export class Sources {
  private readonly known: Uint8Array;

  constructor(
    private readonly structure: Structure,
    known?: Uint8Array,
  ) {
    this.known = known ?? new Uint8Array(structure.keywords.length);
  }

  /** Cost: the statement's length, once. */
  has(tree: NoteTree, argument: Argument, index: number): boolean {
    if (this.known[index] === UNKNOWN) this.known[index] = answer(tree, argument, index);
    return this.known[index] === YES;
  }

  /** The sources after an edit that has left the structure as it is; these themselves if no answer has changed. */
  updated(tree: NoteTree, argument: Argument, { from, newTo }: Reparsed): Sources {
    const { blocks } = argument;
    const changed: number[] = [];
    for (let index = firstFrom(blocks, from); index < blocks.length && (blocks[index] as number) < newTo; index++) {
      const known = this.known[index];
      if (known !== UNKNOWN && known !== answer(tree, argument, index)) changed.push(index);
    }
    if (changed.length === 0) return this;
    const known = Uint8Array.from(this.known);
    for (const index of changed) known[index] = UNKNOWN;
    return new Sources(this.structure, known);
  }
}

function answer(tree: NoteTree, { blocks }: Argument, index: number): number {
  return namesSource(tree, blocks[index] as number) ? YES : NO;
}

/** Index of the first statement whose block is `block` or stands behind it. */
function firstFrom(blocks: Int32Array, block: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as number) < block) low = middle + 1;
    else high = middle;
  }
  return low;
}
