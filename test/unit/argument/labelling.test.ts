import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as fc from 'fast-check';
import {
  attackedNodes,
  FALSE,
  type LabelGraph,
  labelling,
  labelOf,
  OUT,
  TRUE,
  UNDECIDED,
} from '../../../server/src/argument/labelling';
import { holds } from '../../support/property';
import { slowLabels } from '../../support/slowLabels';

interface Link {
  readonly id: string;
  readonly kind: 'support' | 'attack';
  readonly from: string;
  /** A statement or a link. */
  readonly to: string;
  readonly withdrawn?: boolean;
}

function graphOf(statements: readonly string[], links: readonly Link[]): LabelGraph {
  const names = [...statements, ...links.map(({ id }) => id)];
  const node = (name: string) => names.indexOf(name);
  const ends = (kind: Link['kind']) => links.filter((link) => link.kind === kind);
  return {
    size: names.length,
    base: Int32Array.from([
      ...statements.map(() => TRUE),
      ...links.map(({ from, withdrawn }) => (withdrawn ? FALSE : node(from))),
    ]),
    attackFrom: Int32Array.from(ends('attack'), ({ id }) => node(id)),
    attackTo: Int32Array.from(ends('attack'), ({ to }) => node(to)),
    supportFrom: Int32Array.from(ends('support'), ({ id }) => node(id)),
    supportTo: Int32Array.from(ends('support'), ({ to }) => node(to)),
  };
}

function labelsOf(statements: readonly string[], links: readonly Link[]): Record<string, string> {
  const graph = graphOf(statements, links);
  const values = labelling(graph);
  const attacked = attackedNodes(graph, values);
  return Object.fromEntries(statements.map((name, node) => [name, labelOf(values, attacked, node)]));
}

/** `B-A` B attacks A, `S+A` S supports A, `x=S+A` names the link, `!` in front: withdrawn. Expects `A stands, …`. */
function check(written: string, expected: string) {
  const links = written
    .split(/,\s*/)
    .filter((link) => /[-+]/.test(link))
    .map((link, i): Link => {
      const [, bang, id = `link${i}`, from, sign, to] = /^(!?)(?:(\w+)=)?(\w+)([-+])(\w+)$/.exec(
        link,
      ) as RegExpExecArray;
      return {
        id: id || `link${i}`,
        kind: sign === '+' ? 'support' : 'attack',
        from: from as string,
        to: to as string,
        withdrawn: bang === '!',
      };
    });
  const statements = [...new Set(written.match(/\b[A-Z]\b/g))];
  const labels = labelsOf(statements, links);
  assert.equal(
    statements
      .sort()
      .map((name) => `${name} ${labels[name]}`)
      .join(', '),
    expected,
  );
}

describe('what stands', () => {
  it('is what nothing attacks', () => check('A', 'A stands'));
  it('is not what something that stands attacks', () => check('B-A', 'A rebutted, B stands'));
  it('comes back when its attacker is answered', () => check('B-A, C-B', 'A stands, B rebutted, C stands'));
  it('is open between two that attack each other', () => check('A-B, B-A', 'A contested, B contested'));
  it('is open where something attacks itself', () => check('A-A, A-B', 'A contested, B contested'));
  it('needs a reason that stands, if reasons are given', () => {
    check('S+A, B-S', 'A unfounded, B stands, S rebutted');
    check('S+A, T+A, B-S', 'A stands, B stands, S rebutted, T stands');
  });
  it('is nothing that only leans on itself', () => {
    check('A+B, B+A', 'A unfounded, B unfounded');
    check('A+B, B+A, C+A', 'A stands, B stands, C stands');
    check('A+A', 'A unfounded');
    check('A+B, B+A, A-C', 'A unfounded, B unfounded, C stands');
  });
  it('loses a reason to an undercut, and an attack', () => {
    check('s=S+A, U-s', 'A unfounded, S stands, U stands');
    check('a=B-A, U-a', 'A stands, B stands, U stands');
    check('a=B-A, u=U-a, W-u', 'A rebutted, B stands, U stands, W stands');
  });
  it('is not attacked by what is unfounded', () =>
    check('B-A, E+B, D-E', 'A stands, B unfounded, D stands, E rebutted'));
  it('is not attacked by what was withdrawn', () => check('B-A, !C-B', 'A rebutted, B stands, C stands'));
  it('is not saved by a reason from what stands against it', () => check('B-A, S+A', 'A rebutted, B stands, S stands'));
  it('may break a tie', () => check('A-B, B-A, C-A', 'A rebutted, B stands, C stands'));
  it('settles rings that fall one after the other', () =>
    check('A+B, B+A, A-C, C+D, D+C, E-D, D-E', 'A unfounded, B unfounded, C unfounded, D rebutted, E stands'));
});

describe('the cases of the reference', () => {
  const cases = JSON.parse(fs.readFileSync('test/fixtures/label-cases.json', 'utf8')) as {
    statements: string[];
    links: Link[];
    labels: Record<string, string>;
  }[];
  it('are all 400 labelled as they should be', () => {
    assert.equal(cases.length, 400);
    for (const { statements, links, labels } of cases) assert.deepEqual(labelsOf(statements, links), labels);
  });
});

const graphs: fc.Arbitrary<LabelGraph> = fc.integer({ min: 1, max: 12 }).chain((size) => {
  const node = fc.nat(size - 1);
  const edges = fc.array(fc.tuple(node, node), { maxLength: 2 * size });
  const base = fc.oneof(
    { weight: 4, arbitrary: fc.constant(TRUE) },
    { weight: 1, arbitrary: fc.constant(FALSE) },
    { weight: 4, arbitrary: node },
  );
  return fc
    .tuple(fc.array(base, { minLength: size, maxLength: size }), edges, edges)
    .map(([bases, attacks, supports]) => ({
      size,
      base: Int32Array.from(bases),
      attackFrom: Int32Array.from(attacks, ([from]) => from),
      attackTo: Int32Array.from(attacks, ([, to]) => to),
      supportFrom: Int32Array.from(supports, ([from]) => from),
      supportTo: Int32Array.from(supports, ([, to]) => to),
    }));
});

describe('the labelling of any graph', () => {
  it('is the well-founded model', () =>
    holds(graphs, (graph) => assert.deepEqual(labelling(graph), slowLabels(graph))));

  const ring = (size: number, kind: 'attack' | 'support'): LabelGraph => {
    const from = Int32Array.from({ length: size }, (_, n) => n);
    const to = from.map((n) => (n + 1) % size);
    const none = new Int32Array(0);
    const [attackFrom, attackTo, supportFrom, supportTo] =
      kind === 'attack' ? [from, to, none, none] : [none, none, from, to];
    return { size, base: new Int32Array(size).fill(TRUE), attackFrom, attackTo, supportFrom, supportTo };
  };
  it('takes rings of ten thousand', () => {
    for (const size of [10_000, 9_999]) {
      assert.ok(labelling(ring(size, 'attack')).every((value) => value === UNDECIDED));
      assert.ok(labelling(ring(size, 'support')).every((value) => value === OUT));
    }
  });
  it('takes links on links, twenty thousand deep', () => {
    const size = 20_000;
    const values = labelling({
      ...ring(size, 'attack'),
      attackTo: Int32Array.from({ length: size }, (_, n) => Math.min(n + 1, size - 1)),
      attackFrom: Int32Array.from({ length: size }, (_, n) => Math.min(n, size - 2)),
    });
    assert.deepEqual([...values.slice(0, 4)], [1, 2, 1, 2]);
  });
});
