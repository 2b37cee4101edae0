import assert from 'node:assert/strict';
import { checkRule, checkRuleIn, fixed } from '../../support/rules';

const RULE = 'unresolved-reference';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('unresolved-reference', () => {
  it('is a target that names nothing in its note', () => {
    check(
      'claim #a: A\nrebuttal -> ⟦#b⟧, #a: B',
      'There is no `#b` in this note. Check the id, or give it to the statement that is meant.',
    );
    assert.equal(
      fixed(RULE, 'Change to `#judge`', 'claim #judge: A\nrebuttal -> #jugde: B'),
      'claim #judge: A\nrebuttal -> #judge: B',
    );
  });
  it('is a reference in a text that names nothing', () => {
    check('claim #a: A ⟦[[#b]]⟧ [[#a]]\n\nProse ⟦[[#b]]⟧ [[b]] [[#]]');
    assert.equal(fixed(RULE, 'Change to `#a`', 'claim #a: A\nB [[#x]]'), 'claim #a: A\nB [[#a]]');
  });
  it('is not in quotations, code and comments', () => check('claim: A `[[#b]]` <!-- [[#b]] -->\n> [[#b]]'));
  it('is a note that is not there, or an id that is not in it', () => {
    checkRuleIn(RULE, {
      note: 'rebuttal -> ⟦nowhere#a⟧, other#a, ⟦other#b⟧, <other#a>: A [[other#a]] ⟦[[other#c]]⟧',
      other: 'claim #a: A',
    });
    check(
      'rebuttal -> ⟦nowhere#a⟧: A',
      'There is no note `nowhere` beside this one that `#a` could stand in. Check the path, or open the note.',
    );
  });
});
