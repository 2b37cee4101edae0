/**
 * The argument of one note: its statements, who answers whom, and the tree it is shown as. References to other
 * notes are kept as written; the workspace resolves them.
 */

import type { GreenBlock } from '../syntax/green';
import { introductions, statementText } from '../syntax/pieces';
import type { Reparsed } from '../syntax/reparse';
import { firstWhere } from '../syntax/sorted';
import type { Keyword, NoteTree, Quotation, Statement, Target } from '../syntax/tree';
import { displayParents } from './rings';
import { speakersOf } from './speakers';
import { type Structure, sameStructure, structureOf } from './structure';

export { sameSpeaker } from './speakers';
export { foldId } from './structure';

/** What a statement does to the one it answers. */
export type Relation = 'supports' | 'rebuts' | 'undercuts' | 'asks' | 'answers' | 'concedes';

/** A statement in its argument. */
export interface Point {
  readonly index: number;
  readonly statement: Statement;
  /** Its own words on one line. */
  readonly text: string;
  /** Named by the statement, by a heading above, or (a support that names none) by what it supports. */
  readonly speaker: string | null;
  /** Quotations right above that lead up to it. */
  readonly introducedBy: readonly Quotation[];
  /** Who stands above it by position, whatever its targets say. */
  readonly above: number | null;
  /** What it replies to: its targets, or the statement above where it has none. */
  readonly repliesTo: readonly Reply[];
  /** What of this note replies to it, in the order of the text. */
  readonly replies: readonly number[];
  /** Where it hangs in the argument tree; null at the top. */
  readonly parent: number | null;
  /** What hangs under it in the argument tree, in the order of the text. */
  readonly children: readonly number[];
}

/** One thing that a statement replies to. */
export interface Reply {
  /** Index in this note; null when it is in another note or nowhere. */
  readonly index: number | null;
  /** The target as written; null when position alone decides. */
  readonly target: Target | null;
}

/** The argument of one version of a note. What needs the statements at their places is made when first asked for. */
export class Argument {
  private shapeOnce: Shape | undefined;
  private pointsOnce: readonly Point[] | undefined;
  private made: (Point | undefined)[] = [];

  /** @param blocks index of each statement's block */
  constructor(
    private readonly tree: NoteTree,
    readonly structure: Structure,
    readonly blocks: Int32Array,
  ) {}

  /** In the order of the text. All indices are into this list. */
  get points(): readonly Point[] {
    this.pointsOnce ??= Array.from(this.blocks, (_, index) => this.point(index) as Point);
    return this.pointsOnce;
  }

  /** One of them; the same number always gives the same object, unless the argument rests. Cost: the statement, so that one does not cost all. */
  point(index: number): Point | undefined {
    const block = this.blocks[index];
    if (block === undefined) return undefined;
    this.made[index] ??= new PlacedPoint(this.tree, this, index, block);
    return this.made[index];
  }

  /** Lets go of all that can be made again, if somebody asks; statements are other objects then. */
  rest(): void {
    this.made = [];
    this.pointsOnce = undefined;
    this.shapeOnce = undefined;
    SHAPES.delete(this.structure);
  }

  /** id, folded by `foldId` -> index; of two statements with one id, the first is meant. */
  get byId(): ReadonlyMap<string, number> {
    return this.structure.byId;
  }

  /** Index of the first statement whose block is this one or stands behind it. Cost: logarithmic. */
  firstFrom(block: number): number {
    return firstWhere(this.blocks.length, (i) => (this.blocks[i] as number) >= block);
  }

  /** The statement that a block is; null for a block of another kind. Cost: logarithmic. */
  pointAt(block: number): Point | null {
    const index = this.firstFrom(block);
    return this.blocks[index] === block ? (this.point(index) as Point) : null;
  }

  /** Points that are shown at the top of the tree, in the order of the text. */
  get roots(): readonly number[] {
    return this.shape.roots;
  }

  /** The speaker of each statement. */
  get speakers(): readonly (string | null)[] {
    return this.shape.speakers;
  }

  get shape(): Shape {
    this.shapeOnce ??= shapeOf(this.structure);
    return this.shapeOnce;
  }
}

/**
 * Builds the argument of a note. Cost: linear in the note.
 * @param isOwnPath whether the path of a target leads back to this very note
 */
export function buildArgument(tree: NoteTree, isOwnPath: (path: string) => boolean = () => false): Argument {
  return new Argument(tree, structureOf(tree, isOwnPath), statementBlocks(tree));
}

/**
 * The same after an edit: where it has not changed who answers whom, that is kept.
 * Cost: the edited blocks; linear in the note where more has changed, or blocks have moved.
 */
export function updateArgument(
  before: Argument,
  { tree, from, oldTo, newTo }: Reparsed,
  beforeTree: NoteTree,
  isOwnPath: (path: string) => boolean,
): Argument {
  const [old, fresh] = [beforeTree.green.slice(from, oldTo), tree.green.slice(from, newTo)];
  const kept = sameStructure(old, fresh);
  const structure = kept ? before.structure : structureOf(tree, isOwnPath);
  const stand = kept && standAlike(old, fresh);
  return new Argument(tree, structure, stand ? before.blocks : statementBlocks(tree));
}

/** Whether two runs of blocks are statements in the same places: a blank line may have changed places with one. */
function standAlike(old: readonly GreenBlock[], fresh: readonly GreenBlock[]): boolean {
  const isStatement = ({ kind }: GreenBlock) => kind === 'statement';
  return (
    old.length === fresh.length && old.every((block, i) => isStatement(block) === isStatement(fresh[i] as GreenBlock))
  );
}

/**
 * What a statement of some keyword does to one that it replies to.
 * @param to the keyword of the other statement; null where the target leads nowhere
 */
export function relationTo(keyword: Keyword, to: Keyword | null): Relation | null {
  if (to === null) return null;
  switch (keyword) {
    case 'support':
    case 'cite':
      return 'supports';
    case 'rebuttal':
      return 'rebuts';
    case 'undercut':
      return 'undercuts';
    case 'question':
      return 'asks';
    case 'concession':
      return 'concedes';
    case 'claim':
    case 'answer':
      return to === 'question' ? 'answers' : null;
  }
}

/** What follows from the structure and is only needed to show it. */
interface Shape {
  readonly parents: Int32Array;
  readonly children: readonly (readonly number[])[];
  readonly replies: readonly (readonly number[])[];
  readonly roots: readonly number[];
  readonly speakers: readonly (string | null)[];
}

const SHAPES = new WeakMap<Structure, Shape>();

function shapeOf(structure: Structure): Shape {
  const known = SHAPES.get(structure);
  if (known) return known;
  const { above, replyStart, replyTo } = structure;
  const wanted = above.map((_, index) => {
    for (let k = replyStart[index] ?? 0; k < (replyStart[index + 1] ?? 0); k++) {
      if ((replyTo[k] as number) >= 0) return replyTo[k] as number;
    }
    return -1;
  });
  const parents = displayParents(wanted);
  const roots = Array.from(parents.keys()).filter((index) => parents[index] === -1);
  const children = gather(parents.length, (index) => [parents[index] as number]);
  const replies = gather(above.length, (index) => new Set(replyTo.subarray(replyStart[index], replyStart[index + 1])));
  const shape = { parents, roots, children, replies, speakers: speakersOf(structure, wanted) };
  SHAPES.set(structure, shape);
  return shape;
}

/** Turns "each of these points at those" round: who points at each. */
function gather(size: number, pointsAt: (index: number) => Iterable<number>): number[][] {
  const pointers: number[][] = Array.from({ length: size }, () => []);
  for (let index = 0; index < size; index++) {
    for (const that of pointsAt(index)) pointers[that]?.push(index);
  }
  return pointers;
}

/**
 * A class, and no object with closures for getters: V8 makes a hidden class for each such object, which lives as long as
 * old objects do, and with it all that the closures hold: the tree of every version that a point was asked of.
 */
class PlacedPoint implements Point {
  readonly statement: Statement;
  readonly speaker: string | null;
  readonly above: number | null;
  readonly repliesTo: readonly Reply[];
  readonly replies: readonly number[];
  readonly parent: number | null;
  readonly children: readonly number[];
  private textOnce: string | undefined;
  private introducedOnce: readonly Quotation[] | undefined;

  constructor(
    private readonly tree: NoteTree,
    { structure, shape }: Argument,
    readonly index: number,
    private readonly block: number,
  ) {
    this.statement = tree.block(block) as Statement;
    this.speaker = shape.speakers[index] ?? null;
    this.above = orNull(structure.above[index]);
    this.repliesTo = repliesToOf(structure, this.statement, index);
    this.replies = shape.replies[index] as number[];
    this.parent = orNull(shape.parents[index]);
    this.children = shape.children[index] as number[];
  }

  get text(): string {
    this.textOnce ??= statementText(this.tree, this.statement);
    return this.textOnce;
  }

  get introducedBy(): readonly Quotation[] {
    this.introducedOnce ??= introductions(this.tree, this.block);
    return this.introducedOnce;
  }
}

function repliesToOf({ replyStart, replyTo }: Structure, { targets }: Statement, index: number): Reply[] {
  const first = replyStart[index] as number;
  const replies = replyTo.subarray(first, replyStart[index + 1]);
  return Array.from(replies, (to, order) => ({ index: orNull(to), target: targets[order] ?? null }));
}

function orNull(index: number | undefined): number | null {
  return index === undefined || index < 0 ? null : index;
}

function statementBlocks({ green }: NoteTree): Int32Array {
  const blocks: number[] = [];
  for (let i = 0; i < green.length; i++) if (green[i]?.kind === 'statement') blocks.push(i);
  return new Int32Array(blocks);
}
