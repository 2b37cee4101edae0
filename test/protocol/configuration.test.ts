import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFingerprint } from '../../server/src/features/contentFingerprint';
import { Note } from '../../server/src/workspace/note';
import { modern, type TestClient, until } from '../support/languageClient';
import { changed, sessions } from '../support/sessions';

const CONFIG = '.debatenotes.json';
const BASELINE = '.debatenotes-baseline.json';
const TEXT = 'claim: Judges can be trained.\n';

describe('configuration files, over the protocol', () => {
  const { start, workspace } = sessions();

  /** Waits until the findings of a note are as severe as expected: 1 error, 2 warning, 3 information, 4 hint. */
  const severities = (client: TestClient, note: string, ...expected: number[]) =>
    until(
      `severities ${expected}`,
      async () => (await client.diagnostics(note)).map(({ severity }) => severity),
      (found) => JSON.stringify(found) === JSON.stringify(expected),
    );

  /** Waits until so much is told of a file that is no note. */
  const told = (client: TestClient, uri: string, count: number) =>
    until(
      `${count} problems in ${uri}`,
      () => client.pushed.get(uri)?.diagnostics ?? [],
      (list) => list.length === count,
    );

  it('hold from when they are written, and no longer than they are there', async () => {
    const { folder, uri, file } = await workspace();
    const client = await start({ capabilities: modern, folders: [uri] });
    const note = file('sub/new.debate');
    await client.open(note, TEXT);
    await severities(client, note, 2);
    await writeFile(path.join(folder, CONFIG), '{ "rules": { "unsupported-claim": "error" } }');
    await changed(client, file(CONFIG), 1);
    await severities(client, note, 1);
    await mkdir(path.join(folder, 'sub'));
    await writeFile(path.join(folder, 'sub', CONFIG), '{ "extends": "../base.json" }');
    await writeFile(path.join(folder, 'base.json'), '{ "rules": { "unsupported-claim": "information" } }');
    await changed(client, file(`sub/${CONFIG}`), 1);
    await severities(client, note, 3);
    await writeFile(path.join(folder, 'base.json'), '{ "ignore": "*" }');
    await changed(client, file('base.json'), 2);
    await severities(client, note);
    // A watcher tells of the folder alone.
    await rm(path.join(folder, 'sub'), { recursive: true });
    await changed(client, file('sub'), 3);
    await severities(client, note, 1);
  });

  it('are told what is wrong in them, and it is taken back', async () => {
    const { folder, uri, file } = await workspace();
    await writeFile(
      path.join(folder, CONFIG),
      '{\n  "rules": { "self-atack": "off", "unsupported-claim": "error" }\n}',
    );
    const client = await start({ capabilities: { textDocument: {} }, folders: [uri] });
    await client.open(file('new.debate'), TEXT);
    const [fault] = await told(client, file(CONFIG), 1);
    assert.deepEqual(
      [fault?.message, fault?.range.start, fault?.severity],
      ["There is no rule 'self-atack'. 'self-attack'?", { line: 1, character: 13 }, 1],
    );
    const pushed = await told(client, file('new.debate'), 1);
    assert.equal(pushed[0]?.severity, 1, 'the rest of the file holds');
    await writeFile(path.join(folder, CONFIG), '{ "rules": ');
    await changed(client, file(CONFIG), 2);
    await until(
      'the defaults',
      () => client.pushed.get(file('new.debate'))?.diagnostics[0]?.severity,
      (severity) => severity === 2,
    );
    await told(client, file(CONFIG), 1);
    await rm(path.join(folder, CONFIG));
    await changed(client, file(CONFIG), 3);
    await told(client, file(CONFIG), 0);
  });

  it('lie under the settings of the editor', async () => {
    const { folder, uri, file } = await workspace();
    await writeFile(path.join(folder, CONFIG), '{ "rules": { "unsupported-claim": "error" } }');
    const client = await start({
      capabilities: modern,
      folders: [uri],
      answers: { 'workspace/configuration': () => [{ rules: { 'unsupported-claim': { severity: 'information' } } }] },
    });
    await client.open(file('new.debate'), TEXT);
    await severities(client, file('new.debate'), 3);
    await client.open('untitled:Untitled-1', TEXT);
    await severities(client, 'untitled:Untitled-1', 3);
  });

  it('hold for what lies nowhere while their folder is the first of the workspace', async () => {
    const { folder, uri, file } = await workspace();
    for (const [name, severity] of [['one', 'error'] as const, ['two', 'information'] as const]) {
      await mkdir(path.join(folder, name));
      await writeFile(path.join(folder, name, CONFIG), `{ "rules": { "unsupported-claim": "${severity}" } }`);
    }
    const client = await start({ capabilities: modern, folders: [`${uri}/one`, `${uri}/two`] });
    await client.open('untitled:Untitled-1', TEXT);
    await severities(client, 'untitled:Untitled-1', 1);
    const event = { added: [], removed: [{ uri: file('one'), name: 'one' }] };
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await severities(client, 'untitled:Untitled-1', 3);
  });

  it('may be baselines: what they have is a hint, wherever it has moved to', async () => {
    const { folder, uri, file } = await workspace();
    const note = file('new.debate');
    const finding = { rule: 'unsupported-claim', range: { start: 0, end: 5 } };
    const fingerprint = contentFingerprint(new Note(note, TEXT, 1, undefined), finding);
    const notes = { 'new.debate': { 'unsupported-claim': [fingerprint, fingerprint] } };
    await writeFile(path.join(folder, BASELINE), JSON.stringify({ version: 1, notes }));
    const client = await start({ capabilities: modern, folders: [uri] });
    await client.open(note, `prose\n\n${TEXT}claim: Something new.\n`);
    await severities(client, note, 4, 2);
    const [stale] = await told(client, file(BASELINE), 1);
    assert.equal(stale?.code, 'stale-baseline-entry');
    await writeFile(path.join(folder, BASELINE), '{ "version": 1, "notes": {} }');
    await changed(client, file(BASELINE), 2);
    await severities(client, note, 2, 2);
    await told(client, file(BASELINE), 0);
  });
});
