import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../../server/src/syntax/editDistance';
import { holds } from '../../support/property';

function check(a: string, b: string, slips: number) {
  assert.equal(editDistance(a, b, 5), slips);
  assert.equal(editDistance(b, a, 5), slips);
}

describe('the distance of two words', () => {
  it('counts letters left out, put in, mistaken, and swapped', () => {
    check('claim', 'claim', 0);
    check('claim', 'clam', 1);
    check('claim', 'claims', 1);
    check('claim', 'clain', 1);
    check('claim', 'calim', 1);
    check('claim', '', 5);
    check('rebuttal', 'rebutla', 2);
    check('ab', 'ba', 1);
    check('ca', 'abc', 3);
  });

  it('is not counted further than asked', () => {
    assert.equal(editDistance('claim', 'support', 1), 2);
    assert.equal(editDistance('abcdef', 'uvwxyz', 2), 3);
    assert.equal(editDistance('a'.repeat(100_000), `${'a'.repeat(99_999)}b`, 2), 3);
  });

  it('is one after one slip, whichever', () => {
    const word = fc.string({ minLength: 2, maxLength: 12, unit: 'grapheme-ascii' });
    holds(fc.tuple(word, fc.nat(), fc.constantFrom('', '!', '!!')), ([whole, place, put]) => {
      const at = place % whole.length;
      const slipped = whole.slice(0, at) + (put === '!!' ? `!${whole[at]}` : put) + whole.slice(at + 1);
      assert.equal(editDistance(whole, slipped, 3), whole === slipped ? 0 : 1);
    });
  });
});
