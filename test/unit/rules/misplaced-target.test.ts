import assert from 'node:assert/strict';
import { checkRule, checkRuleIn, findingsOf, fixed } from '../../support/rules';

const RULE = 'misplaced-target';

const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('misplaced-target', () => {
  it('is a target of a claim that leads to no question', () => {
    check(
      'claim #a: x\nclaim #b (Bo) -> ⟦#a⟧: y',
      'A claim replies to questions only, so this target does nothing. Make the claim a support, or take the target out.',
    );
    check('claim #a: x\nclaim #b -> ⟦#b, <note#a>⟧: y');
    checkRuleIn(RULE, { a: 'claim #x: x\nquestion #q: y', b: 'claim -> ⟦a#x⟧: z\nclaim -> a#q: z' });
  });

  it('is none that leads to a question, or nowhere, and none of another statement', () => {
    check('question #q: x\nclaim #a -> #q: y\nclaim -> #a, #q: z');
    check('claim #a: x\nclaim -> #nowhere: y\nclaim -> #a, #nowhere: z\nrebuttal -> #a: w\nanswer -> #a: v');
  });

  it('is a concession without a speaker', () => {
    check(
      'claim (Ada): x\n⟦concession⟧: y',
      'A concession without a speaker withdraws nothing. Say who concedes: `concession (Name):`.',
    );
    check('claim: x\nconcession (Bo): y');
    check('claim: x\n### (Bo)\nconcession: y\n# Next\nclaim: x\n⟦concession⟧: y');
  });
});

describe('the quick fix of misplaced-target', () => {
  it('turns the claim into a support', () => {
    const after = 'claim #a: x\nsupport #b -> #a: y';
    assert.equal(fixed(RULE, 'Turn the claim into a support', 'claim #a: x\nClaim #b -> #a: y'), after);
    assert.deepEqual(findingsOf(RULE, after), []);
  });
});
