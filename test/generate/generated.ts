/** What is written from the metas of the rules, so that nobody writes it twice: `npm run generate`. */
import { readFileSync } from 'node:fs';
import { RULES } from '../../server/src/rules/registry';
import { configSchema } from './configSchema';

/** A file that is written in part or as a whole. */
export interface Generated {
  /** Path in the project. */
  readonly file: string;
  /** What it is to hold. */
  readonly text: string;
}

/** The files as they are to be. */
export function generated(): Generated[] {
  return [rulesReadme(), manifest(), manifestStrings(), configurationSchema()];
}

const BEGIN = '<!-- rules: written by `npm run generate` -->';
const END = '<!-- end of rules -->';

function rulesReadme(): Generated {
  const file = 'docs/rules/README.md';
  const rows = RULES.map(
    ({ meta: { id, severity, description } }) => `| [\`${id}\`](${id}.md) | ${severity} | ${description} |`,
  );
  const table = ['| rule | severity | fires on |', '| --- | --- | --- |', ...rows].join('\n');
  const page = readFileSync(file, 'utf8');
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${file} has no place for the rules: ${BEGIN} … ${END}`);
  return { file, text: `${page.slice(0, begin)}${BEGIN}\n\n${table}\n\n${page.slice(end)}` };
}

/** The setting `debateNotes.rules`, a property for each rule. */
function manifest(): Generated {
  const file = 'package.json';
  const json = JSON.parse(readFileSync(file, 'utf8'));
  const severities = ['off', 'error', 'warning', 'information', 'hint'];
  json.contributes.configuration.properties['debateNotes.rules'] = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      RULES.map(({ meta: { id, severity } }) => [
        id,
        { type: 'string', enum: severities, default: severity, markdownDescription: `%rule.${id}%` },
      ]),
    ),
    default: {},
    scope: 'window',
    markdownDescription: '%config.rules%',
  };
  return { file, text: `${JSON.stringify(json, null, 2)}\n` };
}

/** The schema that `jsonValidation` of the manifest names. */
function configurationSchema(): Generated {
  const schema = configSchema(RULES.map(({ meta }) => meta));
  return { file: 'syntaxes/debatenotes.schema.json', text: `${JSON.stringify(schema, null, 2)}\n` };
}

function manifestStrings(): Generated {
  const file = 'package.nls.json';
  const json: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
  const others = Object.entries(json).filter(([key]) => !key.startsWith('rule.'));
  const rules = RULES.map(({ meta }) => [`rule.${meta.id}`, meta.description]);
  return { file, text: `${JSON.stringify(Object.fromEntries([...others, ...rules]), null, 2)}\n` };
}
