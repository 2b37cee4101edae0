import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { cut, remembered, wrap } from '../../../client/src/map/drawing/wrap';
import { holds } from '../../support/property';

/** In a face whose characters are all one wide. */
const measure = (text: string) => [...text].length;

function check(text: string, width: number, mostLines: number, ...expected: string[]) {
  assert.deepEqual(wrap(text, width, mostLines, measure), expected);
}

describe('the words of a box', () => {
  it('are broken between words', () => {
    check('', 10, 3);
    check('   ', 10, 3);
    check('one two three', 7, 3, 'one two', 'three');
    check('one two three', 13, 3, 'one two three');
    check(' one \t two ', 7, 3, 'one two');
  });

  it('are broken within words that are too long for a line', () => {
    check('an https://example.org/a', 8, 4, 'an', 'https://', 'example.', 'org/a');
    check('論証の地図を描く', 3, 4, '論証の', '地図を', '描く');
  });

  it('keep letters with their marks, and signs that are put together', () => {
    check('e\u0301e\u0301e\u0301', 4, 4, 'e\u0301e\u0301', 'e\u0301');
    check('👩‍🚀👩‍🚀', 3, 4, '👩‍🚀', '👩‍🚀');
  });

  it('end in an ellipsis where there are too many', () => {
    check('one two three four', 7, 2, 'one two', 'three…');
    check('one two three', 8, 1, 'one two…');
    check('https://example.org', 8, 1, 'https:/…');
  });

  it('fit into their lines, and none is lost where all fit', () => {
    const word = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 8 }));
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    holds(fc.tuple(text, fc.integer({ min: 8, max: 30 }), fc.integer({ min: 1, max: 8 })), ([words, width, most]) => {
      const lines = wrap(words, width, most, measure);
      assert.ok(lines.length <= most);
      for (const line of lines) assert.ok(measure(line) <= Math.max(width, 8), JSON.stringify([line, width]));
      const all = wrap(words, width, 1000, measure);
      if (all.length <= most) assert.deepEqual(lines, all);
      assert.equal(all.join('').replace(/\s/g, ''), words.replace(/\s/g, ''));
    });
  });

  it('are cut to one line', () => {
    assert.equal(cut('Rebuttal · Odile', 20, measure), 'Rebuttal · Odile');
    assert.equal(cut('Rebuttal · Odile · #obfuscated', 20, measure), 'Rebuttal · Odile ·…');
    assert.equal(cut('Rebuttal · Odile · #obfuscated', 23, measure), 'Rebuttal · Odile · #ob…');
  });

  it('are measured once each', () => {
    let asked = 0;
    const counted = remembered((text) => {
      asked++;
      return text.length;
    });
    wrap('again and again and again', 9, 9, counted);
    assert.equal(asked, 3);
  });
});
