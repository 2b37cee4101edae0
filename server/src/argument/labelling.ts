/**
 * What stands: the well-founded labelling of a graph of attacks and supports, in which links can be attacked and
 * supported as statements can.
 *
 * The acceptance of arguments by attacks alone is that of Dung, *On the acceptability of arguments* (Artificial
 * Intelligence 77, 1995), grounded semantics, computed by passing labels on as in Modgil and Caminada, *Proof theories
 * and algorithms for abstract argumentation frameworks* (2009). Supports, and attacks on links, are those of recursive
 * bipolar frameworks read as logic programs (arXiv:2408.08916), whose well-founded model is that of Van Gelder, Ross
 * and Schlipf (Journal of the ACM 38, 1991).
 */
import { Components } from './components';

/** Bases that are no node. */
export const TRUE = -1;
export const FALSE = -2;

/**
 * Nodes are numbered from 0. A node is in when its base is, no attacker is, and, if it has supporters, one of them is.
 * A link is a node whose base is the node it comes from.
 */
export interface LabelGraph {
  readonly size: number;
  /** TRUE, FALSE, or the node whose value it takes. */
  readonly base: Int32Array;
  /** `attackFrom[i]` attacks `attackTo[i]`. */
  readonly attackFrom: Int32Array;
  readonly attackTo: Int32Array;
  readonly supportFrom: Int32Array;
  readonly supportTo: Int32Array;
}

export const UNDECIDED = 0;
export const IN = 1;
export const OUT = 2;

export type Label = 'stands' | 'contested' | 'rebutted' | 'unfounded';

/**
 * The value of each node in the well-founded model: IN, OUT or UNDECIDED.
 * Cost: linear where no supports lean on each other in rings; every ring that falls only after another has fallen, and
 * is tied up with it in one strongly connected component, costs one more pass over what is left of the component.
 */
export function labelling(graph: LabelGraph): Uint8Array {
  return new Solver(graph).solve();
}

/** A value as users read it. Cost: the attacks of the graph; keep `attackedNodes` to ask for many. */
export function labelOf(values: Uint8Array, attacked: Uint8Array, node: number): Label {
  if (values[node] === IN) return 'stands';
  if (values[node] === UNDECIDED) return 'contested';
  return attacked[node] ? 'rebutted' : 'unfounded';
}

/** 1 for each node that an attacker that is in attacks. Cost: the attacks. */
export function attackedNodes({ size, attackFrom, attackTo }: LabelGraph, values: Uint8Array): Uint8Array {
  const attacked = new Uint8Array(size);
  for (let i = 0; i < attackFrom.length; i++) {
    if (values[attackFrom[i] as number] === IN) attacked[attackTo[i] as number] = 1;
  }
  return attacked;
}

/** What a node is to another that depends on it. */
const BASE = 0;
const ATTACK = 1;
const SUPPORT = 2;
const KINDS = 3;

class Solver {
  private readonly values: Uint8Array;
  /** Conditions of a node that are not met yet: its base, each attacker that is not out, a supporter that is in. */
  private readonly missing: Int32Array;
  /** Supporters of a node that are not out. */
  private readonly supporters: Int32Array;
  private readonly isSupported: Uint8Array;
  /** Who depends on node `n`, and how: `dependents[k]` is `KINDS * node + kind`, for `k` from `first[n]` on. */
  private readonly first: Int32Array;
  private readonly dependents: Int32Array;
  /** Decided nodes that have not been passed on. */
  private readonly queue: number[] = [];
  private scratch: Scratch | undefined;
  private components: Components | undefined;

  constructor(private readonly graph: LabelGraph) {
    const { size } = graph;
    this.values = new Uint8Array(size);
    this.missing = new Int32Array(size);
    this.supporters = new Int32Array(size);
    this.isSupported = new Uint8Array(size);
    this.first = new Int32Array(size + 1);
    this.dependents = this.gatherDependents();
  }

  private gatherDependents(): Int32Array {
    const { size, base, attackFrom, attackTo, supportFrom, supportTo } = this.graph;
    const { first, missing, supporters } = this;
    for (let n = 0; n < size; n++) if ((base[n] as number) >= 0) add(first, (base[n] as number) + 1, 1);
    for (const from of attackFrom) add(first, from + 1, 1);
    for (const from of supportFrom) add(first, from + 1, 1);
    for (let n = 0; n < size; n++) add(first, n + 1, first[n] as number);
    const next = first.slice();
    const dependents = new Int32Array(first[size] as number);
    const depend = (from: number, to: number, kind: number) => {
      dependents[next[from] as number] = KINDS * to + kind;
      add(next, from, 1);
    };
    for (let n = 0; n < size; n++) {
      if (base[n] === TRUE) continue;
      add(missing, n, 1);
      if ((base[n] as number) >= 0) depend(base[n] as number, n, BASE);
    }
    for (let i = 0; i < attackFrom.length; i++) {
      depend(attackFrom[i] as number, attackTo[i] as number, ATTACK);
      add(missing, attackTo[i] as number, 1);
    }
    for (let i = 0; i < supportFrom.length; i++) {
      const to = supportTo[i] as number;
      depend(supportFrom[i] as number, to, SUPPORT);
      if (supporters[to] === 0) add(missing, to, 1);
      add(supporters, to, 1);
    }
    return dependents;
  }

  solve(): Uint8Array {
    const { size, base } = this.graph;
    for (let n = 0; n < size; n++) {
      if (base[n] === FALSE) this.decide(n, OUT);
      else if (this.missing[n] === 0) this.decide(n, IN);
    }
    this.propagate();
    const open: number[] = [];
    for (let n = 0; n < size; n++) if (this.values[n] === UNDECIDED) open.push(n);
    // What has been decided is decided for good, so components are taken apart further and further.
    const waiting = open.length > 0 ? this.componentsOf(open) : [];
    for (let nodes = waiting.pop(); nodes; nodes = waiting.pop()) {
      const rest = this.settle(nodes);
      if (rest) for (const part of this.componentsOf(rest)) waiting.push(part);
    }
    return this.values;
  }

  /**
   * Sets what in a component can only be in by leaning on itself to out.
   * @returns what is undecided then, or null if nothing has changed
   */
  private settle(nodes: readonly number[]): number[] | null {
    const open = nodes.filter((node) => this.values[node] === UNDECIDED);
    const unfounded = this.unfounded(open);
    if (unfounded.length === 0) return null;
    for (const node of unfounded) this.decide(node, OUT);
    this.propagate();
    const rest = open.filter((node) => this.values[node] === UNDECIDED);
    return rest.length > 0 ? rest : null;
  }

  /** The greatest unfounded set among undecided nodes: those that are not in even if every open attacker were out. */
  private unfounded(open: readonly number[]): number[] {
    const scratch = this.scratch ?? new Scratch(this.graph.size);
    this.scratch = scratch;
    const { needs, leaning } = scratch;
    for (const node of open) {
      scratch.inside[node] = 1;
      needs[node] = 0;
      leaning[node] = 0;
    }
    this.eachInside(open, (to, kind) => {
      if (kind === BASE) needs[to] = NEEDS_BASE;
      else add(leaning, to, 1);
    });
    for (const node of open) {
      // A supporter that is in, or is open elsewhere, is not part of the set.
      if (!this.isSupported[node] && (leaning[node] as number) > 0 && leaning[node] === this.supporters[node]) {
        needs[node] = (needs[node] as number) | NEEDS_SUPPORT;
      }
    }
    const founded = open.filter((node) => needs[node] === 0);
    for (let i = 0; i < founded.length; i++) {
      this.eachInside([founded[i] as number], (to, kind) => {
        const before = needs[to];
        needs[to] = (needs[to] as number) & (kind === BASE ? ~NEEDS_BASE : ~NEEDS_SUPPORT);
        if (before !== 0 && needs[to] === 0) founded.push(to);
      });
    }
    const unfounded = open.filter((node) => needs[node] !== 0);
    for (const node of open) scratch.inside[node] = 0;
    return unfounded;
  }

  /** Calls back for everything among the marked nodes that takes its base or a support from some nodes. */
  private eachInside(nodes: readonly number[], call: (to: number, kind: number) => void): void {
    const { first, dependents } = this;
    for (const node of nodes) {
      for (let k = first[node] as number; k < (first[node + 1] as number); k++) {
        const kind = (dependents[k] as number) % KINDS;
        const to = ((dependents[k] as number) - kind) / KINDS;
        if (kind !== ATTACK && this.scratch?.inside[to]) call(to, kind);
      }
    }
  }

  private decide(node: number, value: number): void {
    if (this.values[node] !== UNDECIDED) return;
    this.values[node] = value;
    this.queue.push(node);
  }

  private propagate(): void {
    const { first, dependents, queue, values } = this;
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      const isIn = values[node] === IN;
      for (let k = first[node] as number; k < (first[node + 1] as number); k++) {
        const kind = (dependents[k] as number) % KINDS;
        this.pass(((dependents[k] as number) - kind) / KINDS, kind, isIn);
      }
    }
  }

  private pass(to: number, kind: number, isIn: boolean): void {
    if (kind === SUPPORT) {
      if (isIn) {
        if (!this.isSupported[to]) this.meet(to);
        this.isSupported[to] = 1;
      } else {
        add(this.supporters, to, -1);
        if (this.supporters[to] === 0) this.decide(to, OUT);
      }
    } else if ((kind === BASE) === isIn) this.meet(to);
    else this.decide(to, OUT);
  }

  private meet(node: number): void {
    add(this.missing, node, -1);
    if (this.missing[node] === 0) this.decide(node, IN);
  }

  /** The strongly connected components of undecided nodes; one that leads to another comes behind it. */
  private componentsOf(open: readonly number[]): number[][] {
    this.components ??= new Components(this.graph.size, (node, from) => this.openDependent(node, from));
    return this.components.of(open);
  }

  private openDependent(node: number, from: number) {
    const { first, dependents, values } = this;
    for (let k = (first[node] as number) + from; k < (first[node + 1] as number); k++) {
      const to = Math.floor((dependents[k] as number) / KINDS);
      if (values[to] === UNDECIDED) return { to, next: k - (first[node] as number) + 1 };
    }
    return null;
  }
}

const NEEDS_BASE = 1;
const NEEDS_SUPPORT = 2;

function add(counts: Int32Array, at: number, by: number): void {
  counts[at] = (counts[at] as number) + by;
}

/** Made when a graph has rings at all. */
class Scratch {
  readonly inside: Uint8Array;
  readonly needs: Uint8Array;
  /** Supporters of a node that are inside. */
  readonly leaning: Int32Array;

  constructor(size: number) {
    this.inside = new Uint8Array(size);
    this.needs = new Uint8Array(size);
    this.leaning = new Int32Array(size);
  }
}
