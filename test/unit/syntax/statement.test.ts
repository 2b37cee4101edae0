import assert from 'node:assert/strict';
import { blocksOf } from './shown';

/** Expects the blocks of a note, as `blocksOf` writes them. */
function check(source: string, ...expected: string[]) {
  assert.deepEqual(blocksOf(source), expected);
}

describe('the text of a statement', () => {
  it('is the rest of its line', () => check('claim:  A \t', 'claim: A'));
  it('goes on in lines two columns deeper than the keyword', () =>
    check('claim: A\n  B\n   C\n        D', 'claim: A / B / C / D'));
  it('does not go on in lines one column deeper, or not deeper', () => {
    check('claim: A\n B', 'claim: A', '| B');
    check('    claim: A\n  B\n     C', 'claim: A', '| B / C');
  });
  it('goes on from a bullet, not from the keyword behind it', () => {
    check('- claim: A\n  B', 'claim: A / B');
    check('-   claim: A\n  B\n C', 'claim: A / B', '| C');
  });
  it('may begin in the second line', () => check('claim:\n  A', 'claim: A'));
  it('goes on after blank lines, and leaves the last of them out', () =>
    check('claim: A\n\n \n  B\n\nC', 'claim: A / B', 'blank', '| C'));
  it('ends at the next statement, however deep', () =>
    check('claim: A\n  support: B\n    C\n  D', 'claim: A', 'support: B / C', '| D'));
  it('takes in indented lines of every look', () =>
    check('claim: A\n  - B\n  # C\n  ### (D)\n  #E\n  claims: F', 'claim: A / - B / # C / ### (D) / #E / claims: F'));
  it('ends at a heading or a speaker heading that is not indented', () => {
    check('claim: A\n# B\n  C', 'claim: A', '# B', '| C');
    check('claim: A\n# (B)\n  C', 'claim: A', 'speaker B', '| C');
  });
  it('does not come back once another passage has begun', () => check('claim: A\nB\n  C', 'claim: A', '| B / C'));
  it('counts a tab as the way to the next multiple of four', () => {
    check('   claim: A\n\tB', 'claim: A', '| B');
    check('  claim: A\n\tB', 'claim: A / B');
    check('\tclaim: A\n  \t  B', 'claim: A / B');
    check('\tclaim: A\n   \tB', 'claim: A', '| B');
  });
  it('counts a no-break space as a space, and a byte order mark as nothing', () => {
    check('claim: A\n\u00a0\u00a0B\n\u00a0C', 'claim: A / B', '| C');
    check('\ufeffclaim: A\n  B', 'claim: A / B');
  });
  it('is the same with any line ending', () => {
    for (const ending of ['\n', '\r\n', '\r']) check(`claim: A${ending}  B${ending}C`, 'claim: A / B', '| C');
  });
  it('may hold colons, keywords and characters of any plane', () =>
    check('claim: claim: 😀 שלום e\u0301\n  \ud83d', 'claim: claim: 😀 שלום e\u0301 / \ud83d'));
});

describe('a quotation near a statement', () => {
  it('belongs to it directly below, indented or not', () => {
    check('claim: A\n> B\n> C', 'claim: A | > B / C');
    check('claim: A\n  > B\n> C', 'claim: A | > B / C');
  });
  it('belongs to it after a blank line only when it is indented under it', () => {
    check('claim: A\n\n  > B', 'claim: A | > B');
    check('claim: A\n\n> B', 'claim: A', 'blank', '> B');
    check('claim: A\n\n > B', 'claim: A', 'blank', '> B');
  });
  it('belongs to it directly below its last line', () =>
    check('claim: A\n  B\n> C\n  D\n> E', 'claim: A / B | > C | D | > E'));
  it('lets no line without indentation follow', () => check('claim: A\n> B\nC', 'claim: A | > B', '| C'));
  it('that stands in front of a statement is no part of it', () => check('> A\nclaim: B', '> A', 'claim: B'));
  it('is parted by blank lines', () => check('claim: A\n  > B\n\n  > C', 'claim: A | > B | > C'));
});
