/** JSON schema of what can be set of rules, in the settings of the editor as in configuration files. */
import { type Rule, type RuleMeta, type RuleOption, SEVERITIES } from '../../server/src/rules/rule';

/** Everything a rule can be set to. */
const ANY_SEVERITY = ['off', ...SEVERITIES];

/** Says in words what a rule fires on or, with the name of one, what an option does. */
export type Describe = (meta: RuleMeta, option?: string) => { readonly [key: string]: string };

const inWords: Describe = ({ description, options }, option) => ({
  description: option === undefined ? description : (options?.[option]?.description ?? ''),
});

/**
 * The schema (draft 7 and later) of `{ "rule": "warning" }` and `{ "rule": { "severity": "warning", "option": value } }`,
 * with a property for each rule. What it takes is what `readRules` reads without a fault.
 * @param describe what stands beside each rule and each option; its description where nothing else is given
 */
export function rulesSchema(rules: readonly Rule[], describe: Describe = inWords) {
  return {
    type: 'object' as const,
    additionalProperties: false,
    properties: Object.fromEntries(rules.map(({ meta }) => [meta.id, ruleSchema(meta, describe)])),
  };
}

function ruleSchema(meta: RuleMeta, describe: Describe) {
  const options = Object.entries(meta.options ?? {}).map(([name, option]) => [
    name,
    { ...valuesOf(option), ...describe(meta, name) },
  ]);
  const properties = {
    severity: { enum: ANY_SEVERITY, default: meta.severity },
    ...Object.fromEntries(options),
  };
  return {
    ...describe(meta),
    default: meta.severity,
    anyOf: [{ enum: ANY_SEVERITY }, { type: 'object' as const, additionalProperties: false, properties }],
  };
}

function valuesOf({ description: _description, ...values }: RuleOption) {
  return values;
}
