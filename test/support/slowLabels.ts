import { FALSE, IN, type LabelGraph, OUT, TRUE, UNDECIDED } from '../../server/src/argument/labelling';

/**
 * The well-founded model straight from its definition (Van Gelder 1993, the alternating fixpoint): given a guess at
 * what is in, find what follows if the rest attacks nothing; two such steps never lose what is surely in.
 */
export function slowLabels(graph: LabelGraph): Uint8Array {
  let surelyIn = new Set<number>();
  for (;;) {
    const possiblyIn = follows(graph, surelyIn);
    const next = follows(graph, possiblyIn);
    if (next.size === surelyIn.size) {
      return Uint8Array.from({ length: graph.size }, (_, n) =>
        next.has(n) ? IN : possiblyIn.has(n) ? UNDECIDED : OUT,
      );
    }
    surelyIn = next;
  }
}

/** The least set that holds what is in when exactly the attackers of some set count. */
function follows(graph: LabelGraph, attackers: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (let n = 0; n < graph.size; n++) if (isIn(graph, n, attackers, found)) found.add(n);
  }
  return found;
}

function isIn(
  { base, attackFrom, attackTo, supportFrom, supportTo }: LabelGraph,
  n: number,
  attackers: ReadonlySet<number>,
  found: ReadonlySet<number>,
): boolean {
  const source = base[n] as number;
  if (source === FALSE || (source !== TRUE && !found.has(source))) return false;
  if (attackFrom.some((from, i) => attackTo[i] === n && attackers.has(from))) return false;
  const supporters = supportFrom.filter((_, i) => supportTo[i] === n);
  return supporters.length === 0 || supporters.some((from) => found.has(from));
}
