import assert from 'node:assert/strict';
import {
  type CallHierarchyItem,
  CancellationTokenSource,
  type Location,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { modern, until } from '../support/languageClient';
import { LinkedClient } from '../support/linkedClient';
import { MemoryFiles } from '../support/memoryFiles';
import { at } from '../support/sessions';

const A = 'file:///notes/a.debate';
const B = 'file:///notes/b.debate';
const TEXTS = [
  [A, 'claim #x: A\nrebuttal -> b#y: no\n'],
  [B, 'claim #y: B\nrebuttal -> a#x: no\n'],
] as const;

/** A server that comes to the last note and can read it when it is told to, and a client that has the first note open. */
async function held() {
  const files = new MemoryFiles(TEXTS);
  let release = () => {};
  const isHeld = new Promise<void>((resolve) => {
    release = resolve;
  });
  files.beforeRead = (uri) => (uri === B ? isHeld : undefined);
  const client = await LinkedClient.start({ capabilities: modern, folders: ['file:///notes'], files });
  await client.open(A, TEXTS[0][1]);
  return { client, release };
}

/** Asks, has the last note read, and returns the answer. */
async function askedMeanwhile<T>(method: string, params: unknown): Promise<T> {
  const { client, release } = await held();
  const answer = client.request<T>(method, params);
  // What can be answered without that note is.
  assert.notEqual(await client.request('textDocument/hover', at(A, 0, 2)), null);
  release();
  const answered = await answer;
  await client.stop();
  return answered;
}

describe('while notes are still being read', () => {
  it('a rename waits, so that no reference is left behind', async () => {
    const edit = await askedMeanwhile<WorkspaceEdit>('textDocument/rename', { ...at(A, 0, 7), newName: 'z' });
    assert.deepEqual(
      edit.documentChanges?.map((change) => 'textDocument' in change && change.textDocument.uri),
      [A, B],
    );
  });

  it('so does the rename of a file', async () => {
    const files = [{ oldUri: A, newUri: 'file:///notes/c.debate' }];
    const edit = await askedMeanwhile<WorkspaceEdit>('workspace/willRenameFiles', { files });
    assert.deepEqual(
      edit.documentChanges?.map((change) => 'textDocument' in change && change.textDocument.uri),
      [B],
    );
  });

  it('so do references, and what would lead nowhere otherwise', async () => {
    const context = { includeDeclaration: false };
    const found = await askedMeanwhile<Location[]>('textDocument/references', { ...at(A, 0, 7), context });
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [B],
    );
    for (const kind of ['definition', 'declaration'])
      assert.equal((await askedMeanwhile<Location[]>(`textDocument/${kind}`, at(A, 1, 14)))[0]?.uri, B);
    assert.notEqual(await askedMeanwhile('textDocument/prepareRename', at(A, 1, 14)), null);
  });

  it('so do those who reply, and what a reply is to', async () => {
    const { client, release } = await held();
    const [item] = await client.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', at(A, 0, 2));
    const [reply] = await client.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', at(A, 1, 2));
    const incoming = client.request<unknown[]>('callHierarchy/incomingCalls', { item });
    const outgoing = client.request<unknown[]>('callHierarchy/outgoingCalls', { item: reply });
    await client.request('textDocument/hover', at(A, 0, 2));
    release();
    assert.deepEqual([(await incoming).length, (await outgoing).length], [1, 1]);
    await client.stop();
  });

  it('what is taken back waits no longer', async () => {
    const { client, release } = await held();
    const cancel = new CancellationTokenSource();
    const params = { ...at(A, 0, 7), newName: 'z' };
    const answer = client.connection.sendRequest('textDocument/rename', params, cancel.token);
    cancel.cancel();
    await assert.rejects(answer, { code: -32800 });
    release();
    await client.stop();
  });

  it('nothing waits for a client that has asked before it is `initialized`', async () => {
    const client = LinkedClient.connect();
    await client.request('initialize', { processId: null, rootUri: 'file:///notes', capabilities: {} });
    await client.open(A, TEXTS[0][1]);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(A, 0, 7), newName: 'z' });
    assert.deepEqual(Object.keys(edit.changes ?? {}), [A]);
    await client.stop();
  });
});

describe('folders that lie in one another', () => {
  const OUTER = { uri: 'file:///notes', name: 'notes' };
  const INNER = { uri: 'file:///notes/sub/', name: 'sub' };
  const TEXTS: [string, string][] = [
    ['file:///notes/a.debate', 'claim: one\n'],
    ['file:///notes/sub/b.debate', 'claim: two\n'],
  ];

  for (const { title, removed, expected } of [
    { title: 'the inner', removed: { ...INNER, uri: 'file:///notes/sub' }, expected: ['one', 'two'] },
    { title: 'the outer', removed: OUTER, expected: ['two'] },
  ]) {
    it(`have each its notes: ${title} may be taken out`, async () => {
      const client = await LinkedClient.start({
        capabilities: { workspace: { workspaceFolders: true } },
        files: new MemoryFiles(TEXTS),
        introduction: { workspaceFolders: [OUTER, INNER] },
      });
      const names = async () => {
        const found = await client.request<{ name: string }[]>('workspace/symbol', { query: '' });
        return found.map(({ name }) => name).sort();
      };
      await until('all notes', names, ({ length }) => length === 2);
      await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [removed] } });
      assert.deepEqual(await names(), expected);
      await client.stop();
    });
  }
});

describe('a note that lies in no folder of the workspace', () => {
  const OUTSIDE = 'file:///else/reply.debate';
  const TEXT = 'rebuttal -> <a b#x>: no\nsee [[deep/c#y]] and [[nowhere#z]]\n';
  const files = () =>
    new MemoryFiles([
      ['file:///else/a%20b.debate', 'claim #x: A\n'],
      ['file:///else/deep/c.debate.md', 'claim #y: B\n'],
      ['file:///else/other.debate', 'claim #o: C\n'],
    ]);
  const namesOf = async (client: LinkedClient) => {
    const found = await client.request<{ name: string }[]>('workspace/symbol', { query: '' });
    return found.map(({ name }) => name).sort();
  };

  it('has the notes read that it refers to, as long as it is open', async () => {
    const client = await LinkedClient.start({ capabilities: modern, files: files() });
    await client.open(OUTSIDE, TEXT);
    const [place] = await client.request<Location[]>('textDocument/definition', at(OUTSIDE, 0, 18));
    assert.equal(place?.uri, 'file:///else/a%20b.debate');
    assert.deepEqual(await namesOf(client), ['#x A', '#y B', 'no']);
    const { items } = await client.request<{ items: { message: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri: OUTSIDE },
    });
    const lost = items.map(({ message }) => message).filter((message) => message.startsWith('There is no note'));
    assert.deepEqual(lost.length, 1, 'only what is not there is missing');
    // One that is saved with another reference has that read, too.
    const contentChanges = [{ text: 'see [[other#o]]\n' }];
    await client.notify('textDocument/didChange', { textDocument: { uri: OUTSIDE, version: 2 }, contentChanges });
    await client.notify('textDocument/didSave', { textDocument: { uri: OUTSIDE } });
    await until(
      'the other note',
      () => namesOf(client),
      (names) => names.includes('#o C'),
    );
    await client.notify('textDocument/didClose', { textDocument: { uri: OUTSIDE } });
    await until(
      'none of them to be left',
      () => namesOf(client),
      ({ length }) => length === 0,
    );
    await client.stop();
  });

  it('has nothing read where it lies in one', async () => {
    const read: string[] = [];
    const inside = files();
    inside.beforeRead = (uri) => void read.push(uri);
    const client = await LinkedClient.start({ capabilities: modern, folders: ['file:///else'], files: inside });
    await client.open(OUTSIDE, TEXT);
    await until(
      'the notes of the folder',
      () => namesOf(client),
      ({ length }) => length === 4,
    );
    assert.deepEqual(
      read.filter((uri) => uri.includes('nowhere')),
      [],
    );
    await client.stop();
  });
});
