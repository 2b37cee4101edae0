import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { adjacency } from '../../../server/src/argument/adjacency';
import { cyclicComponents } from '../../../server/src/argument/components';
import { holds } from '../../support/property';

type Edge = readonly [from: number, to: number];

function componentsOf(size: number, edges: readonly Edge[]): number[] {
  const sorted = adjacency(
    size,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
  );
  return [...cyclicComponents(sorted)];
}

/** Reads `ab bc`, an edge from a to b and one from b to c, and expects the components that have a cycle. */
function check(source: string, ...expected: string[]) {
  const edges = source.split(' ').map((edge): Edge => [edge.charCodeAt(0) - 97, edge.charCodeAt(1) - 97]);
  const found = new Map<number, string>();
  componentsOf(26, edges).forEach((component, node) => {
    const letter = String.fromCharCode(97 + node);
    if (component !== 0) found.set(component, (found.get(component) ?? '') + letter);
  });
  assert.deepEqual([...found.values()], expected);
}

describe('what lies on cycles', () => {
  it('is nothing without one', () => check('ab bc ac dc'));
  it('is what leads to itself', () => check('ab bb bc', 'b'));
  it('is a ring, without what leads to it and from it', () => check('ab bc cd db de', 'bcd'));
  it('is several rings, even if one leads to the other', () => check('ab ba bc cd dc ef fe ec', 'ab', 'cd', 'ef'));
  it('is one component where rings meet', () => check('ab bc ca cd de ec', 'abcde'));

  it('goes together if each leads to the other, and no other way', () => {
    const node = fc.nat(9);
    holds(fc.array(fc.tuple(node, node), { maxLength: 20 }), (edges) => {
      const components = componentsOf(10, edges);
      const reached = components.map((_, from) => reachedFrom(from, edges));
      components.forEach((component, a) => {
        assert.equal(component !== 0, reached[a]?.has(a));
        components.forEach((other, b) => {
          if (component === 0 || a === b) return;
          assert.equal(component === other, reached[a]?.has(b) && reached[b]?.has(a));
        });
      });
    });
  });

  it('is found however long the way', () => {
    const size = 30_000;
    const path = Array.from({ length: size - 1 }, (_, node): Edge => [node, node + 1]);
    assert.ok(componentsOf(size, path).every((component) => component === 0));
    assert.ok(componentsOf(size, [...path, [size - 1, 0]]).every((component) => component === 1));
  });
});

/** Where one step or more lead. */
function reachedFrom(start: number, edges: readonly Edge[]): Set<number> {
  const reached = new Set<number>();
  const step = (at: number) => edges.filter(([from]) => from === at).map(([, to]) => to);
  const ahead = step(start);
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    ahead.push(...step(node));
  }
  return reached;
}
