import { strict as assert } from 'node:assert';
import { checkRule, checkRuleIn, findingsOf, fixed } from '../../support/rules';

const RULE = 'unanswered-rebuttal';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('unanswered-rebuttal', () => {
  it('is a rebuttal that stands and has no reply', () =>
    check(
      'claim: x\n  ⟦rebuttal⟧: y',
      'Nobody replies to this rebuttal, so the claim does not stand. Rebut it, or concede it.',
    ));
  it('is one of an answer, too, wherever that stands', () => {
    check('question: x\n  answer: y\n    ⟦rebuttal⟧: z');
    checkRuleIn(RULE, { a: 'claim #x: x', b: '⟦rebuttal⟧ -> a#x: y' });
  });
  it('is one to which only its own reasons are added', () =>
    check('claim: x\n  ⟦rebuttal⟧: y\n    support: z\n    cite: arXiv:2107.03374'));
  it('is none with a reply of any other kind', () => {
    for (const reply of ['rebuttal', 'question', 'concession (Bo)', 'undercut']) {
      check(`claim: x\n  rebuttal: y\n    ${reply}: z${reply === 'rebuttal' ? '\n      support: w' : ''}`);
    }
  });
  it('is none that does not stand', () =>
    check('claim #a: x\nrebuttal #b -> #a: y\n\nclaim #c: z\nrebuttal -> #b: w\n  question: v'));
  it('is none of anything but a claim or an answer', () => {
    check('claim: x\n  support: y\n    rebuttal: z');
    check('rebuttal: x');
  });
  it('is none that its speaker has taken back', () =>
    check('claim (Ada): x\n  rebuttal (Bo): y\n  concession (Bo): you are right'));
  it('is none that says nothing', () => check('claim: x\n  rebuttal:'));
});

describe('the quick fixes of unanswered-rebuttal', () => {
  it('add a rebuttal to fill in, of the speaker who is rebutted', () => {
    const after = 'claim (Ada): x\n  rebuttal (Bo): y\n    rebuttal (Ada): ‸';
    assert.equal(fixed(RULE, 'Add a `rebuttal:` line', 'claim (Ada): x\n  rebuttal (Bo): y'), after);
    assert.deepEqual(findingsOf(RULE, after.replace('‸', '')), []);
  });
  it('concede, where it is known who would', () => {
    const after = 'claim (Ada): x\n  rebuttal (Bo): y\n    concession (Ada): ‸';
    assert.equal(fixed(RULE, 'Concede it as Ada', 'claim (Ada): x\n  rebuttal (Bo): y'), after);
    const [finding] = findingsOf(RULE, 'claim: x\n  rebuttal: y');
    assert.equal(finding?.fixes().length, 1);
  });
});
