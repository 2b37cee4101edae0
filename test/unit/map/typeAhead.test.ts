import assert from 'node:assert/strict';
import { TypeAhead } from '../../../client/src/map/drawing/typeAhead';
import { keyOf, mapContent, scene, wordsOf } from '../../support/maps';

const content = mapContent(
  'claim #zeta: Alignment\n  support: Ålesund\n  rebuttal: beta\nclaim: Alpha\n  cite: [x](y)',
);
const { forest } = scene(content, []);

/** Where typed letters lead to; a number is a wait in milliseconds. */
function check(from: string | null, typed: readonly (string | number)[], ...expected: (string | null)[]) {
  const ahead = new TypeAhead();
  let focus = from === null ? null : keyOf(content, from);
  let now = 0;
  const reached: (string | null)[] = [];
  for (const one of typed) {
    if (typeof one === 'number') now += one;
    else {
      now += 50;
      const key = ahead.type(one, now, focus, forest);
      focus = key ?? focus;
      reached.push(wordsOf(content, key));
    }
  }
  assert.deepEqual(reached, expected);
}

describe('letters typed on the map', () => {
  it('lead to the next statement that begins with them', () => {
    check('Alignment', ['b'], 'beta');
    check('beta', ['b'], 'beta');
    check('beta', ['a'], 'Alpha');
    check(null, ['a'], 'Alignment');
    check('Alignment', ['q'], null);
  });

  it('are taken together when they follow each other quickly', () => {
    check('beta', ['a', 'l', 'e'], 'Alpha', 'Alpha', 'Ålesund');
    check('beta', ['a', 'l', 2000, 'b'], 'Alpha', 'Alpha', 'beta');
  });

  it('go through all that begin with the same one', () => {
    check('Alignment', ['a', 'a', 'A', 'a'], 'Ålesund', 'Alpha', 'Alignment', 'Ålesund');
  });

  it('find an id', () => {
    check('beta', ['#', 'z'], 'Alignment', 'Alignment');
    check('beta', ['z'], null);
  });
});
