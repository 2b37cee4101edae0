import { strict as assert } from 'node:assert';
import { checkRule, findingsOf } from '../../support/rules';

const RULE = 'circular-support';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('circular-support', () => {
  it('is two supports of each other, said once', () =>
    check(
      '⟦support #a -> #b:⟧ x\nsupport #b -> #a: y',
      'This statement and another are given as reasons for each other, in a ring. Give one of them a reason from outside, and take one of the targets away.',
    ));
  it('is a longer ring, with what else supports its members', () => {
    check('claim #c: z\n⟦support #a -> #b, #c:⟧ x\nsupport #b -> #d: y\nsupport #d -> #a: w\n  support: v');
    const [finding] = findingsOf(RULE, 'support #a -> #b: x\nsupport #b -> #d: y\nsupport #d -> #a: w');
    assert.deepEqual(
      finding?.related.map(({ message }) => message),
      ['In the ring: the support in line 2.', 'In the ring: the support in line 3.'],
    );
  });
  it('is a support of itself', () =>
    check(
      '⟦support #a -> #a:⟧ x',
      'This statement is given as a reason for itself. Name the statement that is meant.',
    ));
  it('is said of every ring', () =>
    check('⟦support #a -> #b:⟧ x\n⟦support #c -> #d:⟧ x\nsupport #b -> #a: y\nsupport #d -> #c: y'));
  it('is no ring of attacks, and no way that ends', () => {
    check('rebuttal #a -> #b: x\nrebuttal #b -> #a: y');
    check('claim #a: x\nsupport #b -> #a: y\nsupport -> #a, #b: z');
    check('rebuttal #a -> #b: x\nsupport #b -> #a: y');
  });
  it('takes ten thousand in one ring', () => {
    const size = 10_000;
    const ring = Array.from({ length: size }, (_, i) => `support #s${i} -> #s${(i + 1) % size}: x`).join('\n');
    const [finding, ...others] = findingsOf(RULE, ring);
    assert.deepEqual([finding?.related.length, others.length], [10, 0]);
  });
});
