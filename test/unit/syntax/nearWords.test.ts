import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { editDistance } from '../../../server/src/syntax/editDistance';
import { NearWords } from '../../../server/src/syntax/nearWords';
import { holds } from '../../support/property';

function check(word: string, words: readonly string[], expected: readonly string[]) {
  assert.deepEqual(new NearWords(words).near(word, 3), expected);
}

describe('words that are near another', () => {
  it('are one or two slips away, the nearest first', () => {
    check('jugde', ['judge', 'jude', 'trust'], ['judge', 'jude']);
    check('a', ['abc', 'b', 'abcd', 'a'], ['b', 'abc']);
  });
  it('may differ in case', () => check('Judge', ['judge'], ['judge']));
  it('are three at most', () => check('aa', ['ab', 'ac', 'ad', 'ae'], ['ab', 'ac', 'ad']));
  it('are found as by comparing with every one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 6 });
    holds(fc.tuple(word, fc.uniqueArray(word, { maxLength: 12 })), ([wanted, words]) => {
      const near = words.filter((other) => other !== wanted && editDistance(wanted, other, 2) <= 2);
      assert.deepEqual(new Set(new NearWords(words).near(wanted, 20)), new Set(near));
    });
  });
  it('take three thousand words without comparing each with each', () => {
    const words = Array.from({ length: 3_000 }, (_, i) => `c${i}`);
    const near = new NearWords(words);
    for (const word of words) assert.ok(near.near(`x${word}`, 3).length > 0);
  });
});
