import assert from 'node:assert/strict';
import { checkRule, checkRuleIn, findingsOf, fixed } from '../../support/rules';

const RULE = 'duplicate-id';

const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('duplicate-id', () => {
  it('is an id that an earlier statement has', () => {
    check(
      'claim #a: x\nquestion ⟦#a⟧: y\nclaim #b: z\n\n# heading\n\nclaim ⟦#a⟧: w',
      '`#a` is the id of a statement above already, and references mean that one. Give this one another.',
    );
    check('claim #é: x\nclaim ⟦#e\u0301⟧: y');
    check('claim #a: x\nclaim #A: y\nclaim: z\nclaim #: w\nsupport -> #a: v');
  });

  it('is none in another note', () => checkRuleIn(RULE, { a: 'claim #a: x', b: 'claim #a: x' }));

  it('names the first place first, then the others, and at most ten', () => {
    const [, second] = findingsOf(RULE, 'claim #a: x\nclaim #a: y\nclaim #a: z');
    assert.deepEqual(
      second?.related.map(({ range, message }) => [range, message]),
      [
        [{ start: 6, end: 8 }, 'The first, which references mean.'],
        [{ start: 18, end: 20 }, 'The same id again.'],
      ],
    );
    const many = findingsOf(RULE, 'claim #a: x\n'.repeat(500));
    assert.equal(many.length, 499);
    assert.ok(many.every(({ related }) => related.length <= 10));
  });
});

describe('the quick fix of duplicate-id', () => {
  function checkFix(id: string, before: string, after: string) {
    assert.equal(fixed(RULE, `Change to \`#${id}\``, before), after);
    assert.deepEqual(findingsOf(RULE, after), []);
  }

  it('gives the later statement an id that is free', () => {
    checkFix('a-2', 'claim #a: x\nclaim #a (Bo): y', 'claim #a: x\nclaim #a-2 (Bo): y');
    checkFix(
      'a-4',
      'claim #a: x\nclaim #a: y\nclaim #a-2: z\nclaim #a-3: z',
      'claim #a: x\nclaim #a-4: y\nclaim #a-2: z\nclaim #a-3: z',
    );
    checkFix('a-3', 'claim #a-2: x\nclaim #a-2: y', 'claim #a-2: x\nclaim #a-3: y');
  });
});
