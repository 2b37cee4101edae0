import { linkKey } from './drawLink';
import type { Forest, Tree } from './forest';
import type { Link } from './links';

/** What is lit: keys of boxes, and of links by `linkKey`. */
export interface Lit {
  readonly boxes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

export const NOTHING_LIT: Lit = { boxes: new Set(), links: new Set() };

/** The way from a statement to the claim at the top, and what it is linked to otherwise. Cost: the way, and the links. */
export function wayFrom(key: string | null, { trees }: Forest, links: readonly Link[]): Lit {
  const start = key === null ? undefined : trees.get(key);
  if (!start) return NOTHING_LIT;
  const way = new Set<string>();
  for (let tree: Tree | null = start; tree; tree = tree.parent) way.add(tree.statement.key);
  const lit = links.filter(({ from, to, isBranch }) => (isBranch ? way.has(from) : from === key || to === key));
  const ends = lit.flatMap(({ from, to }) => [from, to]);
  return { boxes: new Set([...way, ...ends]), links: new Set(lit.map(linkKey)) };
}
