import assert from 'node:assert/strict';
import { checkRule, findingsByLine, findingsOf, fixed } from '../../support/rules';

const RULE = 'empty-statement';

const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('empty-statement', () => {
  it('is a statement without words', () => {
    check('⟦claim:⟧', 'This `claim:` says nothing yet. Write the claim, or delete the line.');
    check('⟦support:⟧', 'This `support:` says nothing yet. Write the reason, or delete the line.');
    check('⟦cite:⟧', 'This `cite:` says nothing yet. Name the source, or delete the line.');
    check('⟦- rebuttal #a (Ada):⟧  \n⟦question:⟧\t\n  <!-- only a comment -->\nx');
    check('⟦claim:⟧ <!-- only a comment -->');
  });

  it('is none with words, a quotation, code, or a statement under it', () => {
    check('');
    check('claim: x');
    check('claim:\n  x');
    check('claim:\n\n  x');
    check('claim:\n> quoted');
    check('claim:\n  ```\n  code\n  ```');
    check('claim: `code`');
    check('claim:\n  support: x');
    check('claim #a:\nquestion: x');
    check('> what introduces it\n\nclaim:');
  });
});

/** Deletes the one empty statement. */
function checkFix(before: string, after: string) {
  assert.equal(fixed(RULE, 'Delete the line', before), after);
  assert.ok(!findingsByLine(after).some((found) => found.endsWith(RULE)));
}

describe('the quick fix of empty-statement', () => {
  it('is preferred, and the only one', () => {
    const titles = findingsOf(RULE, 'cite:').flatMap(({ fixes }) => fixes());
    assert.deepEqual(
      titles.map(({ title, preferred }) => [title, preferred]),
      [['Delete the line', true]],
    );
  });

  it('deletes the line, whichever it is', () => {
    checkFix('cite:', '');
    checkFix('cite:\n', '');
    checkFix('cite:\nprose', 'prose');
    checkFix('prose\ncite:', 'prose');
    checkFix('prose\ncite:\n', 'prose\n');
    checkFix('prose\n  - cite: \nmore\n', 'prose\nmore\n');
    checkFix('prose\n\ncite:\n\nmore', 'prose\n\n\nmore');
  });

  it('deletes one line break, whatever it is made of', () => {
    checkFix('prose\r\ncite:\r\nmore\r\n', 'prose\r\nmore\r\n');
    checkFix('prose\r\ncite:', 'prose');
    checkFix('prose\rcite:\rmore', 'prose\rmore');
  });
});
