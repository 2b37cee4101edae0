import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { contains } from '../../../client/src/map/drawing/geometry';
import * as viewport from '../../../client/src/map/drawing/viewport';
import { holds } from '../../support/property';

const number = fc.integer({ min: -2000, max: 2000 });
const view = fc.record({ x: number, y: number, scale: fc.double({ min: 0.05, max: 2, noNaN: true }) });
const point = fc.record({ x: number, y: number });
const SIZE = { width: 800, height: 600 };

function near(a: number, b: number): void {
  assert.ok(Math.abs(a - b) < 1e-6 * (1 + Math.abs(a)), `${a} and ${b}`);
}

describe('the view of the map', () => {
  it('zooms around a point, which stays where it is', () => {
    holds(fc.tuple(view, point, fc.double({ min: 0.2, max: 5, noNaN: true })), ([before, at, factor]) => {
      const after = viewport.zoomed(before, factor, at);
      const { x, y } = viewport.toScreen(after, viewport.toMap(before, at));
      near(x, at.x);
      near(y, at.y);
      assert.ok(after.scale >= viewport.LEAST_SCALE && after.scale <= viewport.GREATEST_SCALE);
    });
  });

  it('does not jump when it zooms in from all of a very large map', () => {
    const all = viewport.fitted({ x: 0, y: 0, width: 900, height: 200_000 }, SIZE);
    assert.ok(all.scale < viewport.LEAST_SCALE);
    near(viewport.zoomed(all, 1.1, { x: 0, y: 0 }).scale, all.scale * 1.1);
    assert.equal(viewport.zoomed(all, 0.5, { x: 0, y: 0 }).scale, all.scale);
  });

  it('follows a hand', () => {
    const moved = viewport.panned({ x: 0, y: 0, scale: 0.5 }, { x: 10, y: -20 });
    assert.deepEqual(moved, { x: -20, y: 40, scale: 0.5 });
  });

  it('shows all of what is fitted in', () => {
    holds(fc.record({ x: number, y: number, width: fc.nat(20_000), height: fc.nat(200_000) }), (bounds) => {
      const fitted = viewport.fitted(bounds, SIZE);
      const seen = viewport.seen(fitted, SIZE);
      assert.ok(fitted.scale <= 1);
      assert.ok(contains(seen, bounds));
      assert.ok(contains(seen, { x: bounds.x + bounds.width, y: bounds.y + bounds.height }));
    });
  });

  it('moves no more than is needed to bring something in sight', () => {
    const box = fc.record({ x: number, y: number, width: fc.constant(200), height: fc.constant(100) });
    holds(fc.tuple(view, box), ([before, target]) => {
      const after = viewport.revealing(before, target, SIZE);
      assert.ok(contains(viewport.seen(after, SIZE), target));
      assert.deepEqual(viewport.revealing(after, target, SIZE), after);
    });
    const inSight = { x: 0, y: 0, scale: 1 };
    assert.deepEqual(viewport.revealing(inSight, { x: 100, y: 100, width: 200, height: 100 }, SIZE), inSight);
  });
});
