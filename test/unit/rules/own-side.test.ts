import { strict as assert } from 'node:assert';
import { checkRule, findingsOf, fixed } from '../../support/rules';

const RULE = 'own-side';
const check = (source: string) => checkRule(RULE, source);

describe('own-side', () => {
  it('is a rebuttal of one’s own statement', () => {
    check('claim (Ada): x\n  rebuttal (Bo): y\n  ⟦rebuttal⟧ (@ada): z');
    check('### (Ada)\nclaim #a: x\n⟦rebuttal⟧ -> #a: y');
  });
  it('is a support of what one rebuts', () =>
    check('claim (Ada): x\n  rebuttal (Bo): y\n  support (Ada): z\n  ⟦support⟧ (Bo): w'));
  it('is not to answer a reply', () => check('claim (Ada): x\n  rebuttal (Bo): y\n    rebuttal (Ada): z'));
  it('is not what nobody says', () => check('claim: x\n  rebuttal: y\n  support: z'));
  it('is no support that names no speaker', () =>
    check('claim (Ada): x\n  ⟦rebuttal⟧ (Ada): on second thoughts\n  support: z'));
});

describe('the quick fix of own-side', () => {
  const check = (before: string, after: string) => {
    assert.equal(fixed(RULE, 'Move it under the rebuttal in line 2', before), after);
    assert.deepEqual(findingsOf(RULE, after), []);
  };
  it('moves a branch under the reply above', () =>
    check(
      'claim (Ada): x\n  rebuttal (Bo): y\n  rebuttal (Ada): z\n    goes on\n\n    support (Cy): w\n  support: v',
      'claim (Ada): x\n  rebuttal (Bo): y\n    rebuttal (Ada): z\n      goes on\n\n      support (Cy): w\n  support: v',
    ));
  it('moves it with its bullet', () =>
    check(
      '- claim (Ada): x\n  - rebuttal (Bo): y\n  - rebuttal (Ada): z\n',
      '- claim (Ada): x\n  - rebuttal (Bo): y\n    - rebuttal (Ada): z\n',
    ));
  it('is not offered without a reply of another above, for a target, or among tabs', () => {
    for (const text of [
      'claim (Ada): x\n  rebuttal (Ada): y',
      'claim #a (Ada): x\n  rebuttal (Bo): y\n  rebuttal (Ada) -> #a: z',
      'claim (Ada): x\n\trebuttal (Bo): y\n\trebuttal (Ada): z',
    ]) {
      const [finding] = findingsOf(RULE, text);
      assert.deepEqual(finding?.fixes(), [], text);
    }
  });
});
