/** Where the next edge of a node leads, from some place in its edges on, and the place behind; null without one. */
export type NextEdge = (node: number, from: number) => { readonly to: number; readonly next: number } | null;

/**
 * Strongly connected components (Tarjan, *Depth-first search and linear graph algorithms*, SIAM Journal on Computing 1,
 * 1972), without recursion. One of these can take many parts of a graph apart, one after the other.
 */
export class Components {
  private found: number[][] = [];
  /** When a node was met first, from 1; 0 before. */
  private readonly met: Int32Array;
  /** The earliest node that is known to be reached from one, of those in no component yet. */
  private readonly reaches: Int32Array;
  private readonly inComponent: Uint8Array;
  private readonly stack: number[] = [];
  private time = 0;

  /** @param size more than any node */
  constructor(
    size: number,
    private readonly edge: NextEdge,
  ) {
    this.met = new Int32Array(size);
    this.reaches = new Int32Array(size);
    this.inComponent = new Uint8Array(size);
  }

  /**
   * The components of some nodes, which no edge may leave but to a component found before.
   * @returns the components; one that another leads to comes before it. Cost: linear in nodes and edges.
   */
  of(nodes: readonly number[]): number[][] {
    this.found = [];
    for (const node of nodes) {
      this.met[node] = 0;
      this.inComponent[node] = 0;
    }
    for (const node of nodes) this.visit(node);
    return this.found;
  }

  private visit(start: number): void {
    if (this.met[start] !== 0) return;
    const path = [{ node: start, next: 0 }];
    this.meet(start);
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const edge = this.edge(at.node, at.next);
      if (edge) {
        at.next = edge.next;
        if (this.met[edge.to] === 0) {
          this.meet(edge.to);
          path.push({ node: edge.to, next: 0 });
        } else this.reach(at.node, this.met[edge.to] as number, edge.to);
        continue;
      }
      path.pop();
      if (this.reaches[at.node] === this.met[at.node]) this.close(at.node);
      const above = path.at(-1);
      if (above) this.reach(above.node, this.reaches[at.node] as number, at.node);
    }
  }

  private meet(node: number): void {
    this.time++;
    this.met[node] = this.time;
    this.reaches[node] = this.time;
    this.stack.push(node);
  }

  private reach(node: number, time: number, through: number): void {
    if (!this.inComponent[through]) this.reaches[node] = Math.min(this.reaches[node] as number, time);
  }

  private close(node: number): void {
    const component: number[] = [];
    for (let member = this.stack.pop(); member !== undefined; member = this.stack.pop()) {
      component.push(member);
      this.inComponent[member] = 1;
      if (member === node) break;
    }
    this.found.push(component);
  }
}
