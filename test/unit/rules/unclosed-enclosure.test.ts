import assert from 'node:assert/strict';
import { checkRule, fixed } from '../../support/rules';

const RULE = 'unclosed-enclosure';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('unclosed-enclosure', () => {
  it('is a comment that never ends', () => {
    check('claim: A ⟦<!--⟧ B\nC', 'This comment is never closed, so it is read as text. Close it with `-->`.');
    assert.equal(fixed(RULE, 'Close the comment', 'claim: A <!-- B\nC'), 'claim: A <!-- B -->\nC');
  });
  it('is code that never ends', () => {
    check(
      'claim: A\n\n⟦```⟧ts\ncode',
      'This code is never closed, so it is read as text. Close it with a line of the same marks.',
    );
    assert.equal(
      fixed(RULE, 'Close the code', 'claim: A\n\n  ~~~~\n  code\n\nB'),
      'claim: A\n\n  ~~~~\n  code\n  ~~~~\n\nB',
    );
  });
  it('is a quotation of a statement that never ends', () => {
    check(
      'claim: A ⟦“⟧so they\n  say',
      'This quotation is never closed, so it is read as the statement’s own words. Close it with `”`.',
    );
    assert.equal(fixed(RULE, 'Close the quotation', 'claim: A “so they\n  say\nB'), 'claim: A “so they\n  say”\nB');
    check('claim: A “so” they “say”');
  });
  it('is nothing in prose that nobody has marked', () => check('A <!-- B\n```\n“C'));
  it('is nothing that is closed, or in code', () => check('claim: A <!-- B --> `<!--`\n```\n<!--\n```'));
});
