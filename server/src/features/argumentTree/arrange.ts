import type { Label } from '../../argument/labelling';
import { searched } from './statementRows';
import type { Entry, Tree } from './treeNode';

export const SORTS = ['position', 'label', 'unanswered'] as const;
export type Sort = (typeof SORTS)[number];

/** What needs a look comes first. */
const LABELS: readonly (Label | null)[] = ['contested', 'unfounded', 'rebutted', 'stands', null];

/**
 * Sorts rows that stand beside each other. Entries may be shared with other trees, here as below: they are replaced.
 * Sections and groups stay where they are, and so do rows that are alike.
 * @param sort by label, or those first that have open points in them. Cost: linear but for the sorting of siblings
 */
export function sortRows(tree: Tree, sort: Sort): void {
  if (sort === 'position') return;
  const rankOf = sort === 'label' ? rankByLabel : rankByOpen(tree);
  const sorted = (keys: string[]) => {
    const ranks = new Map(keys.map((key) => [key, rankOf(tree.entries.get(key) as Entry)]));
    return keys.sort((a, b) => (ranks.get(a) as number) - (ranks.get(b) as number));
  };
  for (const [key, entry] of tree.entries) {
    if (entry.children.length > 1) tree.entries.set(key, { ...entry, children: sorted([...entry.children]) });
  }
  sorted(tree.roots);
}

function rankByLabel({ node }: Entry): number {
  return node.type === 'statement' || node.type === 'link' ? LABELS.indexOf(node.label) : LABELS.length;
}

/** Open itself, then with open points under it, then the rest; sections last, as in their own order. */
function rankByOpen(tree: Tree): (entry: Entry) => number {
  const isOpenBelow = new Set<string>();
  for (const entry of [...tree.entries.values()].reverse()) {
    if (entry.parent !== null && (entry.node.open !== null || isOpenBelow.has(entry.node.key))) {
      isOpenBelow.add(entry.parent);
    }
  }
  return ({ node }) => {
    if (node.type === 'section' || node.type === 'note' || node.type === 'speaker' || node.type === 'points') return 3;
    return node.open !== null ? 0 : isOpenBelow.has(node.key) ? 1 : 2;
  };
}

/**
 * Leaves the rows that hold every word of a filter, in their text, id, speaker, kind or label, and the rows above them.
 * @returns how many rows hold them, rows above not counted
 */
export function filterRows(tree: Tree, filter: string): number {
  const words = searched([filter])
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return countOf(tree);
  let found = 0;
  const kept = new Set<string>();
  for (const { node, search, parent } of tree.entries.values()) {
    const text = search?.();
    if (text === undefined || !words.every((word) => text.includes(word))) continue;
    if (node.type !== 'link') found++;
    kept.add(node.key);
    let above = parent;
    while (above !== null && !kept.has(above)) {
      kept.add(above);
      above = tree.entries.get(above)?.parent ?? null;
    }
  }
  for (const [key, entry] of tree.entries) {
    if (kept.has(key)) tree.entries.set(key, { ...entry, children: entry.children.filter((child) => kept.has(child)) });
    else tree.entries.delete(key);
  }
  tree.roots = tree.roots.filter((key) => kept.has(key));
  return found;
}

/** Statements and passages of a tree; links are shown twice, and are not counted. */
export function countOf({ entries }: Tree): number {
  let count = 0;
  for (const { node } of entries.values()) if (node.type === 'statement' || node.type === 'passage') count++;
  return count;
}

/** Writes into sections, notes and groups how many statements or open points they hold. Cost: linear. */
export function countRows({ entries }: Tree): void {
  const sizes = new Map<string, number>();
  for (const entry of [...entries.values()].reverse()) {
    const { node, parent } = entry;
    const size = (sizes.get(node.key) ?? 0) + (node.type === 'statement' || node.type === 'passage' ? 1 : 0);
    if (parent !== null) sizes.set(parent, (sizes.get(parent) ?? 0) + size);
    const isGroup = node.type !== 'statement' && node.type !== 'link' && node.type !== 'passage';
    if (isGroup && node.size !== size) entries.set(node.key, { ...entry, node: { ...node, size } });
  }
}
