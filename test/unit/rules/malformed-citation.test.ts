import { checkRule } from '../../support/rules';

const RULE = 'malformed-citation';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('malformed-citation', () => {
  it('is an identifier that cannot exist, with the reason', () => {
    check(
      'claim: x\n  cite: ⟦arXiv:2113.01234⟧',
      'This leads to no paper: month 13 does not exist. Look it up and correct it.',
    );
    check('claim: see ⟦doi:10.123/abc⟧ here');
  });
  it('is found in prose and in quotations, too', () =>
    check('as ⟦arXiv:2113.01234⟧ has it\n\n> ⟦arXiv:2113.01234⟧ says'));
  it('is none in code or comments', () => check('claim: `arXiv:2113.01234` <!-- arXiv:2113.01234 -->'));
  it('is no paper that can exist, and no ordinary number', () =>
    check('claim: arXiv:2107.03374, doi:10.1000/182, 2113.01234, https://example.org/2113.01234'));
});
