import assert from 'node:assert/strict';
import { changeKind } from '../../../../server/src/features/refactorings/changeKind';
import { checkNotOffered, checkRefactoring, offersAt } from '../../../support/refactorings';

const check = (source: string, title: string, expected: string) =>
  checkRefactoring(changeKind, source, title, expected);

function checkKinds(source: string, ...keywords: string[]) {
  assert.deepEqual(
    offersAt(changeKind, source).map(({ kind }) => kind.replace('refactor.rewrite.mark.', '')),
    keywords,
    source,
  );
}

describe('changing the kind of a statement', () => {
  it('changes its keyword, and nothing else', () => {
    check(
      'claim: x\n  - rebuttal #r (Ada): y\n    ‸more\n\tsupport: z',
      'Change the rebuttal to a support',
      'claim: x\n  - support #r (Ada): y\n    more\n\tsupport: z',
    );
    check('claim: x\nsupport: ‸y', 'Change the support to a rebuttal', 'claim: x\nrebuttal: y');
  });

  it('keeps the letters large or small', () => {
    check('Claim: x\nSup‸port: y', 'Change the support to a concession', 'Claim: x\nConcession: y');
    check('CLAIM: x\nSUP‸PORT: y', 'Change the support to a concession', 'CLAIM: x\nCONCESSION: y');
  });

  it('is offered for the keywords that can reply to the same', () => {
    checkKinds('claim: x\n  support: ‸y', 'claim', 'rebuttal', 'question', 'concession');
    checkKinds('claim: x\n  rebuttal: y\n    support: ‸z', 'claim', 'rebuttal', 'undercut', 'question', 'concession');
    checkKinds('question: x\n  support: ‸y', 'claim', 'rebuttal', 'question', 'answer', 'concession');
    checkKinds('‸claim: x', 'question');
    checkKinds('‸support: x', 'claim', 'question');
  });

  it('makes a source of a support that names one, and a support of a source', () => {
    check(
      'claim: x\n  ‸support: arXiv:2402.06782',
      'Change the support to a cite',
      'claim: x\n  cite: arXiv:2402.06782',
    );
    check(
      'claim: x\n  ‸cite: arXiv:2402.06782',
      'Change the cite to a support',
      'claim: x\n  support: arXiv:2402.06782',
    );
    checkKinds('claim: x\n  cite: ‸A book', 'support');
    checkKinds('‸cite: A book');
  });

  it('leaves the replies something to reply to', () => {
    checkKinds('question: x\n  answer: y\n‸question: z', 'claim');
    checkKinds('‸question: x\n  answer: y');
    checkKinds('claim: x\n  ‸rebuttal: y\n    undercut: z', 'support');
    checkKinds('‸claim #a: x\n\nrebuttal -> #a: y', 'question');
  });

  it('takes no replies from others', () => {
    // As a claim it would take the support below.
    checkKinds('claim: x\n‸rebuttal: y\nsupport: z', 'support', 'question', 'concession');
    checkKinds('claim: x\n‸rebuttal: y\n# H\nsupport: z', 'claim', 'support', 'question', 'concession');
    // A question takes no support beside it.
    checkKinds('‸claim: x\nsupport: y');
  });

  it('is not offered outside of statements', () => checkNotOffered(changeKind, '‸prose', '# ‸H', 'claim: x\n\n‸', '‸'));
});
