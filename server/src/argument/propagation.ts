import { type Adjacency, adjacency } from './adjacency';
import { FALSE, IN, type LabelGraph, OUT, TRUE, UNDECIDED } from './labelGraph';

/**
 * Draws the plain conclusions of a graph: a node is in once nothing speaks against it any more, and out once one thing
 * does. Every edge is looked at once when the node it leaves is decided. Cost of all runs together: linear.
 */
export class Propagation {
  /** The value of each node so far. */
  readonly values: Uint8Array;
  /** 1 for a node that has a supporter that is in. */
  readonly supported: Uint8Array;
  /** What has been decided, in order; `decidedCount` nodes. */
  readonly decided: Int32Array;
  decidedCount = 0;
  /** Node -> the nodes it supports. */
  readonly supports: Adjacency;
  /** Node -> the nodes whose base it is. */
  readonly bases: Adjacency;
  private readonly attacks: Adjacency;
  /** What a node still waits for to be in: its base, every attacker to be out, one supporter. */
  private readonly missing: Int32Array;
  /** Supporters that are not out. */
  private readonly hopes: Int32Array;
  private concluded = 0;

  constructor(readonly graph: LabelGraph) {
    const { size, base, attackFrom, attackTo, supportFrom, supportTo } = graph;
    this.values = new Uint8Array(size);
    this.supported = new Uint8Array(size);
    this.decided = new Int32Array(size);
    this.missing = new Int32Array(size);
    this.hopes = new Int32Array(size);
    this.attacks = adjacency(size, attackFrom, attackTo);
    this.supports = adjacency(size, supportFrom, supportTo);
    this.bases = adjacency(size, base);
    for (let i = 0; i < attackTo.length; i++) add(this.missing, attackTo[i] as number, 1);
    for (let i = 0; i < supportTo.length; i++) add(this.hopes, supportTo[i] as number, 1);
    for (let node = 0; node < size; node++) {
      if (this.hopes[node] !== 0) add(this.missing, node, 1);
      if (base[node] !== TRUE) add(this.missing, node, 1);
      if (base[node] === FALSE) this.decide(node, OUT);
      else if (this.missing[node] === 0) this.decide(node, IN);
    }
  }

  /** Gives an undecided node a value; what follows from it is left to `run`. */
  decide(node: number, value: typeof IN | typeof OUT): void {
    if (this.values[node] !== UNDECIDED) return;
    this.values[node] = value;
    this.decided[this.decidedCount++] = node;
  }

  /** Draws all conclusions from what has been decided. */
  run(): void {
    while (this.concluded < this.decidedCount) {
      const node = this.decided[this.concluded++] as number;
      if (this.values[node] === IN) this.concludeFromIn(node);
      else this.concludeFromOut(node);
    }
  }

  private concludeFromIn(node: number): void {
    const { attacks, supports, bases } = this;
    const attacksEnd = attacks.start[node + 1] as number;
    for (let i = attacks.start[node] as number; i < attacksEnd; i++) this.decide(attacks.items[i] as number, OUT);
    const basesEnd = bases.start[node + 1] as number;
    for (let i = bases.start[node] as number; i < basesEnd; i++) this.fulfil(bases.items[i] as number);
    const supportsEnd = supports.start[node + 1] as number;
    for (let i = supports.start[node] as number; i < supportsEnd; i++) {
      const target = supports.items[i] as number;
      if (this.supported[target] === 1) continue;
      this.supported[target] = 1;
      this.fulfil(target);
    }
  }

  private concludeFromOut(node: number): void {
    const { attacks, supports, bases } = this;
    const attacksEnd = attacks.start[node + 1] as number;
    for (let i = attacks.start[node] as number; i < attacksEnd; i++) this.fulfil(attacks.items[i] as number);
    const basesEnd = bases.start[node + 1] as number;
    for (let i = bases.start[node] as number; i < basesEnd; i++) this.decide(bases.items[i] as number, OUT);
    const supportsEnd = supports.start[node + 1] as number;
    for (let i = supports.start[node] as number; i < supportsEnd; i++) {
      const target = supports.items[i] as number;
      if (add(this.hopes, target, -1) === 0) this.decide(target, OUT);
    }
  }

  private fulfil(node: number): void {
    if (add(this.missing, node, -1) === 0) this.decide(node, IN);
  }
}

function add(counts: Int32Array, at: number, amount: number): number {
  const sum = (counts[at] as number) + amount;
  counts[at] = sum;
  return sum;
}
