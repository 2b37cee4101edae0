import { NO_REPLIES, type Tree, type TreeNode } from './treeNode';

/** A row without what there is nothing to say of: most rows have little. */
export type ToldNode = Pick<TreeNode, 'key' | 'type'> & Partial<TreeNode>;

/** What is other in one tree than in another. */
export interface Difference {
  /** True where nothing is known of another tree: then everything is told. */
  readonly isWhole: boolean;
  /** New rows, and those that show something else. */
  readonly nodes: readonly ToldNode[];
  /** The rows below one (null: at the top), where they are others, or in another order. */
  readonly children: readonly { readonly of: string | null; readonly keys: readonly string[] }[];
  /** Rows that are no more. */
  readonly gone: readonly string[];
}

/** A tree as it was told, in a form that is quickly compared. */
export interface WrittenTree {
  readonly nodes: ReadonlyMap<string, { readonly node: ToldNode; readonly text: string }>;
  /** Joined, as keys have no commas; null for the top. */
  readonly children: ReadonlyMap<string | null, string>;
}

export function written({ entries, roots }: Tree): WrittenTree {
  const nodes = new Map<string, { readonly node: ToldNode; readonly text: string }>();
  const children = new Map<string | null, string>([[null, roots.join()]]);
  for (const [key, entry] of entries) {
    nodes.set(key, toldOf(entry.node));
    if (entry.children.length > 0) children.set(key, entry.children.join());
  }
  return { nodes, children };
}

/** What has become other. Cost: linear in both. */
export function differenceOf(before: WrittenTree | null, now: WrittenTree): Difference {
  const nodes: ToldNode[] = [];
  for (const [key, { node, text }] of now.nodes) {
    const known = before?.nodes.get(key);
    if (known?.node !== node && known?.text !== text) nodes.push(node);
  }
  const children: { of: string | null; keys: string[] }[] = [];
  const list = (of: string | null) => (now.children.get(of) || '').split(',').filter((key) => key !== '');
  for (const [of, keys] of now.children) if (before?.children.get(of) !== keys) children.push({ of, keys: list(of) });
  for (const of of before?.children.keys() ?? []) {
    if (!now.children.has(of) && of !== null && now.nodes.has(of)) children.push({ of, keys: [] });
  }
  const gone = [...(before?.nodes.keys() ?? [])].filter((key) => !now.nodes.has(key));
  return { isWhole: before === null, nodes, children, gone };
}

/** Of rows that have not changed since they were told last, this is known. */
const TOLD = new WeakMap<TreeNode, { readonly node: ToldNode; readonly text: string }>();

function toldOf(row: TreeNode): { readonly node: ToldNode; readonly text: string } {
  let known = TOLD.get(row);
  if (!known) {
    const node = told(row);
    known = { node, text: JSON.stringify(node) };
    TOLD.set(row, known);
  }
  return known;
}

function told(node: TreeNode): ToldNode {
  const saying: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node)) {
    if (value !== null && value !== '' && value !== 0 && value !== NO_REPLIES) saying[name] = value;
  }
  return saying as ToldNode;
}
