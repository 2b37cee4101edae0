import assert from 'node:assert/strict';
import { columnAfter, skipBlank, trimmed } from '../../../server/src/syntax/columns';

/** Expects the display column of the first character that is no white space. */
function checkColumn(line: string, expected: number) {
  assert.equal(columnAfter(line, 0, skipBlank(line, 0, line.length)), expected);
}

/** Expects what is left without the white space at either end. */
function checkTrimmed(text: string, expected: string) {
  const { start, end } = trimmed(text, { start: 0, end: text.length });
  assert.equal(text.slice(start, end), expected);
}

describe('columns', () => {
  it('count spaces', () => checkColumn('   a', 3));
  it('count tabs to the next multiple of four', () => {
    checkColumn('\ta', 4);
    checkColumn('   \ta', 4);
    checkColumn('    \ta', 8);
    checkColumn('\t \t a', 9);
  });
  it('count the no-break space of pasted pages', () => checkColumn('\u00a0 a', 2));
  it('do not count a byte order mark', () => checkColumn('\ufeff  a', 2));
  it('of a blank line are those of its white space', () => checkColumn(' \t', 4));
});

describe('trimming', () => {
  it('takes white space from both ends', () => checkTrimmed('\u00a0\t a b\f ', 'a b'));
  it('leaves nothing of white space', () => checkTrimmed(' \t ', ''));
  it('keeps other characters, seen or unseen', () => checkTrimmed('\u200b', '\u200b'));
});
