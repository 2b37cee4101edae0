import assert from 'node:assert/strict';
import { checkRule, findingsOf, fixed } from '../../support/rules';

const RULE = 'unknown-directive';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('unknown-directive', () => {
  it('is a misspelt word', () =>
    check(
      '<!-- ⟦debate-disable-nextline⟧ empty-statement -->',
      'There is no directive of this name. Do you mean `debate-disable-next-line`?',
    ));
  it('is a rule that there is none of', () => {
    check(
      '<!-- debate-disable-file ⟦unsuported-claim⟧ -->',
      'There is no rule `unsuported-claim`. Do you mean `unsupported-claim`?',
    );
    check('<!-- debate-disable-line ⟦because⟧ ⟦I⟧ ⟦say⟧ -->');
  });
  it('is no reason, and no other comment', () =>
    check('<!-- debate-disable-file -- because I say so -->\n<!-- debate-club: Tuesdays -->'));
});

describe('the quick fix of unknown-directive', () => {
  const mend = (before: string, title: string, after: string) => {
    assert.equal(fixed(RULE, title, before), after);
    assert.deepEqual(findingsOf(RULE, after), []);
  };
  it('writes the word that is meant', () =>
    mend('<!-- debate-enabel -->', 'Change to `debate-enable`', '<!-- debate-enable -->'));
  it('writes the rule that is meant', () =>
    mend(
      '<!-- debate-disable-file duplicate-pasage -->',
      'Change to `duplicate-passage`',
      '<!-- debate-disable-file duplicate-passage -->',
    ));
});
