import assert from 'node:assert/strict';
import { checkRule, findingsOf, fixed } from '../../support/rules';

const RULE = 'dangling-reply';

const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('dangling-reply', () => {
  it('is a reply with nothing above it that it could reply to', () => {
    check(
      '⟦support⟧: x',
      'This `support` has nothing above it that it could reply to. Say what it means (`-> #id`), or make it a claim.',
    );
    check('⟦undercut⟧ (Bo): x\n\n⟦rebuttal⟧: x\n⟦answer⟧ #a: x\n# Top\n⟦concession⟧: x\n# Top\n- ⟦cite⟧: x');
    check('⟦cite⟧: x\n  undercut: y');
    check('claim: x\n\n# Next\n\n⟦rebuttal⟧: y');
    check('claim: x\n⟦undercut⟧: y\n⟦answer⟧: z');
  });

  it('is no claim or question, and no reply that stands under anything', () => {
    check('claim: x\nquestion: y\n  answer: z\nrebuttal: w\ncite: v');
    check('claim: x\n  undercut: y\n  answer: z');
    check('claim: x\n### (Bo)\nrebuttal: y');
  });

  it('is no reply with a target, wherever that leads', () => {
    check('support -> #a: x\nrebuttal -> other#a: y');
    check('⟦support⟧ -> : x');
  });
});

describe('the quick fix of dangling-reply', () => {
  it('turns the reply into a claim', () => {
    const after = '- claim #a (Bo): x';
    assert.equal(fixed(RULE, 'Turn the rebuttal into a claim', '- Rebuttal #a (Bo): x'), after);
    assert.deepEqual(findingsOf(RULE, after), []);
  });
});
