/** Edges by the node they leave: those of node n lead to `items[start[n]]` up to, without, `items[start[n + 1]]`. */
export interface Adjacency {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/**
 * Sorts edges by the node they leave; those of one node keep their order. Cost: linear.
 * @param size how many nodes there are
 * @param from where each edge starts; one with a negative start is left out
 * @param to where each edge leads; the edge's own index where not given
 */
export function adjacency(size: number, from: ArrayLike<number>, to?: ArrayLike<number>): Adjacency {
  const start = new Int32Array(size + 1);
  let count = 0;
  for (let i = 0; i < from.length; i++) {
    const node = from[i] as number;
    if (node < 0) continue;
    start[node] = (start[node] as number) + 1;
    count++;
  }
  let end = 0;
  for (let node = 0; node <= size; node++) {
    end += start[node] as number;
    start[node] = end;
  }
  const items = new Int32Array(count);
  // Filled from behind, every start moves from the end of its node's edges to their beginning.
  for (let i = from.length - 1; i >= 0; i--) {
    const node = from[i] as number;
    if (node < 0) continue;
    const place = (start[node] as number) - 1;
    start[node] = place;
    items[place] = to ? (to[i] as number) : i;
  }
  return { start, items };
}
