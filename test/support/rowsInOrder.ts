import type { ArgumentAnswer, ArgumentNode } from '../../server/src/protocol/messages';

/**
 * The rows of a whole answer for the argument view, from top to bottom, with their place instead of their key: how rows
 * are named, and which answer it is, depends on what the server was asked before.
 */
export function rowsInOrder({ nodes, children, openPoints, count, found }: ArgumentAnswer) {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const below = new Map(children.map(({ of, keys }) => [of, keys]));
  const places = new Map<string, number>();
  const rows: (Omit<Partial<ArgumentNode>, 'key' | 'linked'> & { depth: number; linked: string | null })[] = [];
  const add = (of: string | null, depth: number) => {
    for (const name of below.get(of) ?? []) {
      const { key, linked, ...node } = byKey.get(name) ?? { key: name, linked: null };
      places.set(key, places.size);
      rows.push({ ...node, depth, linked: linked ?? null });
      add(name, depth + 1);
    }
  };
  add(null, 0);
  return {
    rows: rows.map((row) => ({ ...row, linked: row.linked === null ? null : (places.get(row.linked) ?? 'elsewhere') })),
    ...{ openPoints, count, found },
  };
}
