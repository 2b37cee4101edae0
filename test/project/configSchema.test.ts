import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Schema, Validator } from '@cfworker/json-schema';
import * as fc from 'fast-check';
import { readConfigFile } from '../../server/src/config/configFile';
import { RULES, SEVERITIES } from '../../server/src/service';
import { holds } from '../support/property';

const schema = JSON.parse(readFileSync('syntaxes/debatenotes.schema.json', 'utf8')) as Schema;
const validator = new Validator(schema, '7');

/** Expects that editors and the program take a configuration alike, for right or for wrong. */
function checkAgreement(config: unknown) {
  const { faults } = readConfigFile(JSON.stringify(config));
  assert.equal(validator.validate(config).valid, faults.length === 0, JSON.stringify({ config, faults }));
}

/** Values as people write them, right and wrong. */
const text = fc.constantFrom('', 'a/**', 'x', 3, null);
const texts = fc.oneof(text, fc.array(text, { maxLength: 2 }));
const severity = fc.constantFrom<unknown>(...SEVERITIES, 'off', 'warn', 2, null, []);
const options = fc.dictionary(
  fc.constantFrom('severity', ...RULES.flatMap(({ meta }) => Object.keys(meta.options ?? {})), 'nonsense'),
  fc.oneof(severity, fc.constantFrom<unknown>(true, 8, 12, -1, 0.5, 'note', ['x'], ['['], [1])),
  { maxKeys: 2 },
);
const rules = fc.dictionary(
  fc.constantFrom(...RULES.map(({ meta }) => meta.id), ...RULES.map(({ meta }) => meta.id), 'self-atack'),
  fc.oneof(severity, options),
  { maxKeys: 2 },
);
const override = fc.record({ files: texts, rules, more: fc.constant(1) }, { requiredKeys: [] });
const config = fc.record(
  { extends: texts, ignore: texts, rules, overrides: fc.array(override, { maxLength: 2 }), more: fc.constant(1) },
  { requiredKeys: [] },
);

describe('the schema of configuration files', () => {
  it('takes what the program takes, and nothing else', () => holds(config, checkAgreement, 5));
  it('knows every rule', () => {
    for (const { meta } of RULES) checkAgreement({ rules: { [meta.id]: 'off' } });
    checkAgreement([]);
    checkAgreement({ extends: [], $schema: 'x', overrides: 'a' });
  });
});
