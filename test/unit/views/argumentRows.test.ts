import assert from 'node:assert/strict';
import { ArgumentRows } from '../../../client/src/views/argumentRows';
import type { ArgumentAnswer } from '../../../server/src/protocol/messages';

type Nodes = ArgumentAnswer['nodes'];

/** An answer that tells of rows by their words, which are their keys here, and of what is under what. */
function answer(
  texts: readonly string[],
  children: Record<string, string>,
  more: Partial<ArgumentAnswer> = {},
): ArgumentAnswer {
  const nodes: Nodes = texts.map((text) => ({ key: text.replace(/!/g, ''), type: 'statement', text }));
  const lists = Object.entries(children).map(([of, keys]) => ({
    of: of === 'top' ? null : of,
    keys: keys.split(' ').filter(Boolean),
  }));
  return {
    version: 1,
    state: 1,
    isWhole: false,
    nodes,
    children: lists,
    gone: [],
    openPoints: 0,
    count: 0,
    found: 0,
    ...more,
  };
}

function rowsWith(...answers: readonly ArgumentAnswer[]): { rows: ArgumentRows; stale: string } {
  const rows = new ArgumentRows();
  const stale = answers.map((one) => rows.apply(one)).at(-1);
  return { rows, stale: typeof stale === 'string' ? stale : (stale ?? []).map(({ node }) => node.text).join(' ') };
}

const WHOLE = answer(['a', 'b', 'c', 'd'], { top: 'a d', a: 'b', b: 'c' }, { isWhole: true });

describe('the rows that a client keeps', () => {
  it('know what is under what', () => {
    const { rows, stale } = rowsWith(WHOLE);
    assert.equal(stale, 'all');
    assert.deepEqual(
      rows.roots.map(({ key, children }) => [key, children.map((row) => [row.key, row.parent?.key])]),
      [
        ['a', [['b', 'a']]],
        ['d', []],
      ],
    );
  });

  it('are drawn anew where something is other, each once', () => {
    assert.equal(rowsWith(WHOLE, answer(['c!'], {})).stale, 'c!');
    assert.equal(rowsWith(WHOLE, answer(['c!', 'b!'], {})).stale, 'b!', 'what is under a row is drawn with it');
    assert.equal(rowsWith(WHOLE, answer(['e'], { d: 'e' })).stale, 'd');
    assert.equal(rowsWith(WHOLE, answer([], { b: '', d: 'c' })).stale, 'b d');
    assert.equal(rowsWith(WHOLE, answer([], { top: 'd a' })).stale, 'all');
    assert.equal(rowsWith(WHOLE, answer([], {})).stale, '');
  });

  it('stay the same objects, also when everything is told again', () => {
    const { rows } = rowsWith(WHOLE);
    const [a, c] = [rows.get('a'), rows.get('c')];
    rows.apply(answer(['a!', 'c'], { top: 'a', a: 'c' }, { isWhole: true }));
    assert.equal(rows.get('a'), a);
    assert.equal(rows.get('c'), c);
    assert.deepEqual([a?.node.text, c?.parent?.key, rows.get('b')], ['a!', 'a', undefined]);
  });

  it('go when they are gone', () => {
    const { rows } = rowsWith(WHOLE, answer([], { top: 'a' }, { gone: ['d'] }));
    assert.equal(rows.get('d'), undefined);
    assert.deepEqual([...rows.all()].length, 3);
    rows.clear();
    assert.deepEqual([rows.roots.length, rows.get('a')], [0, undefined]);
  });
});
