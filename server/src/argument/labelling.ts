/**
 * What stands: the labels of an argument whose statements and links attack and support each other.
 *
 * A node is worth what this equation says, and all equations hold together:
 *
 *     v(z) = base(z) AND no attacker of z is in AND (z has no supporter OR some supporter of z is in)
 *
 * Of their solutions the well-founded model is taken: Van Gelder, Ross, Schlipf, *The Well-Founded Semantics for General
 * Logic Programs*, Journal of the ACM 38(3), 1991. With attacks alone this is the grounded labelling of Dung, *On the
 * Acceptability of Arguments*, Artificial Intelligence 77, 1995, in the words of Modgil and Caminada, *Proof Theories and
 * Algorithms for Abstract Argumentation Frameworks*, 2009. For support and links on links see arXiv:2408.08916.
 */
import { IN, type LabelGraph, UNDECIDED } from './labelGraph';
import { Leaning } from './leaning';
import { Propagation } from './propagation';

export { FALSE, IN, type LabelGraph, OUT, TRUE, UNDECIDED } from './labelGraph';

/** What readers are told: undecided is `contested`; out is `rebutted` by an attacker that is in, else `unfounded`. */
export type Label = 'stands' | 'contested' | 'rebutted' | 'unfounded';

/**
 * Works out which nodes are in, which are out, and which stay undecided.
 *
 * Plain conclusions come first and cost linear time; an argument without rings is decided by them. What they leave
 * undecided may support itself in rings. Support that leans on nothing but itself falls, more conclusions follow, and so
 * on, round after round. A round does not look at everything again: every node remembers a supporter that does not lean
 * on it, and only those that lose theirs, and cannot take another at once, are looked at. So the cost is linear as long as
 * few nodes are looked at in many rounds, also where ten thousand rings fall one after another. At worst it is rounds
 * times edges: a ring of which every round takes the one place that all of it leans on, while every other place it could
 * lean on seems to lean on the ring. No algorithm for the well-founded model is known to be linear in every case.
 * @returns UNDECIDED, IN or OUT for each node
 */
export function labelling(graph: LabelGraph): Uint8Array {
  const propagation = new Propagation(graph);
  propagation.run();
  if (propagation.decidedCount < graph.size) Leaning.among(propagation)?.settle();
  return propagation.values;
}

/** A value as users read it. `attacked` is what `attackedNodes` gives. */
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
