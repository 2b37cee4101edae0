import assert from 'node:assert/strict';
import { checkRule, fixed } from '../../support/rules';

const RULE = 'dangling-reply';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('dangling-reply', () => {
  it('is a line that finds nothing to answer', () => {
    for (const keyword of ['support', 'rebuttal', 'undercut', 'answer', 'concession', 'cite']) {
      check(
        `⟦${keyword}⟧: A`,
        `This ${keyword} has nothing above it to answer. Put it under a statement, or say with \`-> #id\` what it answers.`,
      );
    }
    check('claim: A\n\n# Part\n\n⟦rebuttal⟧: B');
    check('question: A\n⟦rebuttal⟧: B');
  });
  it('is no claim, no question, and nothing with a target', () =>
    check('claim: A\nquestion: B\nrebuttal -> #nowhere: C'));
  it('is mended by making it a claim', () =>
    assert.equal(fixed(RULE, 'Turn the rebuttal into a claim', 'rebuttal: A'), 'claim: A'));
});
