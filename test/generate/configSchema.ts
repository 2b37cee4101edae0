import type { Rule } from '../../server/src/rules/rule';
import { rulesSchema } from './ruleSchema';

/** The JSON schema of `.debatenotes.json`, by which editors complete and check it. */
export function configSchema(rules: readonly Rule[]): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Debate Notes',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string', description: 'This schema, for editors that do not know it.' },
      extends: {
        ...texts(),
        description: 'Paths of other configuration files, from this one. What stands here lies over what stands there.',
      },
      ignore: { ...texts(), description: 'Glob patterns of notes that nothing is said of.' },
      rules: { $ref: '#/definitions/rules', description: 'How severe rules are, and what is set of them.' },
      overrides: {
        type: 'array',
        description: 'Rules for some notes only; the later over the earlier.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: { ...texts(), description: 'Glob patterns of notes.' },
            rules: { $ref: '#/definitions/rules' },
          },
        },
      },
    },
    definitions: { rules: rulesSchema(rules) },
  };
}

/** One text or a list of them. */
function texts() {
  return {
    anyOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', items: { type: 'string', minLength: 1 } },
    ],
  };
}
