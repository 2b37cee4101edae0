import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseXml } from '@rgrove/parse-xml';
import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import { type Block, blocksOf } from '../editors/editorPage';
import { settings } from '../support/manifest';

const PAGES = fs.readdirSync(path.join('docs', 'editors'));

/** What reads a block as its editor does, by the language that the page names. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  json: (text) => JSON.parse(text),
  toml: parseToml,
  xml: (text) => parseXml(text),
  yaml: (text) => {
    // Sublime Text names the version of YAML with a name that has a dot.
    const document = parseDocument(text);
    assert.deepEqual(document.errors, []);
    return document.toJS();
  },
  // These are run: by Neovim and Emacs in their own suite; or by nobody, as is said on the page.
  lua: (text) => text,
  elisp: (text) => text,
  rust: (text) => text,
  console: (text) => text,
};

/** Names of settings in a configuration, from `debateNotes` down, whatever it lies in: `debateNotes.inlayHints.labels`. */
function settingsIn(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return place ? [place] : [];
  return Object.entries(value).flatMap(([key, below]) => {
    if (place) return settingsIn(below, `${place}.${key}`);
    return settingsIn(below, key === 'debateNotes' || key.startsWith('debateNotes.') ? key : '');
  });
}

const read = ({ language, text }: Block): unknown =>
  (READERS[language] ?? assert.fail(`no reader for ${language}`))(text);

describe('the pages of other editors', () => {
  it('give configurations that can be read', () => {
    for (const page of PAGES) {
      const blocks = blocksOf(page);
      assert.notEqual(blocks.length, 0, page);
      for (const block of blocks) assert.doesNotThrow(() => read(block), `${page}: ${block.text}`);
    }
  });

  it('start the server, and tell notes from other files', () => {
    for (const page of PAGES.filter((name) => name !== 'README.md')) {
      const text = blocksOf(page)
        .map((block) => block.text)
        .join('\n');
      assert.match(text, /debate-notes/, page);
      assert.match(text, /serve.*--stdio/, page);
      assert.match(text, /debate\W+(?:\?:)?\W*md/, `${page} knows .debate.md`);
    }
  });

  it('name settings that there are', () => {
    const known = new Set(Object.keys(settings()));
    const isKnown = (name: string) => known.has(name) || name.startsWith('debateNotes.rules.');
    const named = PAGES.flatMap((page) => blocksOf(page))
      .filter(({ language }) => language === 'json' || language === 'toml' || language === 'yaml')
      .flatMap((block) => settingsIn(read(block)));
    assert.ok(named.length > 8, String(named));
    assert.deepEqual(
      named.filter((name) => !isKnown(name)),
      [],
    );
  });

  it('are all in the list', () => {
    const list = fs.readFileSync(path.join('docs', 'editors', 'README.md'), 'utf8');
    for (const page of PAGES.filter((name) => name !== 'README.md')) assert.ok(list.includes(`](${page})`), page);
  });
});
