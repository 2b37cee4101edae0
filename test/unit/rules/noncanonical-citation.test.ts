import { strict as assert } from 'node:assert';
import { checkRule, findingsOf, fixed } from '../../support/rules';

const RULE = 'noncanonical-citation';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('noncanonical-citation', () => {
  it('is a link to a PDF', () =>
    check(
      'claim: ⟦https://arxiv.org/pdf/2107.03374⟧',
      'The landing page of this paper is https://arxiv.org/abs/2107.03374. Link to it: it outlives copies and tells of newer versions.',
    ));
  it('is a link to a mirror', () =>
    check('cite: ⟦https://ar5iv.org/abs/2107.03374⟧; ⟦https://dx.doi.org/10.1000/182⟧'));
  it('is one without encryption, or without a scheme', () =>
    check('cite: ⟦http://arxiv.org/abs/2107.03374⟧; ⟦arxiv.org/pdf/2107.03374v2⟧'));
  it('is no landing page, whatever the version and the rest of the address', () =>
    check(
      'cite: https://arxiv.org/abs/2107.03374v2?context=cs#top; arxiv.org/abs/2107.03374; https://doi.org/10.1000/182',
    ));
  it('is no identifier, and no other page', () =>
    check('cite: arXiv:2107.03374; doi:10.1000/182; 10.1000/182; http://example.org/pdf/x'));
  it('is nothing in prose or in the words of others', () => {
    check('http://arxiv.org/pdf/2107.03374');
    check('claim: x\n  > http://arxiv.org/pdf/2107.03374');
  });
});

describe('the quick fix of noncanonical-citation', () => {
  it('writes the address of the landing page', () => {
    const after = 'claim: see [x](https://arxiv.org/abs/2107.03374v2).';
    const before = 'claim: see [x](http://arxiv.org/pdf/2107.03374v2.pdf).';
    assert.equal(fixed(RULE, 'Change to https://arxiv.org/abs/2107.03374v2', before), after);
    assert.deepEqual(findingsOf(RULE, after), []);
  });
});
