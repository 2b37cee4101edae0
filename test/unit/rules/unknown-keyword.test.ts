import assert from 'node:assert/strict';
import { checkRule, fixed } from '../../support/rules';

const RULE = 'unknown-keyword';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('unknown-keyword', () => {
  it('is a word one slip away from a keyword', () => {
    check('claim: A\n⟦rebutal⟧: B', '`rebutal` is no keyword, so this line is read as prose. Did you mean `rebuttal`?');
    check('claim: A\n- ⟦suport⟧ #b (Bo) -> #a: B');
    check('claim: A\n⟦calim⟧: B\n⟦claimm⟧: C\n⟦Xlaim⟧: D');
    assert.equal(fixed(RULE, 'Change to `rebuttal`', 'claim: A\n  rebutal: B'), 'claim: A\n  rebuttal: B');
  });
  it('is nothing in a note without statements', () => check('rebutal: B'));
  it('is no other word, and none without a header', () => {
    for (const prose of [
      'claims: B',
      'Site: B',
      'Cited: B',
      'rebtal: B',
      'rebutal B',
      'rebutal that: B',
      'a: B',
      'Answers: B',
    ]) {
      check(`claim: A\n${prose}`);
    }
  });
});
