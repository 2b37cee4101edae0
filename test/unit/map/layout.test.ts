import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { foldable } from '../../../client/src/map/drawing/forest';
import { contains, overlap } from '../../../client/src/map/drawing/geometry';
import { boxAt, type Layout } from '../../../client/src/map/drawing/layout';
import { debates, keyOf, mapContent, scene } from '../../support/maps';
import { holds } from '../../support/property';

/** Places of the boxes of a branch, seen from its uppermost statement, by their words. */
function branch({ boxes }: Layout, words: string): Map<string, [number, number]> {
  const all = [...boxes.values()];
  const top = all.find(({ tree }) => tree.statement.text === words);
  assert.ok(top, words);
  const within = all.filter(({ tree }) => {
    for (let above: typeof tree | null = tree; above; above = above.parent) if (above === top.tree) return true;
    return false;
  });
  return new Map(within.map(({ tree, x, y }) => [tree.statement.text, [x - top.x, y - top.y]]));
}

const BRANCH = 'claim: top\n  support: one\n    cite: two\n    undercut: three\n  rebuttal: four\n    rebuttal: five';

describe('the layout of the map', () => {
  it('has a place for every box that is shown, in the order of reading', () => {
    holds(debates, (text) => {
      const { forest, layout } = scene(mapContent(text));
      assert.deepEqual([...layout.boxes.keys()], [...forest.trees.keys()]);
    });
  });

  it('lets no two boxes overlap, whatever is folded', () => {
    holds(fc.tuple(debates, fc.nat(7)), ([text, some]) => {
      const content = mapContent(text);
      const folded = [...foldable(content.statements)].filter((_, i) => i % 8 === some);
      const boxes = [...scene(content, folded).layout.boxes.values()];
      boxes.forEach((box, i) => {
        for (const other of boxes.slice(i + 1)) assert.ok(!overlap(box, other), JSON.stringify([box.tree.level, text]));
      });
    });
  });

  it('puts children to the right of what they hang under, one below the other', () => {
    holds(debates, (text) => {
      const { boxes } = scene(mapContent(text)).layout;
      for (const { tree, x, y, width } of boxes.values()) {
        let above = Number.NEGATIVE_INFINITY;
        for (const child of tree.children) {
          const box = boxes.get(child.statement.key);
          assert.ok(box && box.x > x + width && box.y >= above);
          above = box.y + box.height;
        }
        assert.ok(tree.level === 1 ? x === 0 : y >= 0);
      }
    });
  });

  it('stays within its bounds', () => {
    holds(debates, (text) => {
      const { boxes, bounds } = scene(mapContent(text)).layout;
      for (const { x, y, width, height } of boxes.values()) {
        assert.ok(contains(bounds, { x, y }) && contains(bounds, { x: x + width, y: y + height }));
      }
    });
  });

  it('lays a branch out alike wherever it hangs, and whatever stands elsewhere', () => {
    const alone = branch(scene(mapContent(BRANCH)).layout, 'top');
    holds(debates, (elsewhere) => {
      const before = mapContent(`${elsewhere}\n# Apart\n${BRANCH}`);
      assert.deepEqual(branch(scene(before).layout, 'top'), alone);
    });
    const under = mapContent(`question: q\n  answer: a\n${BRANCH.replace(/^/gm, '  ')}`);
    assert.deepEqual(branch(scene(under).layout, 'top'), alone);
  });

  it('moves nothing above an edit', () => {
    const [before, after] = [`${BRANCH}\nclaim: last`, `${BRANCH}\nclaim: last\n  support: new`].map((text) => {
      return scene(mapContent(text)).layout;
    });
    for (const words of ['top', 'last']) {
      const place = (layout: Layout | undefined) => {
        const box = [...(layout?.boxes.values() ?? [])].find(({ tree }) => tree.statement.text === words);
        return box && [box.x, box.y];
      };
      assert.deepEqual(place(after), place(before));
    }
  });

  it('writes headings of sections and, of several notes, of notes above their trees', () => {
    const bands = (content: Parameters<typeof scene>[0]) => scene(content).layout.bands.map(({ title }) => title);
    assert.deepEqual(bands(mapContent('claim: one\n# First\nclaim: two\nclaim: three\n# Second\nclaim: four')), [
      'First',
      'Second',
    ]);
    const tied = mapContent({ b: '# One\nclaim -> a#x: one', a: '# Title\nclaim #x: two' });
    assert.deepEqual(bands(tied), ['One', 'Title']);
  });

  it('knows the box at a point', () => {
    const content = mapContent(BRANCH);
    const { layout } = scene(content);
    for (const box of layout.boxes.values()) {
      assert.equal(boxAt(layout, { x: box.x + 1, y: box.y + 1 }), box);
      assert.equal(boxAt(layout, { x: box.x - 2, y: box.y + 1 }), null);
    }
    assert.equal(boxAt(layout, { x: 1, y: 1 })?.tree.statement.key, undefined);
    assert.ok(layout.boxes.has(keyOf(content, 'top')));
  });

  it('takes 1,500 statements, one under the other or all under one', () => {
    const deep = Array.from({ length: 1500 }, (_, i) => `rebuttal #r${i + 1} -> #r${i}: x`).join('\n');
    const wide = `claim: x\n${'  support: y\n'.repeat(1500)}`;
    assert.equal(scene(mapContent(deep)).layout.boxes.size, 1500);
    assert.equal(scene(mapContent(wide)).layout.boxes.size, 1501);
  });
});
