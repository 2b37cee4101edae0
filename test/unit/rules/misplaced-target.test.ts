import assert from 'node:assert/strict';
import { checkRule, fixed } from '../../support/rules';

const RULE = 'misplaced-target';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('misplaced-target', () => {
  it('is a target of a claim that leads to no question', () => {
    check('claim #a: A\nclaim -> ⟦#a⟧: B');
    check('question #q: Q\nclaim #a: A\nclaim -> #q, #a: B\nanswer -> #a: C');
    check('claim -> #nowhere: B');
    assert.equal(
      fixed(RULE, 'Turn the claim into a support', 'claim #a: A\nclaim -> #a: B'),
      'claim #a: A\nsupport -> #a: B',
    );
  });
  it('is a concession of nobody', () => {
    check(
      'claim: A\n⟦concession⟧: B',
      'Nobody is named who concedes this, so it withdraws nothing. Write `concession (Speaker):`.',
    );
    check('### (Bo)\nclaim: A\nconcession: B');
    check('claim: A\nconcession (Bo): B');
  });
});
