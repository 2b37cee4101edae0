import assert from 'node:assert/strict';
import { checkRule, fixed } from '../../support/rules';

const RULE = 'misplaced-undercut';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('misplaced-undercut', () => {
  it('is an undercut of what has no link', () => {
    check(
      'claim: A\n  ⟦undercut⟧: B',
      'This undercut attacks nothing: an undercut cuts the link of a support, a rebuttal, an undercut or a citation. Put it under one, or make it a rebuttal.',
    );
    check('claim #a: A\nquestion #b: B\n⟦undercut⟧ -> #a, #b: C');
    assert.equal(
      fixed(RULE, 'Turn the undercut into a rebuttal', 'claim: A\n  undercut: B'),
      'claim: A\n  rebuttal: B',
    );
  });
  it('is none where one target has a link, or nothing is answered', () => {
    check('claim #a: A\nsupport #b: B\nundercut -> #a, #b: C');
    check('claim: A\n  cite: B\n    undercut: C\n      undercut: D');
    check('undercut: A\nundercut -> #nowhere: B');
  });
});
