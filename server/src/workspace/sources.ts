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
 * changes an answer or who answers whom, so that what follows from the answers holds for all of them.
 */
export class Sources {
  private readonly known: Uint8Array;

  constructor({ keywords }: Structure, known?: Uint8Array) {
    this.known = known ?? new Uint8Array(keywords.length);
  }

  /** Cost: the statement's length, once. */
  has(tree: NoteTree, argument: Argument, index: number): boolean {
    if (this.known[index] === UNKNOWN) this.known[index] = answer(tree, argument, index);
    return this.known[index] === YES;
  }

  /** The sources after an edit; these themselves if it changes no answer. Cost: the edited blocks, and a copy. */
  updated(before: Argument, after: Argument, reparsed: Reparsed): Sources {
    const { tree, from, oldTo, newTo } = reparsed;
    const [first, oldNext, newNext] = [before.firstFrom(from), before.firstFrom(oldTo), after.firstFrom(newTo)];
    if (after.structure === before.structure) {
      const isSame = (index: number) =>
        this.known[index] === UNKNOWN || this.known[index] === answer(tree, after, index);
      if (range(first, newNext).every(isSame)) return this;
    }
    const known = new Uint8Array(after.blocks.length);
    known.set(this.known.subarray(0, first));
    known.set(this.known.subarray(oldNext), newNext);
    return new Sources(after.structure, known);
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function answer(tree: NoteTree, { blocks }: Argument, index: number): number {
  return namesSource(tree, blocks[index] as number) ? YES : NO;
}
