import type { MapContent, MapStatement } from '../shared/messages';
import { type Filter, isFiltering, passes } from './filter';

/** A statement that is shown, and what is shown under it. */
export interface Tree {
  readonly statement: MapStatement;
  readonly parent: Tree | null;
  readonly children: readonly Tree[];
  /** 1 at the top. */
  readonly level: number;
  /** Place among those that hang under the same statement, from 1, and how many there are. */
  readonly place: number;
  readonly siblings: number;
  /** Whether something hangs under it, shown or not. */
  readonly hasChildren: boolean;
  /** How many statements below are folded away. */
  readonly hidden: number;
  /** Whether it is shown only because of one below it that passes the filter. */
  readonly isOnTheWay: boolean;
}

/** What of a map is shown. */
export interface Forest {
  readonly roots: readonly Tree[];
  /** By key, in the order of reading: parents before children, branch by branch. */
  readonly trees: ReadonlyMap<string, Tree>;
  /** The key itself where that statement is shown, or else that of the nearest one above that is, if any. */
  readonly shownFor: (key: string) => string | null;
  /** Statements that are folded away, and keys of the boxes that stand for them. */
  readonly hidden: readonly { readonly statement: MapStatement; readonly standIn: string }[];
}

/** More statements than this, and a map starts folded. */
const LARGE = 120;

type Growing = { -readonly [Property in keyof Tree]: Tree[Property] } & { children: Tree[]; hidden: number };

/**
 * What is shown of a content with some branches folded. A filter leaves those that pass and the ways to them. Cost: linear; no recursion.
 */
export function forestOf({ statements }: MapContent, folded: ReadonlySet<string>, filter: Filter): Forest {
  const wanted = isFiltering(filter) ? wayTo(statements, filter) : null;
  const shown = wanted ? statements.filter(({ key }) => wanted.has(key)) : statements;
  const trees = new Map<string, Growing>();
  const hiddenIn = new Map<string, string>();
  const hidden: { statement: MapStatement; standIn: string }[] = [];
  const roots: Growing[] = [];
  for (const statement of shown) {
    const { key, parent } = statement;
    const above = parent === null ? undefined : trees.get(parent);
    const foldedInto = parent === null ? undefined : (hiddenIn.get(parent) ?? foldedAt(above, folded));
    if (above) above.hasChildren = true;
    if (foldedInto !== undefined) {
      hiddenIn.set(key, foldedInto);
      hidden.push({ statement, standIn: foldedInto });
      (trees.get(foldedInto) as Growing).hidden++;
      continue;
    }
    const siblings = above ? above.children : roots;
    const isOnTheWay = wanted !== null && !passes(statement, filter);
    const tree = { ...NEW, statement, parent: above ?? null, children: [], isOnTheWay };
    Object.assign(tree, { level: (above?.level ?? 0) + 1, place: siblings.length + 1 });
    siblings.push(tree);
    trees.set(key, tree);
  }
  countSiblings(roots, trees);
  const shownFor = (key: string) => (trees.has(key) ? key : (hiddenIn.get(key) ?? null));
  return { roots, trees: inReadingOrder(roots), shownFor, hidden };
}

const NEW = { level: 1, place: 1, siblings: 1, hasChildren: false, hidden: 0 };

function foldedAt(above: Tree | undefined, folded: ReadonlySet<string>) {
  return above && folded.has(above.statement.key) ? above.statement.key : undefined;
}

function countSiblings(roots: readonly Growing[], trees: ReadonlyMap<string, Growing>): void {
  for (const tree of trees.values()) tree.siblings = (tree.parent?.children ?? roots).length;
}

function inReadingOrder(roots: readonly Tree[]): Map<string, Tree> {
  const ordered = new Map<string, Tree>();
  const waiting = roots.toReversed();
  for (let tree = waiting.pop(); tree; tree = waiting.pop()) {
    ordered.set(tree.statement.key, tree);
    for (let i = tree.children.length - 1; i >= 0; i--) waiting.push(tree.children[i] as Tree);
  }
  return ordered;
}

/** The statements that pass a filter, and all above them. */
function wayTo(statements: readonly MapStatement[], filter: Filter): Set<string> {
  const wanted = new Set<string>();
  for (let i = statements.length - 1; i >= 0; i--) {
    const statement = statements[i] as MapStatement;
    if (!wanted.has(statement.key) && !passes(statement, filter)) continue;
    wanted.add(statement.key);
    if (statement.parent !== null) wanted.add(statement.parent);
  }
  return wanted;
}

/** Keys of all statements that something hangs under. */
export function foldable(statements: readonly MapStatement[]): Set<string> {
  return new Set(statements.flatMap(({ parent }) => parent ?? []));
}

/**
 * What is folded when a map is first shown: nothing, or in a large one every reply, so that the claims and what
 * answers them directly can be seen; in a very large one the claims, too.
 */
export function foldedAtFirst(statements: readonly MapStatement[]): Set<string> {
  if (statements.length <= LARGE) return new Set();
  const all = foldable(statements);
  const roots = new Set(statements.filter(({ parent }) => parent === null).map(({ key }) => key));
  const second = statements.filter(({ parent }) => parent !== null && roots.has(parent)).length;
  return roots.size + second > LARGE ? all : new Set([...all].filter((key) => !roots.has(key)));
}

/** The same folds without those above some statement, so that it is shown. */
export function unfoldedTo(key: string, { statements }: MapContent, folded: ReadonlySet<string>): ReadonlySet<string> {
  const parents = new Map(statements.map((statement) => [statement.key, statement.parent]));
  const opened = new Set(folded);
  for (let above = parents.get(key) ?? null; above !== null; above = parents.get(above) ?? null) opened.delete(above);
  return opened.size === folded.size ? folded : opened;
}
