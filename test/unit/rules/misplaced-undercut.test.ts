import assert from 'node:assert/strict';
import { checkRule, checkRuleIn, findingsOf, fixed } from '../../support/rules';

const RULE = 'misplaced-undercut';

const check = (source: string) => checkRule(RULE, source);

describe('misplaced-undercut', () => {
  it('is an undercut of what has no link', () => {
    for (const keyword of ['claim', 'question', 'answer', 'concession']) {
      check(`question: x\n  ${keyword}: y\n    ⟦undercut⟧: z`);
    }
    check('claim #a: x\n\n⟦undercut⟧ -> #a: y');
  });

  it('is an undercut of a reply that replies to nothing itself', () => {
    check('support: x\n  ⟦undercut⟧: y');
    check('support #a -> #nowhere: x\n⟦undercut⟧ -> #a: y');
  });

  it('is no undercut of a support, rebuttal, undercut or citation', () => {
    for (const keyword of ['support', 'rebuttal', 'cite']) check(`claim: x\n  ${keyword}: y\n    undercut: z`);
    check('claim: x\nsupport: y\nundercut: z\n  undercut: w');
    check('question: x\n  support: y\n    undercut: z');
  });

  it('is no undercut of which one target has a link', () => {
    check('claim #a: x\nsupport #b: y\nundercut -> #a, #b: z');
    checkRuleIn(RULE, { a: 'claim #x: x\nsupport #y: y', b: 'undercut -> a#y: z\n⟦undercut⟧ -> a#x: z' });
  });

  it('is no undercut that replies to nothing', () => check('undercut: x\nundercut -> #nowhere: y'));
});

describe('the quick fix of misplaced-undercut', () => {
  it('turns the undercut into a rebuttal', () => {
    const after = 'claim: x\n  rebuttal #a (Bo): y';
    assert.equal(fixed(RULE, 'Turn the undercut into a rebuttal', 'claim: x\n  Undercut #a (Bo): y'), after);
    assert.deepEqual(findingsOf(RULE, after), []);
  });
});
