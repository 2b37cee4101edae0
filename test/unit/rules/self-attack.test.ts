import { checkRule } from '../../support/rules';

const RULE = 'self-attack';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('self-attack', () => {
  it('is a target that names the statement itself', () => {
    check(
      'rebuttal #a -> ⟦#a⟧: x',
      'This rebuttal is aimed at itself, so that it can never stand for sure. Name the statement that is meant.',
    );
    check('claim #b: y\nundercut #a -> #b, ⟦#a⟧: x');
  });
  it('is one by the path of its own note', () => check('rebuttal #a -> ⟦note#a⟧: x'));
  it('is no ring of several', () => check('rebuttal #a -> #b: x\nrebuttal #b -> #a: y'));
  it('is no support, and nothing of another note', () => check('support #a -> #a: x\nrebuttal #b -> other#b: y'));
});
