import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';

type Texts = Readonly<Record<string, string>>;

const LANGUAGES = readdirSync('.')
  .map((file) => /^package\.nls\.(.+)\.json$/.exec(file)?.[1])
  .filter((language) => language !== undefined);

function read(file: string): Texts {
  return JSON.parse(readFileSync(file, 'utf8')) as Texts;
}

/** What a text has places for, and what it links to: the same in every language. */
function fixedParts(text: string): string[] {
  return (text.match(/\{\d\}|`[^`]*`|\]\((?:command|https):[^)]*\)/g) ?? []).sort();
}

function checkSame(english: Texts, other: Texts, language: string) {
  const without = (from: Texts, all: Texts) => Object.keys(from).filter((key) => !(key in all));
  assert.deepEqual(without(english, other), [], `not in ${language} yet`);
  assert.deepEqual(without(other, english), [], `in ${language} still`);
  for (const [key, text] of Object.entries(other)) {
    assert.notEqual(text.trim(), '', key);
    assert.deepEqual(fixedParts(text), fixedParts(english[key] ?? ''), key);
  }
}

const sources = readdirSync('client/src', { recursive: true })
  .map((file) => path.join('client/src', String(file)))
  .filter((file) => file.endsWith('.ts'));

describe('the texts of the editor', () => {
  it('are in a second language', () => {
    assert.ok(LANGUAGES.includes('de'), LANGUAGES.join());
  });

  it('of the manifest are all used, and all written', () => {
    const used = new Set(readFileSync('package.json', 'utf8').match(/(?<="%)[\w.-]+(?=%")/g));
    assert.deepEqual([...used].sort(), Object.keys(read('package.nls.json')).sort());
  });

  it('of the extension are in every language', async function () {
    // A parser compiled to WebAssembly reads all sources.
    this.timeout(20_000);
    const files = sources.map((file) => ({ extension: '.ts', contents: readFileSync(file, 'utf8') }));
    const english = (await getL10nJson(files)) as Texts;
    assert.ok(Object.keys(english).length > 80);
    for (const language of LANGUAGES) checkSame(english, read(`l10n/bundle.l10n.${language}.json`), language);
  });

  for (const language of LANGUAGES) {
    it(`of the manifest are in ${language}`, () => {
      checkSame(read('package.nls.json'), read(`package.nls.${language}.json`), language);
    });
  }

  it('never stand in a call that shows them', () => {
    const shows =
      /\b(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)\(\s*['"`][^'"`]*[a-z]{2}|\b(?:title|placeHolder|prompt|saveLabel|tooltip|text|message)[:=] ?['"][A-Z][a-z]|^(?:const \w+ = ?)?\s*['"`][A-Z][a-z]+ [^'"`]*['"`];$/;
    const found = sources
      // What is logged is for whoever reads the code, too.
      .filter((file) => !file.includes(path.join('client', 'src', 'life')))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => shows.test(line.replace(/\$\{[^}]*\}/g, '')))
          .map((line) => `${file}: ${line.trim()}`),
      );
    assert.deepEqual(found, []);
  });
});
