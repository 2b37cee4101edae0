import { type Adjacency, adjacency } from './adjacency';
import { cyclicComponents } from './components';
import { OUT, UNDECIDED } from './labelGraph';
import type { Propagation } from './propagation';

/** No supporter. */
const NONE = -1;

/**
 * Finds support that leans on nothing but itself (the greatest unfounded set) among nodes that plain conclusions leave
 * undecided, and goes on finding it while more is decided.
 *
 * Only rings of support and bases can lean on themselves. Each node of a ring has a rank, and leans on a base and on one
 * supporter, its prop, that stand outside the ring or have a lower rank: as long as it does, it does not lean on itself.
 * Whoever loses its prop and finds no other such supporter is in doubt (rank 0), and with it all whose prop or base it is.
 * Those in doubt then look for support outside the doubt, in any rank; who finds none falls. Props are the source pointers
 * of Simons, Niemelä, Soininen, *Extending and Implementing the Stable Model Semantics*, Artificial Intelligence 138, 2002.
 */
export class Leaning {
  private readonly base: Int32Array;
  private readonly values: Uint8Array;
  private readonly rank: Int32Array;
  private lastRank = 0;
  private readonly prop: Int32Array;
  /** Where in the supporters of a node to look on for a prop. A supporter passed over cannot be one in this rank. */
  private readonly untried: Int32Array;
  /** Of each node in doubt, how many edges come from nodes of its ring that are in doubt too. */
  private readonly waits: Int32Array;
  /** How far the decisions have been followed. */
  private followed: number;

  /** Looks for rings among the undecided nodes; null where there is none. Cost: linear. */
  static among(propagation: Propagation): Leaning | null {
    const { graph, values, supported } = propagation;
    const from: number[] = [];
    const to: number[] = [];
    const isOpen = (node: number) => values[node] === UNDECIDED;
    graph.supportTo.forEach((target, i) => {
      const source = graph.supportFrom[i] as number;
      if (!isOpen(target) || supported[target] === 1 || !isOpen(source)) return;
      from.push(source);
      to.push(target);
    });
    const supporters = adjacency(graph.size, to, from);
    graph.base.forEach((source, node) => {
      if (source < 0 || !isOpen(node) || !isOpen(source)) return;
      from.push(source);
      to.push(node);
    });
    const ring = cyclicComponents(adjacency(graph.size, from, to));
    return ring.some((number) => number !== 0) ? new Leaning(propagation, ring, supporters) : null;
  }

  /**
   * @param ring for each node the number of its ring, 0 for none
   * @param supporters node -> its supporters that may still come in, where none is in
   */
  private constructor(
    private readonly propagation: Propagation,
    private readonly ring: Int32Array,
    private readonly supporters: Adjacency,
  ) {
    const { size, base } = propagation.graph;
    this.base = base;
    this.values = propagation.values;
    this.rank = new Int32Array(size);
    this.prop = new Int32Array(size).fill(NONE);
    this.untried = new Int32Array(size);
    this.waits = new Int32Array(size);
    this.followed = propagation.decidedCount;
  }

  /** Takes all that leans on itself out, with what follows from it, until nothing is left to take out. */
  settle(): void {
    let doubted: number[] = [];
    this.ring.forEach((number, node) => {
      if (number !== 0) doubted.push(node);
    });
    while (doubted.length > 0) {
      this.prove(doubted);
      for (const node of doubted) if (this.rank[node] === 0) this.propagation.decide(node, OUT);
      this.propagation.run();
      doubted = this.followDecisions();
    }
  }

  /** @returns the nodes that decisions since the last time put in doubt */
  private followDecisions(): number[] {
    const { decided, decidedCount } = this.propagation;
    const doubted: number[] = [];
    for (; this.followed < decidedCount; this.followed++) {
      const node = decided[this.followed] as number;
      if (this.values[node] === OUT) this.dropProps(node, doubted);
    }
    // Doubt spreads inside a ring only; outside it, a node counts until it is out.
    for (let i = 0; i < doubted.length; i++) {
      const node = doubted[i] as number;
      this.dropProps(node, doubted);
      this.doubtBasedOn(node, doubted);
    }
    return doubted;
  }

  /** Has all whose prop is a node that is out or in doubt find another, or doubts them. */
  private dropProps(node: number, doubted: number[]): void {
    const { start, items } = this.propagation.supports;
    const isOut = this.values[node] === OUT;
    const end = start[node + 1] as number;
    for (let i = start[node] as number; i < end; i++) {
      const target = items[i] as number;
      if (this.prop[target] !== node || !this.isSure(target)) continue;
      if ((isOut || this.ring[node] === this.ring[target]) && !this.findProp(target)) this.doubt(target, doubted);
    }
  }

  private doubtBasedOn(node: number, doubted: number[]): void {
    const { start, items } = this.propagation.bases;
    const end = start[node + 1] as number;
    for (let i = start[node] as number; i < end; i++) {
      const based = items[i] as number;
      if (this.ring[node] === this.ring[based] && this.isSure(based)) this.doubt(based, doubted);
    }
  }

  private doubt(node: number, doubted: number[]): void {
    this.rank[node] = 0;
    doubted.push(node);
  }

  /** Undecided and not in doubt. */
  private isSure(node: number): boolean {
    return this.values[node] === UNDECIDED && (this.rank[node] as number) > 0;
  }

  /** Takes the next supporter that stands outside the ring or has a lower rank. */
  private findProp(node: number): boolean {
    const { start, items } = this.supporters;
    const end = start[node + 1] as number;
    for (let i = this.untried[node] as number; i < end; i++) {
      const supporter = items[i] as number;
      if (this.values[supporter] === OUT || this.doubtsWith(node, supporter)) continue;
      if (this.ring[supporter] === this.ring[node] && (this.rank[supporter] as number) >= (this.rank[node] as number))
        continue;
      this.prop[node] = supporter;
      this.untried[node] = i + 1;
      return true;
    }
    this.untried[node] = end;
    return false;
  }

  /** Whether another node of the same ring is in doubt. */
  private doubtsWith(node: number, other: number): boolean {
    return this.ring[other] === this.ring[node] && this.rank[other] === 0 && this.values[other] === UNDECIDED;
  }

  /** Gives a rank to all in doubt that can be in without leaning on themselves. */
  private prove(doubted: readonly number[]): void {
    const queue = new Ready();
    for (const node of doubted) {
      this.prepare(node);
      if (this.isReady(node)) queue.add(node, this.waits[node] === 0);
    }
    for (let node = queue.take(); node !== undefined; node = queue.take()) {
      if (this.rank[node] !== 0) continue;
      this.rank[node] = ++this.lastRank;
      this.offerProp(node, queue);
      this.offerBase(node, queue);
    }
  }

  /** Counts what a node in doubt waits for, and leans it on a supporter that is in no doubt. */
  private prepare(node: number): void {
    const { start, items } = this.supporters;
    const first = start[node] as number;
    const end = start[node + 1] as number;
    const base = this.base[node] as number;
    let waits = base >= 0 && this.doubtsWith(node, base) ? 1 : 0;
    this.prop[node] = NONE;
    this.untried[node] = first;
    for (let i = first; i < end; i++) {
      const supporter = items[i] as number;
      if (this.doubtsWith(node, supporter)) waits++;
      else if (this.prop[node] === NONE && this.values[supporter] !== OUT) this.prop[node] = supporter;
    }
    this.waits[node] = waits;
  }

  private isReady(node: number): boolean {
    const base = this.base[node] as number;
    if (base >= 0 && this.doubtsWith(node, base)) return false;
    return this.prop[node] !== NONE || !this.hasSupporters(node);
  }

  /** Leans on a node that was proved all that it supports and that have no prop yet. */
  private offerProp(node: number, queue: Ready): void {
    const { start, items } = this.propagation.supports;
    const end = start[node + 1] as number;
    for (let i = start[node] as number; i < end; i++) {
      const target = items[i] as number;
      if (!this.doubtsWith(node, target) || !this.hasSupporters(target)) continue;
      if (this.prop[target] === NONE) this.prop[target] = node;
      this.waitLess(target, queue);
    }
  }

  private offerBase(node: number, queue: Ready): void {
    const { start, items } = this.propagation.bases;
    const end = start[node + 1] as number;
    for (let i = start[node] as number; i < end; i++) {
      const based = items[i] as number;
      if (this.doubtsWith(node, based)) this.waitLess(based, queue);
    }
  }

  private waitLess(node: number, queue: Ready): void {
    const waits = (this.waits[node] as number) - 1;
    this.waits[node] = waits;
    if (this.isReady(node)) queue.add(node, waits === 0);
  }

  /** Whether a node needs a prop: none of its supporters was in at the beginning. */
  private hasSupporters(node: number): boolean {
    return this.supporters.start[node] !== this.supporters.start[node + 1];
  }
}

/**
 * Nodes that can be proved. Those that wait for nothing more come first: then whatever supports a node has, where it
 * can, a lower rank than the node, and may be its prop one day.
 */
class Ready {
  private readonly complete: number[] = [];
  private readonly others: number[] = [];
  private taken = 0;

  add(node: number, isComplete: boolean): void {
    (isComplete ? this.complete : this.others).push(node);
  }

  take(): number | undefined {
    return this.complete.pop() ?? this.others[this.taken++];
  }
}
