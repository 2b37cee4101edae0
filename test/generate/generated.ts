/** What is written from the metas of the rules, so that nobody writes it twice, and drawn: `npm run generate`. */
import { readFileSync } from 'node:fs';
import { wanted } from '../../server/src/config/ruleSettings';
import { RULES } from '../../server/src/rules/registry';
import type { RuleMeta } from '../../server/src/rules/rule';
import { configSchema } from './configSchema';
import { rulesSchema } from './ruleSchema';
import { startPictures } from './startPictures';

/** A file that is written in part or as a whole. */
export interface Generated {
  /** Path in the project. */
  readonly file: string;
  /** What it is to hold. */
  readonly text: string;
}

/** The files as they are to be. */
export function generated(): Generated[] {
  const pages = RULES.map(({ meta }) => rulePage(meta));
  return [rulesReadme(), ...pages, manifest(), manifestStrings(), configurationSchema(), ...startPictures()];
}

/** Writes a part of a page, between two comments; throws where the page has no place for it. */
function withPart(file: string, name: string, part: string): Generated {
  const begin = `<!-- ${name}: written by \`npm run generate\` -->`;
  const page = readFileSync(file, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(`<!-- end of ${name} -->`)];
  if (from < 0 || to < from)
    throw new Error(`${file} has no place for the ${name}: ${begin} … <!-- end of ${name} -->`);
  return { file, text: `${page.slice(0, from)}${begin}\n\n${part}\n\n${page.slice(to)}` };
}

function rulesReadme(): Generated {
  const rows = RULES.map(({ meta: { id, severity, description, tags, options, fixAll } }) => {
    const names = Object.keys(options ?? {}).map((name) => `\`${name}\``);
    const cells = [severity, description, names.join(', '), fixAll ? 'yes' : '', tags.join(', ')];
    return `| [\`${id}\`](${id}.md) | ${cells.join(' | ')} |`;
  });
  const head = ['| rule | severity | fires on | options | fix all | about |', '| --- | --- | --- | --- | --- | --- |'];
  return withPart('docs/rules/README.md', 'rules', [...head, ...rows].join('\n'));
}

function rulePage(meta: RuleMeta): Generated {
  return withPart(`docs/rules/${meta.id}.md`, 'settings', [...optionsPart(meta), ...offPart(meta)].join('\n'));
}

function optionsPart({ id, options = {} }: RuleMeta): string[] {
  const all = Object.entries(options);
  if (all.length === 0) return ['## Options', '', 'None.', ''];
  const rows = all.map(
    ([name, option]) =>
      `| \`${name}\` | ${option.description} | ${wanted(option).replaceAll("'", '`')} | \`${JSON.stringify(option.default)}\` |`,
  );
  const defaults = all.map(([name, option]) => `"${name}": ${JSON.stringify(option.default)}`);
  return [
    '## Options',
    '',
    '| option | what it does | values | default |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    'They stand beside the severity:',
    '',
    '```json',
    `"debateNotes.rules": { "${id}": { ${defaults.join(', ')} } }`,
    '```',
    '',
  ];
}

function offPart({ id }: RuleMeta): string[] {
  return [
    '## How to switch it off',
    '',
    `Everywhere: \`"${id}": "off"\` in \`debateNotes.rules\`, or under \`rules\` in \`.debatenotes.json\`. In one note:`,
    `\`<!-- debate-disable-file ${id} -->\`; for a line or a stretch, [see the directives](README.md#silencing-a-rule).`,
  ];
}

/** The setting `debateNotes.rules`, a property for each rule. Its texts stand in `package.nls.json`. */
function manifest(): Generated {
  const file = 'package.json';
  const json = JSON.parse(readFileSync(file, 'utf8'));
  const groups: { properties: Record<string, unknown> }[] = json.contributes.configuration;
  const group = groups.find(({ properties }) => 'debateNotes.rules' in properties);
  if (!group) throw new Error('No group of settings has that of the rules.');
  group.properties['debateNotes.rules'] = {
    ...rulesSchema(RULES, (meta, option) => ({ markdownDescription: `%${textKey(meta, option)}%` })),
    default: {},
    scope: 'window',
    order: 1,
    markdownDescription: '%config.rules%',
  };
  return { file, text: `${JSON.stringify(json, null, 2)}\n` };
}

/** The schema that `jsonValidation` of the manifest names. */
function configurationSchema(): Generated {
  const schema = configSchema(RULES);
  return { file: 'syntaxes/debatenotes.schema.json', text: `${JSON.stringify(schema, null, 2)}\n` };
}

function textKey({ id }: RuleMeta, option?: string): string {
  return option === undefined ? `rule.${id}` : `rule.${id}.${option}`;
}

function manifestStrings(): Generated {
  const file = 'package.nls.json';
  const json: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
  const others = Object.entries(json).filter(([key]) => !key.startsWith('rule.'));
  const rules = RULES.flatMap(({ meta }) => [
    [textKey(meta), meta.description],
    ...Object.entries(meta.options ?? {}).map(([name, { description }]) => [textKey(meta, name), description]),
  ]);
  return { file, text: `${JSON.stringify(Object.fromEntries([...others, ...rules]), null, 2)}\n` };
}
