import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { parse } from '../../server/src/syntax/parse';
import { statementsOf } from '../../server/src/syntax/pieces';
import { loadGrammar, snapshotOf, tokensOf } from '../support/grammar';

const FOLDER = 'test/fixtures/grammar';
const notes = fs.readdirSync(FOLDER).filter((name) => name.endsWith('.debate'));

/** Lines on which the grammar sees the keyword of a statement. */
function headerLines(grammar: IGrammar, text: string): number[] {
  const isKeyword = (scope: string) =>
    /^(?:keyword\.(?:other|control)|support\.(?:function|class))\.\w+\.debate$/.test(scope);
  return tokensOf(grammar, text).flatMap((tokens, line) =>
    tokens.some(({ scopes }) => scopes.some((scope) => isKeyword(scope) && !scope.includes('directive'))) ? line : [],
  );
}

/** Notes in the sources and in the reference. */
function examples(): [name: string, text: string][] {
  const page = fs.readFileSync('docs/language.md', 'utf8');
  const inPage = Array.from(page.matchAll(/^(```|~~~~)debate[^\n]*\n(.*?)^\1$/gms), (match, i): [string, string] => [
    `example ${i + 1} of the reference`,
    match[2] ?? '',
  ]);
  const files = [FOLDER, 'seeds'].flatMap((folder) =>
    fs
      .readdirSync(folder)
      .filter((name) => /\.debate(?:\.md)?$/.test(name))
      .map((name) => path.join(folder, name)),
  );
  return [...inPage, ...files.map((file): [string, string] => [file, fs.readFileSync(file, 'utf8')])];
}

describe('the grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  // `UPDATE_SNAPSHOTS=1 npm run test:project` writes them anew; look at the difference before you commit it.
  for (const name of notes) {
    it(`colours ${name} as its snapshot says`, () => {
      const found = snapshotOf(grammar, fs.readFileSync(path.join(FOLDER, name), 'utf8'));
      const file = path.join(FOLDER, `${name}.snap`);
      if (process.env['UPDATE_SNAPSHOTS']) fs.writeFileSync(file, found);
      assert.equal(found, fs.readFileSync(file, 'utf8'));
    });
  }

  it('has a snapshot for every note, and a note for every snapshot', () => {
    const snapshots = fs.readdirSync(FOLDER).filter((name) => name.endsWith('.snap'));
    assert.deepEqual(
      snapshots,
      notes.map((name) => `${name}.snap`),
    );
    assert.ok(notes.length >= 8);
  });

  // A grammar cannot look ahead for the end of what is opened; there, semantic tokens put its colours right.
  const closed = examples().filter(([, text]) =>
    parse(text).green.every(({ enclosed }) => enclosed.unclosed.length === 0),
  );
  for (const [name, text] of closed) {
    it(`sees the same statements as the parser in ${name}`, () => {
      const expected = statementsOf(parse(text)).map(({ firstLine }) => firstLine);
      assert.deepEqual(headerLines(grammar, text), expected);
    });
  }
});
