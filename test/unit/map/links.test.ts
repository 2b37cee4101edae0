import assert from 'node:assert/strict';
import { linkKey } from '../../../client/src/map/drawing/drawLink';
import { wayFrom } from '../../../client/src/map/drawing/lit';
import { debates, keyOf, mapContent, scene, wordsOf } from '../../support/maps';
import { holds } from '../../support/property';

/** Links as `from relation to`; arcs in parentheses. */
function check(text: string, folds: string, ...expected: string[]) {
  const content = mapContent(text);
  const { links } = scene(
    content,
    [...folds].map((words) => keyOf(content, words)),
  );
  const shown = links.map(({ from, to, relation, isBranch }) => {
    const link = `${wordsOf(content, from)} ${relation ?? '—'} ${wordsOf(content, to)}`;
    return isBranch ? link : `(${link})`;
  });
  assert.deepEqual(shown, expected);
}

/** Numbers at the end of a path: where it leads to. */
function endOf(path: string): [number, number] {
  const [x, y] = (/(-?[\d.]+),(-?[\d.]+)$/.exec(path) ?? []).slice(1).map(Number);
  return [x as number, y as number];
}

describe('the links of the map', () => {
  it('are branches to what a statement hangs under, and arcs to what else it replies to', () => {
    check('claim #a: a\n  support: b\nclaim: c\n  rebuttal -> #a: d', '', 'b supports a', 'd rebuts a');
    check('claim #a: a\nclaim #c: c\nrebuttal -> #a, #c: d', '', 'd rebuts a', '(d rebuts c)');
    check('claim: a\n  claim: b', '', 'b — a');
  });

  it('go round rings once', () => {
    check('rebuttal #a -> #b: a\nrebuttal #b -> #a: b', '', '(a rebuts b)', 'b rebuts a');
    check('rebuttal #a -> #a: a', '');
  });

  it('lead to the box that stands for what is folded away, each once', () => {
    const text = 'claim: a\n  support #b: b\n  support #c: c\nclaim #d: d\nrebuttal -> #d, #b, #c: e';
    check(text, 'a', 'e rebuts d', '(e rebuts a)');
  });

  it('come from the box that stands for what is folded away', () => {
    const text =
      'claim: a\n  support: b\n  rebuttal -> #d: c\nclaim #d: d\n  question: e\n    rebuttal -> #x, #d: f\nclaim #x: x';
    check(text, '', 'b supports a', 'c rebuts d', 'e asks d', 'f rebuts x', '(f rebuts d)');
  });

  it('of an undercut end at the sign of the link that it hits', () => {
    const content = mapContent('claim: a\n  support: b\n    undercut: c');
    const { links, layout } = scene(content);
    const [hit, undercut] = links;
    const over = layout.boxes.get(keyOf(content, 'b'));
    assert.ok(hit && undercut && over);
    const [x, y] = endOf(undercut.path);
    assert.equal(x, hit.sign.x);
    assert.ok(hit.sign.y - y > 8 && hit.sign.y - y < 20, 'right above it');
    assert.ok(undercut.top < over.y, 'it runs above the box');
  });

  it('of an undercut of an arc hit the sign in front of the box', () => {
    const content = mapContent('claim #a: a\n  support #s: b\nclaim: x\nundercut -> #s: c\nundercut #u -> #s, #u: d');
    const { links, layout } = scene(content);
    for (const { relation, path, to } of links.filter((link) => link.relation === 'undercuts')) {
      assert.equal(relation, 'undercuts');
      const box = layout.boxes.get(to);
      assert.ok(box && endOf(path)[0] < box.x + box.width);
    }
  });

  it('end at the edges of boxes, away from each other', () => {
    const content = mapContent('claim: a\n  support: b\n  rebuttal: c\n  question: d');
    const { links, layout } = scene(content);
    const box = layout.boxes.get(keyOf(content, 'a'));
    const ends = links.map(({ path }) => endOf(path));
    assert.equal(new Set(ends.map(([, y]) => y)).size, 3);
    for (const [x, y] of ends) assert.ok(box && x > box.x + box.width && y > box.y && y < box.y + box.height);
  });

  it('have names of their own and ends that are shown, whatever the note', () => {
    holds(debates, (text) => {
      const { links, layout } = scene(mapContent(text));
      assert.equal(new Set(links.map(linkKey)).size, links.length);
      for (const { from, to, path } of links) {
        assert.ok(layout.boxes.has(from) && layout.boxes.has(to) && from !== to);
        assert.ok(!/NaN|undefined|Infinity/.test(path));
      }
    });
  });
});

describe('the way that is lit', () => {
  it('leads from a statement to the claim at the top, and to what it is linked to otherwise', () => {
    const content = mapContent('claim #a: a\n  rebuttal: b\n    rebuttal #c -> #x: c\n  support: d\nclaim #x: x');
    const { forest, links } = scene(content);
    const lit = (words: string) => {
      const way = wayFrom(keyOf(content, words), forest, links);
      return [...way.boxes].map((key) => wordsOf(content, key)).sort();
    };
    assert.deepEqual(lit('b'), ['a', 'b']);
    assert.deepEqual(lit('c'), ['c', 'x']);
    assert.deepEqual(lit('a'), ['a']);
    assert.equal(wayFrom(null, forest, links).boxes.size, 0);
    assert.equal(wayFrom('gone', forest, links).boxes.size, 0);
  });
});
