import assert from 'node:assert/strict';
import type { RuleSettings } from '../../../server/src/service';
import { serviceWith, uriOf } from '../../support/notes';

/** Expects what is found of a note under some settings, each as `severity rule`. */
function check(settings: RuleSettings, text: string, ...expected: string[]) {
  const service = serviceWith([[uriOf('note'), text]]);
  service.linter.findings(uriOf('note'));
  service.linter.setRules(settings);
  assert.deepEqual(
    service.linter.findings(uriOf('note')).map(({ severity, rule }) => `${severity} ${rule}`),
    expected,
  );
}

describe('the settings of the rules', () => {
  const NOTE = 'claim: x\nquestion: y';
  it('leave rules that are not named as they are', () =>
    check({}, NOTE, 'warning unsupported-claim', 'information open-question'));
  it('say how severe a rule is', () =>
    check({ 'open-question': { severity: 'error' } }, NOTE, 'warning unsupported-claim', 'error open-question'));
  it('switch a rule off', () => check({ 'unsupported-claim': { severity: 'off' } }, NOTE, 'information open-question'));
  it('are not taken from what every object has', () =>
    check({ __proto__: null } as unknown as RuleSettings, 'claim: x', 'warning unsupported-claim'));
  it('do not make a directive for a rule that is off superfluous', () =>
    check({ 'unsupported-claim': { severity: 'off' } }, '<!-- debate-disable-file unsupported-claim -->\nclaim: x'));
  it('switch off what is said of directives', () =>
    check({ 'unused-directive': { severity: 'off' } }, '<!-- debate-disable-file -->'));
});
