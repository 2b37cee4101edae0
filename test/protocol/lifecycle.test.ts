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
  const FOLDER = { uri: 'file:///notes', name: 'notes' };
  const ELSEWHERE = { rootUri: 'file:///elsewhere', rootPath: '/elsewhere' };

  /** A client that has introduced a workspace so, in which there is one note. */
  function started(introduction: Partial<InitializeParams>, uri = NOTE): Promise<LinkedClient> {
    const given = { workspaceFolders: null, rootUri: null, ...introduction };
    return LinkedClient.start({ files: new MemoryFiles([[uri, 'claim: here\n']]), introduction: given });
  }

  const notesOf = (client: LinkedClient) => client.request<unknown[]>('workspace/symbol', { query: 'here' });

  it('may be named by a URI or by a path, where there are no others', async () => {
    for (const [introduction, uri] of [
      [{ workspaceFolders: [FOLDER], ...ELSEWHERE }],
      [{ ...ELSEWHERE, rootUri: FOLDER.uri }],
      [{ rootPath: '/notes/a b' }],
      [{ rootPath: '/notes/a b/' }],
      [{ rootPath: 'C:\\notes\\ü' }, 'file:///C%3A/notes/%C3%BC/a.debate'],
      [{ rootPath: '\\\\host\\notes' }, 'file://host/notes/a.debate'],
    ] as const) {
      const client = await started({ ...introduction } as Partial<InitializeParams>, uri);
      await until(
        `the note of ${JSON.stringify(introduction)}`,
        () => notesOf(client),
        ({ length }) => length === 1,
      );
      await client.stop();
    }
  });

  it('may be none, whatever the root is', async () => {
    const client = await started({ workspaceFolders: [], rootUri: FOLDER.uri });
    // Answered once all has been read that there is to read.
    await client.request('textDocument/references', { ...at(NOTE, 0, 0), context: { includeDeclaration: true } });
    assert.deepEqual(await notesOf(client), []);
    await client.stop();
  });
});
