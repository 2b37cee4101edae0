import assert from 'node:assert/strict';
import { validate } from '@cfworker/json-schema';
import * as fc from 'fast-check';
import { readRules } from '../../server/src/config/ruleSettings';
import { RULES } from '../../server/src/rules/registry';
import { SEVERITIES } from '../../server/src/rules/rule';
import { rulesSchema } from '../generate/ruleSchema';
import { holds } from '../support/property';

const SCHEMA = rulesSchema(RULES);

/** Expects the schema and the reader of settings to say the same of what somebody has written. */
function agree(written: unknown): boolean {
  const { valid } = validate(written, SCHEMA, '2020-12');
  assert.equal(valid, readRules(written).faults.length === 0, JSON.stringify(written));
  return valid;
}

const VALUES: readonly fc.Arbitrary<unknown>[] = [
  fc.constantFrom(...SEVERITIES, 'off', 'loud', 'note', 'workspace', 'answer', ''),
  fc.constantFrom(true, false, null, 0, 7, 8, 8.5, 100, []),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.array(fc.constantFrom('a', '[', '(?<x>a)', '\\_', '', 1, null), { maxLength: 2 }),
];
const NAMES = RULES.flatMap(({ meta }) => Object.keys(meta.options ?? {}));

describe('the schema of what can be set of rules', () => {
  it('takes a severity, or an object of a severity and options', () => {
    assert.ok(agree({}));
    for (const { meta } of RULES) {
      const defaults = Object.entries(meta.options ?? {}).map(([name, option]) => [name, option.default]);
      assert.ok(agree({ [meta.id]: 'off' }) && agree({ [meta.id]: {} }));
      assert.ok(agree({ [meta.id]: { severity: 'hint', ...Object.fromEntries(defaults) } }));
    }
  });

  it('takes no other rule, severity, option or value', () => {
    for (const written of [
      'off',
      { 'no-rule': 'off' },
      { 'open-question': 'loud' },
      { 'open-question': ['off'] },
      { 'open-question': { closedBy: 'silence' } },
      { 'open-question': { minWords: 8 } },
      { 'duplicate-passage': { minWords: 7 } },
      { 'duplicate-passage': { ignore: ['['] } },
    ]) {
      assert.ok(!agree(written));
    }
  });

  const written = fc.dictionary(
    fc.constantFrom(...RULES.map(({ meta }) => meta.id), 'no-rule'),
    fc.oneof(...VALUES, fc.dictionary(fc.constantFrom('severity', 'other', ...NAMES), fc.oneof(...VALUES))),
    { maxKeys: 3 },
  );
  it('takes what the reader takes, whatever that is', () => holds(written, (value) => void agree(value)));
});
