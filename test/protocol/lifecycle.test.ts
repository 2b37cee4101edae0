import assert from 'node:assert/strict';
import type { InitializeParams } from 'vscode-languageserver-protocol';
import { until } from '../support/languageClient';
import { LinkedClient } from '../support/linkedClient';
import { MemoryFiles } from '../support/memoryFiles';
import { at } from '../support/sessions';

const NOTE = 'file:///notes/a%20b/a.debate';

describe('a session', () => {
  it('begins when the client introduces itself, which it does once, and ends when it says so', async () => {
    const client = LinkedClient.connect();
    const symbols = () => client.request('workspace/symbol', { query: '' });
    const hover = () => client.request('textDocument/hover', at(NOTE, 0, 0));
    for (const ask of [symbols, hover]) await assert.rejects(ask(), { code: -32002 });
    await client.introduce();
    await assert.rejects(client.introduce(), { code: -32600, message: 'the server is initialized already' });
    assert.deepEqual([await symbols(), await hover()], [[], null]);
    await client.request('shutdown', undefined);
    for (const ask of [symbols, hover]) {
      await assert.rejects(ask(), { code: -32600, message: 'the server has been shut down' });
    }
    await client.stop();
  });
});

describe('the folders of a client', () => {
  /** Waits until the note is found in a workspace that a client has introduced so. */
  async function finds(introduction: Partial<InitializeParams>, uri = NOTE): Promise<void> {
    const client = await LinkedClient.start({ files: new MemoryFiles([[uri, 'claim: here\n']]), introduction });
    await until(
      `the note of ${JSON.stringify(introduction)}`,
      () => client.request<unknown[]>('workspace/symbol', { query: 'here' }),
      (found) => found.length === 1,
    );
    await client.stop();
  }

  it('may be named by a URI or by a path, where there are no others', async () => {
    const folder = { uri: 'file:///notes', name: 'notes' };
    const elsewhere = 'file:///elsewhere';
    await finds({ workspaceFolders: [folder], rootUri: elsewhere, rootPath: '/elsewhere' });
    await finds({ workspaceFolders: null, rootUri: folder.uri, rootPath: '/elsewhere' });
    await finds({ workspaceFolders: [], rootUri: folder.uri });
    await finds({ workspaceFolders: null, rootUri: null, rootPath: '/notes/a b' });
    await finds({ rootUri: null, rootPath: '/notes/a b/' });
    await finds({ rootUri: null, rootPath: 'C:\\notes\\ü' }, 'file:///C%3A/notes/%C3%BC/a.debate');
    await finds({ rootUri: null, rootPath: '\\\\host\\notes' }, 'file://host/notes/a.debate');
  });
});
