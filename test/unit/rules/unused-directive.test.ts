import assert from 'node:assert/strict';
import { checkRule, findingsOf, fixed } from '../../support/rules';

const RULE = 'unused-directive';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('unused-directive', () => {
  it('is one that silences nothing', () => {
    check(
      '⟦<!-- debate-disable-next-line unsupported-claim -->⟧\nprose',
      'There is nothing to silence here. Take the directive away.',
    );
    check('claim: x <!-- debate-disable-line unsupported-claim --> ⟦<!-- debate-disable-file unsupported-claim -->⟧');
    check('prose ⟦<!-- debate-disable -->⟧');
  });
  it('is a name among others', () =>
    check(
      '<!-- debate-disable-next-line ⟦empty-statement⟧, unsupported-claim -->\nclaim: x',
      'There is nothing of `empty-statement` to silence here. Take the name away.',
    ));
  it('is an end without a beginning', () =>
    check('⟦<!-- debate-enable -->⟧', 'Nothing is disabled above that this could enable. Take it away.'));
  it('is none that silences, nor what ends it', () =>
    check('<!-- debate-disable unsupported-claim -->\nclaim: x\n<!-- debate-enable unsupported-claim -->'));
  it('is none with a name that nobody knows', () => check('<!-- debate-disable-file nothing -->'));
  it('is shown faded', () => assert.equal(findingsOf(RULE, '<!-- debate-disable-file -->')[0]?.unnecessary, true));
});

describe('the quick fix of unused-directive', () => {
  const take = (before: string, after: string, title = 'Take the directive away') => {
    assert.equal(fixed(RULE, title, before), after);
    assert.deepEqual(findingsOf(RULE, after), []);
  };
  it('takes a comment away with its line', () =>
    take('prose\n  <!-- debate-disable-next-line -->\nmore', 'prose\nmore'));
  it('takes it from the end of a line', () => take('prose <!-- debate-disable-line -->\nmore', 'prose\nmore'));
  it('takes a name away', () => {
    const line = (names: string) => `claim: x <!-- debate-disable-line ${names} -->`;
    const title = 'Take `empty-statement` away';
    take(line('empty-statement, unsupported-claim'), line('unsupported-claim'), title);
    take(line('unsupported-claim, empty-statement'), line('unsupported-claim'), title);
    take(line('unsupported-claim empty-statement -- why'), line('unsupported-claim -- why'), title);
  });
});
