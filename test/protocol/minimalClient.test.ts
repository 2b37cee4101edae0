import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { type TestClient, until } from '../support/languageClient';
import { CLAIM, changed, NOTE, sessions } from '../support/sessions';

const PASSAGE = 'Nobody pays a judge for having been persuaded by the better of two speakers.\n';

/** Settings that make the unsupported claim of the note as severe as a word says. */
const claims = (severity: string) => ({ rules: { 'unsupported-claim': severity } });

describe('a client that can do nothing but what the protocol asks of all', () => {
  const { start, workspace } = sessions();

  /** Waits until the findings pushed for a note are as severe as expected: 1 error, 2 warning, 3 information, 4 hint. */
  const severities = (client: TestClient, note: string, ...expected: number[]) =>
    until(
      `severities ${expected}`,
      () => client.pushed.get(note)?.diagnostics.map(({ severity }) => severity),
      (found) => JSON.stringify(found) === JSON.stringify(expected),
    );

  const configure = (client: TestClient, settings: unknown) =>
    client.connection.sendNotification('workspace/didChangeConfiguration', { settings });

  /** Starts a client with some initialization options, and opens a note with one unsupported claim. */
  async function opened(initializationOptions: unknown, capabilities: ClientCapabilities = {}, answer?: unknown) {
    const answers = { 'workspace/configuration': () => [answer] };
    const client = await start({ capabilities, initializationOptions, answers });
    await client.open(NOTE, CLAIM);
    return client;
  }

  it('is asked for nothing, and sent nothing that is not of the protocol', async () => {
    const { uri, file } = await workspace();
    const client = await start({ capabilities: {}, folders: [uri] });
    const notified = new Set<string>();
    client.connection.onNotification((method) => void notified.add(method));
    await client.open(file('oversight.debate'), CLAIM);
    await severities(client, file('oversight.debate'), 2);
    await configure(client, { debateNotes: claims('error') });
    await severities(client, file('oversight.debate'), 1);
    assert.deepEqual(client.asked, []);
    assert.deepEqual(
      [...notified].filter((method) => method.startsWith('debateNotes')),
      [],
    );
  });

  it('sets things when it starts the server, with or without the name of the section', async () => {
    await severities(await opened(claims('information')), NOTE, 3);
    await severities(await opened({ debateNotes: claims('error') }), NOTE, 1);
    await severities(await opened({ other: claims('error') }), NOTE, 2);
  });

  it('sets things by the notification of a change, which takes them back, too', async () => {
    const client = await opened(claims('information'));
    await configure(client, { debateNotes: claims('error'), other: claims('hint') });
    await severities(client, NOTE, 1);
    await configure(client, claims('off'));
    await severities(client, NOTE);
    // As some clients send when they have none.
    for (const nothing of [{}, null, { debateNotes: {} }, { other: claims('error') }]) {
      await configure(client, claims('error'));
      await severities(client, NOTE, 1);
      await configure(client, nothing);
      await severities(client, NOTE, 3);
    }
  });

  it('has its answer preferred where it can be asked, if that says anything', async () => {
    const asked = { workspace: { configuration: true } };
    await severities(await opened(claims('error'), asked, claims('information')), NOTE, 3);
    for (const nothing of [null, {}]) {
      const client = await opened(claims('error'), asked, nothing);
      await severities(client, NOTE, 1);
      await configure(client, { debateNotes: claims('information') });
      await severities(client, NOTE, 3);
    }
  });

  it('need not tell of files: the server watches them', async () => {
    const { folder, uri, file } = await workspace();
    const client = await start({ capabilities: {}, folders: [uri] });
    await client.open(NOTE, PASSAGE);
    await severities(client, NOTE);
    await mkdir(path.join(folder, 'sub'));
    await writeFile(path.join(folder, 'sub', 'a.debate'), PASSAGE);
    await severities(client, NOTE, 2);
    await writeFile(path.join(folder, '.debatenotes.json'), '{ "rules": { "duplicate-passage": "error" } }');
    await severities(client, NOTE, 1);
    await rename(path.join(folder, 'sub'), path.join(folder, 'other'));
    await until(
      'the note where it has moved to',
      () => client.pushed.get(NOTE)?.diagnostics[0]?.relatedInformation?.[0]?.location.uri,
      (uri) => uri === file('other/a.debate'),
    );
    await rm(path.join(folder, 'other'), { recursive: true });
    await severities(client, NOTE);
  });

  it('may tell of files all the same', async () => {
    const { folder, uri, file } = await workspace();
    const client = await start({ capabilities: {}, folders: [uri] });
    await client.open(NOTE, PASSAGE);
    await writeFile(path.join(folder, 'a.debate'), PASSAGE);
    await changed(client, file('a.debate'), 1);
    await severities(client, NOTE, 2);
  });
});
