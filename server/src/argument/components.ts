import type { Adjacency } from './adjacency';

/** Not met yet, or met and not yet known to which component it belongs. */
const OPEN = -1;

/**
 * Finds what lies on cycles: the strongly connected components that have an edge inside (Tarjan, *Depth-First Search
 * and Linear Graph Algorithms*, SIAM Journal on Computing 1(2), 1972, without recursion).
 * @returns for each node the number of its component, from 1; 0 for a node on no cycle. Cost: linear.
 */
export function cyclicComponents(edges: Adjacency): Int32Array {
  const size = edges.start.length - 1;
  const search = new Search(edges, size);
  for (let node = 0; node < size; node++) search.from(node);
  return search.component;
}

class Search {
  readonly component: Int32Array;
  private components = 0;
  /** When a node was met, from 1; 0 before. */
  private readonly met: Int32Array;
  private meetings = 0;
  /** The earliest meeting of an open node that a node is known to reach. */
  private readonly reaches: Int32Array;
  /** The next edge of each node to follow. */
  private readonly next: Int32Array;
  /** The way from where the search began to where it is. */
  private readonly way: Int32Array;
  private wayLength = 0;
  /** The open nodes, in the order they were met. */
  private readonly open: Int32Array;
  private openCount = 0;

  constructor(
    private readonly edges: Adjacency,
    size: number,
  ) {
    this.component = new Int32Array(size).fill(OPEN);
    this.met = new Int32Array(size);
    this.reaches = new Int32Array(size);
    this.next = edges.start.slice(0, size);
    this.way = new Int32Array(size);
    this.open = new Int32Array(size);
  }

  from(root: number): void {
    if (this.met[root] !== 0) return;
    this.enter(root);
    while (this.wayLength > 0) {
      const node = this.way[this.wayLength - 1] as number;
      const edge = this.next[node] as number;
      if (edge < (this.edges.start[node + 1] as number)) {
        this.next[node] = edge + 1;
        this.follow(node, this.edges.items[edge] as number);
      } else this.leave(node);
    }
  }

  private enter(node: number): void {
    this.meetings++;
    this.met[node] = this.meetings;
    this.reaches[node] = this.meetings;
    this.way[this.wayLength++] = node;
    this.open[this.openCount++] = node;
  }

  private follow(node: number, to: number): void {
    if (this.met[to] === 0) this.enter(to);
    else if (this.component[to] === OPEN) this.lower(node, this.met[to] as number);
  }

  private leave(node: number): void {
    this.wayLength--;
    if (this.wayLength > 0) this.lower(this.way[this.wayLength - 1] as number, this.reaches[node] as number);
    if (this.reaches[node] === this.met[node]) this.close(node);
  }

  private lower(node: number, meeting: number): void {
    if (meeting < (this.reaches[node] as number)) this.reaches[node] = meeting;
  }

  /** Everything open since a node was met is one component with it. */
  private close(node: number): void {
    const alone = this.open[this.openCount - 1] === node;
    const number = alone && !this.leadsToItself(node) ? 0 : ++this.components;
    let member: number;
    do {
      member = this.open[--this.openCount] as number;
      this.component[member] = number;
    } while (member !== node);
  }

  private leadsToItself(node: number): boolean {
    const end = this.edges.start[node + 1] as number;
    for (let edge = this.edges.start[node] as number; edge < end; edge++) {
      if (this.edges.items[edge] === node) return true;
    }
    return false;
  }
}
