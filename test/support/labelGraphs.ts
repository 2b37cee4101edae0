/** Graphs for the labels: written by hand, and made up. */
import * as fc from 'fast-check';
import { FALSE, type LabelGraph, TRUE } from '../../server/src/argument/labelling';

/** A debate as a list; a link comes from a statement and leads to a statement or a link. */
export interface Debate {
  readonly statements: readonly string[];
  readonly links: readonly DebateLink[];
}

export interface DebateLink {
  readonly id: string;
  readonly kind: 'support' | 'attack';
  readonly from: string;
  readonly to: string;
  readonly withdrawn?: boolean;
}

/** The graph of a debate: its statements in order, then its links. */
export function debateGraph({ statements, links }: Debate): LabelGraph {
  const node = new Map([...statements, ...links.map(({ id }) => id)].map((name, index) => [name, index]));
  const at = (name: string) => {
    const found = node.get(name);
    if (found === undefined) throw new Error(`no statement or link is named ${name}`);
    return found;
  };
  const edges = (wanted: string) =>
    links.filter(({ kind }) => kind === wanted).map(({ id, to }) => [at(id), at(to)] as const);
  const bases = links.map(({ from, withdrawn }) => (withdrawn ? FALSE : at(from)));
  return graphOf([...statements.map(() => TRUE), ...bases], edges('attack'), edges('support'));
}

export type Edge = readonly [from: number, to: number];

/** A graph of the base of each node, and edges. */
export function graphOf(base: readonly number[], attacks: readonly Edge[], supports: readonly Edge[] = []): LabelGraph {
  return {
    size: base.length,
    base: Int32Array.from(base),
    attackFrom: Int32Array.from(attacks, ([from]) => from),
    attackTo: Int32Array.from(attacks, ([, to]) => to),
    supportFrom: Int32Array.from(supports, ([from]) => from),
    supportTo: Int32Array.from(supports, ([, to]) => to),
  };
}

/**
 * Reads `A, B-A, s=S+A, ~C-B`: a statement, an attack, a support named `s`, a withdrawn attack. Statements need not be
 * listed on their own; what links are named is in small letters.
 */
export function debateOf(source: string): Debate {
  const parts = source.split(', ').map((part) => {
    const match = /^(?:([a-z]+)=)?(~?)([A-Z]+)(?:([-+])(\w+))?$/.exec(part);
    if (!match) throw new Error(`no statement or link: ${part}`);
    const [, id = part, tilde, from = '', sign, to = ''] = match;
    return { id, from, sign, to, withdrawn: tilde === '~' };
  });
  const linked = parts.filter(({ sign }) => sign !== undefined);
  const names = parts.flatMap(({ from, to }) => (/^[A-Z]/.test(to) ? [from, to] : [from]));
  return {
    statements: [...new Set(names)],
    links: linked.map(({ sign, ...link }) => ({ ...link, kind: sign === '-' ? 'attack' : 'support' })),
  };
}

/** Debates in which links hit statements, links, links of links, and themselves; some links are withdrawn. */
export const anyDebate: fc.Arbitrary<Debate> = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.array(fc.tuple(fc.boolean(), fc.nat(99), fc.nat(99), fc.nat(9)), { maxLength: 14 }),
  )
  .map(([size, drawn]) => {
    const statements = Array.from({ length: size }, (_, index) => `S${index}`);
    const targets = [...statements, ...drawn.map((_, index) => `l${index}`)];
    const links = drawn.map(([attacks, from, to, luck], index) => ({
      id: `l${index}`,
      kind: attacks ? ('attack' as const) : ('support' as const),
      from: statements[from % size] as string,
      // Half of the links hit a statement.
      to: targets[to % (to % 2 === 0 ? size : targets.length)] as string,
      withdrawn: luck === 0,
    }));
    return { statements, links };
  });

/** Graphs of any shape: bases in rings, support of what has a base, repeated edges. */
export const anyGraph: fc.Arbitrary<LabelGraph> = fc.integer({ min: 1, max: 14 }).chain((size) => {
  const node = fc.nat(size - 1);
  const edges = fc.array(fc.tuple(node, node), { maxLength: 2 * size });
  const base = fc.oneof(
    { weight: 6, arbitrary: fc.constant(TRUE) },
    { weight: 3, arbitrary: node },
    { weight: 1, arbitrary: fc.constant(FALSE) },
  );
  return fc
    .tuple(fc.array(base, { minLength: size, maxLength: size }), edges, edges)
    .map(([bases, attacks, supports]) => graphOf(bases, attacks, supports));
});

/**
 * Graphs of many rings of support that are held up, and brought down, by one another: what is supported from outside at
 * first, and loses that support in a later round.
 */
export const ringedGraph: fc.Arbitrary<LabelGraph> = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 12 }),
    fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 3 }),
  )
  .map(([lengths, attacks, supports, bases]) => {
    const rings: Edge[] = [];
    let size = 0;
    for (const length of lengths) {
      for (let i = 0; i < length; i++) rings.push([size + i, size + ((i + 1) % length)]);
      size += length;
    }
    // As many nodes again are on no ring, unless an edge below makes one.
    const within = ([from, to]: Edge): Edge => [from % (2 * size), to % (2 * size)];
    const base = new Array<number>(2 * size).fill(TRUE);
    for (const [node, of] of bases.map(within)) base[node] = of;
    return graphOf(base, attacks.map(within), [...rings, ...supports.map(within)]);
  });
