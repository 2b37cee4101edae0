import { type RuleMeta, SEVERITIES } from '../../server/src/rules/rule';

/** The JSON schema of what can be written of the rules, in a configuration file and in the editor's settings. */
export function rulesSchema(metas: readonly RuleMeta[]): object {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(metas.map((meta) => [meta.id, ruleSchema(meta)])),
  };
}

function ruleSchema({ severity, description, options = {} }: RuleMeta): object {
  const severities = { type: 'string', enum: ['off', ...SEVERITIES], default: severity };
  return {
    description,
    default: severity,
    anyOf: [
      severities,
      {
        type: 'object',
        additionalProperties: false,
        properties: { severity: { ...severities, description: 'How severe it is.' }, ...options },
      },
    ],
  };
}
