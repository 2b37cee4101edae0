/**
 * Where the boxes go: tidy trees from left to right, one under the other. Within a tree it is the algorithm of Buchheim,
 * Jünger and Leipert, *Improving Walker's algorithm to run in linear time* (2002), as d3-hierarchy has it.
 */
import { type HierarchyPointNode, hierarchy, tree as tidyTree } from 'd3-hierarchy';
import type { MapNote, MapStatement } from '../shared/messages';
import type { Forest, Tree } from './forest';
import {
  around,
  BAND_HEIGHT,
  BOX_WIDTH,
  COLUMN_GAP,
  COUSIN_GAP,
  contains,
  type Point,
  type Rectangle,
  SIBLING_GAP,
  TREE_GAP,
} from './geometry';

/** A box and where it is. */
export interface Placed extends Rectangle {
  readonly tree: Tree;
}

/** A heading of notes or sections above the trees that follow. */
export interface Band extends Point {
  readonly title: string;
  readonly isNote: boolean;
}

export interface Layout {
  /** By key, in the order of reading. */
  readonly boxes: ReadonlyMap<string, Placed>;
  readonly bands: readonly Band[];
  readonly bounds: Rectangle;
}

/**
 * Lays a forest out. Boxes do not overlap, children are to the right of what they hang under, and how a branch is laid
 * out follows from that branch alone. Cost: linear in the boxes; no recursion.
 * @param heightOf height of a statement's box
 * @param notes shown; their titles stand above their trees where there are several
 */
export function layOut(forest: Forest, heightOf: (tree: Tree) => number, notes: readonly MapNote[]): Layout {
  const placed = new Map<string, Placed>();
  const bands: Band[] = [];
  let bottom = 0;
  let before: MapStatement | null = null;
  for (const root of forest.roots) {
    for (const band of bandsAbove(root.statement, before, notes)) {
      bands.push({ x: 0, y: bottom, ...band });
      bottom += BAND_HEIGHT;
    }
    before = root.statement;
    bottom = placeTree(root, bottom, heightOf, placed) + TREE_GAP;
  }
  const boxes = new Map([...forest.trees.keys()].map((key) => [key, placed.get(key) as Placed]));
  return { boxes, bands, bounds: around([...boxes.values(), ...bands.map(rectangleOf)]) };
}

/** Headings between two trees: where another note begins, of several, and where another section does. */
function bandsAbove(
  { note, section }: MapStatement,
  before: MapStatement | null,
  notes: readonly MapNote[],
): Omit<Band, 'x' | 'y'>[] {
  const isNewNote = note !== before?.note;
  const title = isNewNote && notes.length > 1 ? (notes.find(({ uri }) => uri === note)?.title ?? note) : null;
  const isNewSection = section !== null && section !== title && (isNewNote || section !== before?.section);
  return [
    ...(title === null ? [] : [{ title, isNote: true }]),
    ...(isNewSection ? [{ title: section, isNote: false }] : []),
  ];
}

/** The box at a point of the map. Cost: the boxes. */
export function boxAt({ boxes }: Layout, point: Point): Placed | null {
  for (const box of boxes.values()) if (contains(box, point)) return box;
  return null;
}

interface Sized {
  readonly tree: Tree;
  readonly height: number;
  readonly children: readonly Sized[];
}

const tidy = tidyTree<Sized>()
  .nodeSize([1, BOX_WIDTH + COLUMN_GAP])
  .separation((a, b) => {
    return (a.data.height + b.data.height) / 2 + (a.parent === b.parent ? SIBLING_GAP : COUSIN_GAP);
  });

/** @returns the lower edge of the tree */
function placeTree(root: Tree, top: number, heightOf: (tree: Tree) => number, placed: Map<string, Placed>): number {
  const laid = tidy(hierarchy(sized(root, heightOf)));
  const nodes: HierarchyPointNode<Sized>[] = [];
  // Its own iterators gather a list for each node that they visit.
  for (const waiting = [laid]; ; ) {
    const node = waiting.pop();
    if (!node) break;
    nodes.push(node);
    for (const child of node.children ?? []) waiting.push(child);
  }
  const first = nodes.reduce((least, { x, data }) => Math.min(least, x - data.height / 2), 0);
  let bottom = top;
  for (const { x, y, data } of nodes) {
    const box = { x: y, y: Math.round(top + x - data.height / 2 - first), width: BOX_WIDTH, height: data.height };
    placed.set(data.tree.statement.key, { ...box, tree: data.tree });
    bottom = Math.max(bottom, box.y + box.height);
  }
  return bottom;
}

/** The tree with its heights, asked for once. */
function sized(root: Tree, heightOf: (tree: Tree) => number): Sized {
  const made: Sized = { tree: root, height: heightOf(root), children: [] };
  const waiting: Sized[] = [made];
  for (let above = waiting.pop(); above; above = waiting.pop()) {
    for (const tree of above.tree.children) {
      const child: Sized = { tree, height: heightOf(tree), children: [] };
      (above.children as Sized[]).push(child);
      waiting.push(child);
    }
  }
  return made;
}

function rectangleOf({ x, y }: Band): Rectangle {
  return { x, y, width: BOX_WIDTH, height: BAND_HEIGHT };
}
