import assert from 'node:assert/strict';
import { checkRule, fixed } from '../../support/rules';

const RULE = 'duplicate-id';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('duplicate-id', () => {
  it('is an id that stands above already', () => {
    check('claim #a: A\nsupport ⟦#a⟧: B\nrebuttal ⟦#a⟧: C', undefined);
    check(
      'claim #é: A\nsupport ⟦#e\u0301⟧: B',
      '`#e\u0301` is the id of another statement, in line 1, and references mean that one. Give this one an id of its own.',
    );
    check('claim #a: A\nsupport #A: B');
  });
  it('is mended by a number that is free', () =>
    assert.equal(
      fixed(RULE, 'Change to `#a-3`', 'claim #a: A\nclaim #a-2: B\nclaim #a: C'),
      'claim #a: A\nclaim #a-2: B\nclaim #a-3: C',
    ));
});
