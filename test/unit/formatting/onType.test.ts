import assert from 'node:assert/strict';
import { formatAtColon, formatAtNewLine } from '../../../server/src/formatting/onType';
import { parse } from '../../../server/src/syntax/parse';
import { edited } from '../../support/formatting';
import { marked } from '../../support/marks';

const checkWith = (at: typeof formatAtColon) => (source: string, expected: string) => {
  const { text, cursor } = marked(source);
  const edits = at(parse(text), cursor);
  assert.equal(edited(text, edits), expected);
  // A cursor in the midst of what is replaced would be anybody's guess.
  for (const { range } of edits) assert.ok(range.end <= cursor, 'stands behind the cursor');
};

describe('a colon', () => {
  const check = checkWith(formatAtColon);

  it('tidies the header that it completes', () => {
    check('Claim:‸', 'claim:');
    check('  - REBUTTAL -> #a (Ada)  #b :‸', '  - rebuttal #b (Ada) -> #a:');
  });
  it('leaves the rest of the line to the writer', () => {
    check('Claim:‸ A', 'claim: A');
    check('Claim:‸A  ', 'claim:A  ');
  });
  it('does nothing in text, or where no header ends', () => {
    check('Claim: see:‸', 'Claim: see:');
    check('Claim  (a:‸', 'Claim  (a:');
    check('Note:‸', 'Note:');
    check('Claim:\n  Support :‸', 'Claim:\n  support:');
    check('‸', '');
  });
  it('keeps an attribute that is still being typed', () => check('Claim  ()  #a:‸', 'claim  ()  #a:'));
});

describe('a new line', () => {
  const check = checkWith(formatAtNewLine);

  it('begins where the statement above does', () => {
    check('claim: A\n  support: B\n‸', 'claim: A\n  support: B\n  ');
    check('\t- claim: A\n‸', '\t- claim: A\n\t');
    check('\ufeffclaim: A\n‸', '\ufeffclaim: A\n');
  });
  it('begins where the text above does', () => {
    check('claim: A\n    B\n‸\n', 'claim: A\n    B\n    \n');
    check('claim: A\n    > B\n‸', 'claim: A\n    > B\n    ');
  });
  it('replaces no more of its white space than it must', () => {
    check('  claim: A\n  ‸', '  claim: A\n  ');
    check('  claim: A\n ‸', '  claim: A\n  ');
    check('claim: A\n  ‸', 'claim: A\n');
    // Without the space there would be one line break of two.
    check('claim: A\r ‸\n', 'claim: A\r \n');
  });
  it('is left alone where something stands in it', () => check('  claim: A\n‸B', '  claim: A\nB'));
  it('is left alone behind a blank line, in prose, in code, in a comment, and at the top', () => {
    check('claim: A\n  B\n\n‸', 'claim: A\n  B\n\n');
    check('  prose\n‸', '  prose\n');
    check('claim: A\n  ```\n  B\n‸\n  ```', 'claim: A\n  ```\n  B\n\n  ```');
    check('  claim: A <!--\n‸\n-->', '  claim: A <!--\n\n-->');
    check('‸', '');
  });
  it('begins below code where that ends', () => check('claim: A\n  ```\n  ```\n‸', 'claim: A\n  ```\n  ```\n  '));
});
