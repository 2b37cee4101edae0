import { strict as assert } from 'node:assert';
import { checkRule, checkRuleIn, findingsOf, fixed } from '../../support/rules';

const RULE = 'open-question';
const check = (source: string) => checkRule(RULE, source);

describe('open-question', () => {
  it('is a question that nobody answers', () => {
    check('⟦question⟧: Can judges be trusted?');
    check('claim: x\n  ⟦Question⟧ #q (Bo): why?\n    support: that matters\n    rebuttal: it does not');
  });
  it('is no question with an answer below it, or a statement that is aimed at it', () => {
    check('question: x\n  answer: y');
    check('question #q: x\n\n# elsewhere\nclaim -> #q: y');
    checkRuleIn(RULE, { a: 'question #q: x\n⟦question⟧ #p: y', b: 'answer -> a#q: z' });
  });
  it('is no question without a word', () => check('question:'));
});

describe('the quick fix of open-question', () => {
  it('adds an answer to fill in', () => {
    const after = 'question: x\n  answer: ‸\nclaim: y';
    assert.equal(fixed(RULE, 'Add an `answer:` line', 'question: x\nclaim: y'), after);
    assert.deepEqual(findingsOf(RULE, after.replace('‸', '')), []);
  });
});
