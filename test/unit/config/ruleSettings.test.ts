import assert from 'node:assert/strict';
import { effectiveRules, readRules } from '../../../server/src/config/ruleSettings';

/** Expects the faults of what is written of the rules, each as `path: message`, with `!` where the key itself is wrong. */
function checkFaults(written: unknown, ...expected: string[]) {
  const found = readRules(written).faults.map(
    ({ path, message, isKey }) => `${path.join('.')}${isKey ? '!' : ''}: ${message}`,
  );
  assert.deepEqual(found, expected);
}

describe('what is written of the rules', () => {
  const SEVERITIES = "'error', 'warning', 'information', 'hint' or 'off'";

  it('is a severity, or an object with a severity', () => {
    const { settings, faults } = readRules({
      'self-attack': 'off',
      'own-side': { severity: 'error' },
      'open-question': {},
    });
    assert.deepEqual(faults, []);
    assert.deepEqual(settings, {
      'self-attack': { severity: 'off' },
      'own-side': { severity: 'error', options: {} },
      'open-question': { options: {} },
    });
  });

  it('names rules and options that there are', () => {
    checkFaults({ 'self-atack': 'off' }, "self-atack!: There is no rule 'self-atack'. 'self-attack'?");
    checkFaults({ nonsense: 'off' }, "nonsense!: There is no rule 'nonsense'.");
    checkFaults({ 'own-side': { least: 3 } }, "own-side.least!: There is no option of 'own-side' 'least'.");
    checkFaults({ constructor: 'off', __proto__: { x: 1 } }, "constructor!: There is no rule 'constructor'.");
  });

  it('has severities that there are', () => {
    checkFaults({ 'own-side': 'warn' }, `own-side: 'own-side' can be ${SEVERITIES}.`);
    checkFaults({ 'own-side': { severity: 2 } }, `own-side.severity: A severity is ${SEVERITIES}.`);
    for (const value of [1, true, null, ['error']])
      checkFaults(
        { 'own-side': value },
        `own-side: 'own-side' can be ${SEVERITIES}, or an object with 'severity' and options.`,
      );
  });

  it('is an object, or nothing', () => {
    for (const value of [1, 'off', [], null])
      checkFaults(value, ': An object is wanted here, with a rule for each key.');
    for (const value of [undefined, {}]) checkFaults(value);
  });

  it('loses only what is at fault', () =>
    assert.deepEqual(readRules({ x: 'off', 'own-side': 'no', 'self-attack': 'hint' }).settings, {
      'own-side': {},
      'self-attack': { severity: 'hint' },
    }));
});

describe('the rules that hold', () => {
  it('are those of the last layer that says anything, or of the meta', () => {
    const rules = effectiveRules([
      { 'own-side': { severity: 'error' }, 'self-attack': { severity: 'off' } },
      { 'own-side': {} },
      { 'self-attack': { severity: 'hint' } },
    ]);
    const severities = ['own-side', 'self-attack', 'open-question'].map((id) => rules.get(id)?.severity);
    assert.deepEqual(severities, ['error', 'hint', 'information']);
  });
});
