import assert from 'node:assert/strict';
import { Configuration } from '../../../server/src/config/configuration';
import { marked, withMarks } from '../../support/marks';

const ROOT = 'file:///w/';

/** Files by path below the root; an Error is a file that cannot be read. */
type Files = Readonly<Record<string, string | Error>>;

/** A configuration with files that are read when they are wanted, and what was read. */
function configurationOver(files: Files) {
  const configuration = new Configuration();
  const read: string[] = [];
  const load = (note: string) =>
    configuration.load(note, {
      readFile: async (uri) => {
        read.push(uri);
        const file = files[uri.slice(ROOT.length)];
        if (file instanceof Error) throw file;
        return uri.startsWith(ROOT) && file !== undefined ? new TextEncoder().encode(file) : null;
      },
    });
  return { configuration, load, read };
}

/** Expects how severe `own-side` is in some notes; `ignored` for those that are. */
async function check(files: Files, expected: Readonly<Record<string, string>>) {
  const { configuration, load } = configurationOver(files);
  const found: Record<string, string> = {};
  for (const path of Object.keys(expected)) {
    await load(ROOT + path);
    const { isIgnored, rules } = configuration.of(ROOT + path);
    found[path] = isIgnored ? 'ignored' : (rules.get('own-side')?.severity ?? '');
  }
  assert.deepEqual(found, expected);
}

const ownSide = (severity: string, more: object = {}) => JSON.stringify({ rules: { 'own-side': severity }, ...more });

describe('the configuration of a note', () => {
  it('is that of the nearest file above, alone', () =>
    check(
      { '.debatenotes.json': ownSide('error'), 'b/.debatenotes.json': '{}', 'c/d/.debatenotes.json': ownSide('off') },
      {
        'a.debate': 'error',
        'x/y/a.debate': 'error',
        'b/a.debate': 'hint',
        'b/c/a.debate': 'hint',
        'c/d/a.debate': 'off',
        'c/a.debate': 'error',
      },
    ));

  it('is the default where there is none, or one that cannot be read', () =>
    check(
      { 'x/.debatenotes.json': '{', 'y/.debatenotes.json': new Error('permission denied') },
      { 'a.debate': 'hint', 'x/a.debate': 'hint', 'y/a.debate': 'hint' },
    ));

  it('is laid over that of the files it extends, the later over the earlier', () =>
    check(
      {
        'shared/one.json': ownSide('error'),
        'shared/two.json': ownSide('information', { extends: 'one.json' }),
        'a/.debatenotes.json': '{ "extends": ["../shared/one.json", "../shared/two.json"] }',
        'b/.debatenotes.json': ownSide('warning', { extends: '..\\shared\\one.json' }),
      },
      { 'a/n.debate': 'information', 'b/n.debate': 'warning' },
    ));

  it('may be another for some notes, the later over the earlier', () =>
    check(
      {
        '.debatenotes.json': ownSide('error', {
          extends: 'base.json',
          overrides: [
            { files: 'drafts/**', rules: { 'own-side': 'off' } },
            { files: ['*.debate.md', '/top.debate'], rules: { 'own-side': 'warning' } },
          ],
        }),
        'base.json': JSON.stringify({ overrides: [{ files: 'drafts', rules: { 'own-side': 'information' } }] }),
      },
      {
        'a.debate': 'error',
        'x/drafts/a.debate': 'off',
        'drafts/a.debate.md': 'warning',
        'top.debate': 'warning',
        'x/top.debate': 'error',
      },
    ));

  it('may leave notes out, with all files below a folder', () =>
    check(
      { '.debatenotes.json': '{ "ignore": ["archive/", "/x/*.debate", "[", ""] }' },
      {
        'archive/2020/a.debate': 'ignored',
        'y/archive/a.debate': 'ignored',
        'x/a.debate': 'ignored',
        'x/y/a.debate': 'hint',
        'archive.debate': 'hint',
      },
    ));

  it('lies under the settings of the editor', async () => {
    const { configuration, load } = configurationOver({ '.debatenotes.json': ownSide('error') });
    await load(`${ROOT}a.debate`);
    configuration.setRules({ 'own-side': { severity: 'off' } });
    assert.equal(configuration.of(`${ROOT}a.debate`).rules.get('own-side')?.severity, 'off');
  });

  it('of an untitled note is that of the home folder', async () => {
    const { configuration, load } = configurationOver({ '.debatenotes.json': ownSide('error') });
    configuration.home = 'file:///w';
    await load('untitled:Untitled-1');
    assert.equal(configuration.of('untitled:Untitled-1').rules.get('own-side')?.severity, 'error');
  });

  it('may be one file for all', async () => {
    const { configuration, load } = configurationOver({
      '.debatenotes.json': ownSide('error'),
      'ci.json': ownSide('warning'),
    });
    configuration.only = `${ROOT}ci.json`;
    await load(`${ROOT}a.debate`);
    assert.equal(configuration.of(`${ROOT}a.debate`).rules.get('own-side')?.severity, 'warning');
  });

  it('is looked for once, and again when files have changed', async () => {
    const files: Record<string, string> = {
      '.debatenotes.json': ownSide('error', { extends: 'x/base.json' }),
      'x/base.json': '{}',
    };
    const { configuration, load, read } = configurationOver(files);
    const note = `${ROOT}x/a.debate`;
    const severity = () => configuration.of(note).rules.get('own-side')?.severity;
    await load(note);
    const first = read.length;
    await load(note);
    assert.equal(read.length, first);
    const [rules] = [configuration.of(note).rules];
    assert.equal(configuration.of(`${ROOT}x/b.debate`).rules, rules, 'notes share what holds');

    files['x/.debatenotes.json'] = ownSide('off');
    assert.equal(configuration.forget(`${ROOT}x/.debatenotes.json`), true, 'it was known that there is none');
    await load(note);
    assert.equal(severity(), 'off');
    delete files['x/.debatenotes.json'];
    assert.equal(configuration.forget(`${ROOT}x`), true, 'a folder is all that lies in it');
    await load(note);
    assert.equal(severity(), 'error');
    assert.equal(configuration.forget(`${ROOT}x/package.json`), false);
  });
});

describe('a configuration file that changes while it is read', () => {
  it('is read again', async () => {
    const configuration = new Configuration();
    let reads = 0;
    await configuration.load(`${ROOT}a.debate`, {
      readFile: async (uri) => {
        if (uri !== `${ROOT}.debatenotes.json`) return null;
        reads++;
        if (reads === 1) configuration.forget(uri);
        return new TextEncoder().encode(ownSide(reads === 1 ? 'error' : 'off'));
      },
    });
    assert.equal(configuration.of(`${ROOT}a.debate`).rules.get('own-side')?.severity, 'off');
  });
});

describe('the faults of configuration files', () => {
  /** Expects the faults in files, `⟦…⟧` around each, when the configuration of a note at the root is loaded. */
  async function checkFaults(sources: Readonly<Record<string, string>>, ...messages: string[]) {
    const texts = Object.fromEntries(Object.entries(sources).map(([path, source]) => [path, marked(source).text]));
    const { configuration, load } = configurationOver(texts);
    await load(`${ROOT}a.debate`);
    const faults = configuration.faults();
    const found = Object.entries(texts).map(([path, text]) => [
      path,
      withMarks(
        text,
        (faults.get(ROOT + path) ?? []).map(({ range }) => range),
      ),
    ]);
    assert.deepEqual(Object.fromEntries(found), sources);
    assert.deepEqual(
      [...faults.values()].flat().map(({ message }) => message),
      messages,
    );
  }

  it('are a file that is not there', () =>
    checkFaults(
      { '.debatenotes.json': '{ "extends": ⟦"none.json"⟧ }' },
      "There is no file 'none.json'. Write its path from this one.",
    ));

  it('are a ring of files that extend each other, in each of them', () =>
    checkFaults(
      {
        '.debatenotes.json': '{ "extends": ⟦"b.json"⟧ }',
        'b.json': '{ "extends": ["c.json", ⟦"./.debatenotes.json"⟧] }',
        'c.json': '{}',
      },
      "'b.json' extends this file in turn: they lie in a ring, in which each file is read once.",
      "'./.debatenotes.json' extends this file in turn: they lie in a ring, in which each file is read once.",
    ));

  it('are a file that extends itself', () =>
    checkFaults(
      { '.debatenotes.json': '{ "extends": ⟦".debatenotes.json"⟧ }' },
      "'.debatenotes.json' extends this file in turn: they lie in a ring, in which each file is read once.",
    ));

  it('are none where folders and files have names that an address writes otherwise', async () => {
    const { configuration, load } = configurationOver({
      'C%23/50%25/.debatenotes.json': ownSide('off', { extends: '../a#b %20.json' }),
      'C%23/a%23b%20%2520.json': JSON.stringify({ rules: { 'self-attack': 'off' } }),
    });
    await load(`${ROOT}C%23/50%25/a.debate`);
    assert.deepEqual([...configuration.faults().values()].flat(), []);
    const { rules } = configuration.of(`${ROOT}C%23/50%25/a.debate`);
    assert.deepEqual([rules.get('own-side')?.severity, rules.get('self-attack')?.severity], ['off', 'off']);
  });

  it('are those of extended files', () =>
    checkFaults(
      { '.debatenotes.json': '{ "extends": "b.json" }', 'b.json': '{ ⟦"rule"⟧: 1 }' },
      "There is no setting 'rule'. 'rules'?",
    ));

  it('never lead out of the files, whatever is written', () =>
    checkFaults(
      { '.debatenotes.json': '{ "extends": ⟦"https://example.org/x.json"⟧ }' },
      "There is no file 'https://example.org/x.json'. Write its path from this one.",
    ));

  it('are files that cannot be read', async () => {
    const { configuration, load } = configurationOver({
      '.debatenotes.json': '{ "extends": "b.json" }',
      'b.json': new Error('permission denied'),
      '.debatenotes-baseline.json': new Error('it is a folder'),
    });
    await load(`${ROOT}a.debate`);
    assert.deepEqual(
      [...configuration.faults()].map(([uri, faults]) => [
        uri.slice(ROOT.length),
        faults.map(({ message }) => message),
      ]),
      [
        ['.debatenotes.json', ["'b.json' cannot be read: permission denied."]],
        ['b.json', ['This file cannot be read: permission denied. Defaults hold.']],
        ['.debatenotes-baseline.json', ['This file cannot be read: it is a folder. Every finding counts as new.']],
      ],
    );
  });
});
