import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, DocumentLink, DocumentSymbol, Hover } from 'vscode-languageserver-types';
import type { ArgumentAnswer } from '../../server/src/protocol/messages';
import { modern, type Start, TestClient, until } from '../support/languageClient';

const NOTE = 'untitled:Untitled-1';
const OVERSIGHT = path.join('test', 'fixtures', 'workspace');
const CLAIM = 'claim: Judges can be trained.\nSee https://arxiv.org/pdf/2212.09251v1.pdf there.\n';

describe('the server over stdio', () => {
  const running: TestClient[] = [];
  const folders: string[] = [];

  async function start(options: Start = { capabilities: modern }): Promise<TestClient> {
    const client = await TestClient.start(options);
    running.push(client);
    return client;
  }

  /** A copy of the fixture workspace: its path and URI. */
  async function workspace(): Promise<{ folder: string; uri: string; file: (name: string) => string }> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'debate-notes-'));
    folders.push(folder);
    await cp(OVERSIGHT, folder, { recursive: true });
    return { folder, uri: pathToFileURL(folder).href, file: (name) => pathToFileURL(path.join(folder, name)).href };
  }

  afterEach(async () => {
    for (const client of running.splice(0)) assert.equal(await client.stop(), 0);
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  it('says what it can do, and no more', async () => {
    const { capabilities, serverInfo } = (await start()).initialized;
    assert.equal(serverInfo?.name, 'debate-notes');
    assert.deepEqual(Object.keys(capabilities).sort(), [
      'codeActionProvider',
      'diagnosticProvider',
      'documentLinkProvider',
      'documentSymbolProvider',
      'hoverProvider',
      'positionEncoding',
      'textDocumentSync',
      'workspace',
    ]);
  });

  it('answers a pull with findings, and with "unchanged" while they are the same', async () => {
    const client = await start();
    await client.open(NOTE, CLAIM);
    const first = await client.pull(NOTE);
    assert.equal(first.kind, 'full');
    assert.deepEqual(
      first.items.map(({ code, source, range }) => ({ code, source, range })),
      [{ code: 'unsupported-claim', source: 'debate-notes', range: span(0, 0, 0, 5) }],
    );
    assert.deepEqual(await client.pull(NOTE, first.resultId), { kind: 'unchanged', resultId: first.resultId });

    // An edit that leaves the findings alone, one that moves them, one that clears them.
    await client.edit(NOTE, 2, { range: span(1, 0, 1, 3), text: 'Look at' });
    assert.equal((await client.pull(NOTE, first.resultId)).kind, 'unchanged');
    await client.edit(NOTE, 3, { range: span(0, 0, 0, 0), text: '\n' });
    const moved = await client.pull(NOTE, first.resultId);
    assert.ok(moved.kind === 'full' && moved.items[0]?.range.start.line === 1);
    await client.edit(NOTE, 4, { range: span(1, 29, 1, 29), text: '\n  support: Other judges were.' });
    assert.deepEqual(await client.diagnostics(NOTE), []);
  });

  it("keeps its text equal to the client's over edits with surrogate pairs and CR LF", async () => {
    const client = await start();
    await client.open(NOTE, 'claim: 𝒜 😀\r\nprose\r\n');
    await client.edit(
      NOTE,
      2,
      { range: span(0, 10, 0, 12), text: '🙂🙂' },
      { range: span(1, 0, 1, 0), text: '  rebuttal: no, ' },
    );
    const answer = await client.request<ArgumentAnswer>('debateNotes/argument', { textDocument: { uri: NOTE } });
    assert.equal(answer.version, 2);
    assert.deepEqual(
      answer.statements.map(({ kind, text, parent }) => ({ kind, text, parent })),
      [
        { kind: 'claim', text: '𝒜 🙂🙂', parent: null },
        { kind: 'rebuttal', text: 'no, prose', parent: 0 },
      ],
    );
  });

  it('pushes to a client that cannot pull, and takes back what it pushed when the note is closed', async () => {
    const client = await start({ capabilities: {} });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open(NOTE, CLAIM, 7);
    const pushed = await until(
      'a push',
      () => client.pushed.get(NOTE),
      (push) => push?.diagnostics.length === 1,
    );
    assert.equal(pushed?.version, 7);
    await client.edit(NOTE, 8, { range: span(0, 0, 0, 5), text: 'question' });
    await until(
      'an empty push',
      () => client.pushed.get(NOTE),
      (push) => push?.version === 8 && push.diagnostics.length === 0,
    );
    await client.edit(NOTE, 9, { range: span(0, 0, 0, 8), text: 'claim' });
    await until(
      'a third push',
      () => client.pushed.get(NOTE),
      (push) => push?.diagnostics.length === 1,
    );
    await client.close(NOTE);
    await until(
      'the push on closing',
      () => client.pushed.get(NOTE),
      (push) => push?.diagnostics.length === 0,
    );
  });

  it('shows the landing page and the PDF of a paper', async () => {
    const client = await start();
    await client.open(NOTE, CLAIM);
    const hover = await client.request<Hover>('textDocument/hover', at(NOTE, 1, 10));
    assert.deepEqual(hover.range, span(1, 4, 1, 42));
    const { value } = hover.contents as { value: string };
    assert.match(value, /\(<https:\/\/arxiv\.org\/abs\/2212\.09251v1>\)/);
    assert.match(value, /\(<https:\/\/arxiv\.org\/pdf\/2212\.09251v1>\)/);
    assert.equal(await client.request('textDocument/hover', at(NOTE, 0, 10)), null);
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: NOTE } });
    assert.deepEqual(
      links.map(({ target }) => target),
      ['https://arxiv.org/abs/2212.09251v1'],
    );
  });

  it('lists sections and statements as symbols', async () => {
    const client = await start();
    await client.open(NOTE, '# One\nclaim: A\n  rebuttal: B\n## Two\nquestion: C\n');
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: NOTE },
    });
    const names = (list: DocumentSymbol[] = []): unknown[] =>
      list.map(({ name, children }) => [name, ...names(children)]);
    assert.deepEqual(names(symbols), [['One', ['A', ['B']], ['Two', ['C']]]]);
  });

  it('offers the quick fixes of the line, and the fixed note is clean of the finding', async () => {
    const client = await start({ capabilities: { ...modern, workspace: {} } });
    await client.open(NOTE, CLAIM);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: NOTE },
      range: span(0, 20, 0, 20),
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Add a `support:` line', 'Add a `cite:` line', 'Turn the claim into a question'],
    );
    const change = actions[1]?.edit?.documentChanges?.[0];
    assert.ok(change && 'edits' in change && change.textDocument.version === 1);
    const edits = change.edits.filter((edit) => 'newText' in edit);
    const fixed = TextDocument.applyEdits(TextDocument.create(NOTE, 'debate', 1, CLAIM), edits);
    await client.edit(NOTE, 2, { text: fixed });
    assert.deepEqual(
      (await client.diagnostics(NOTE)).map(({ code, range }) => [code, range.start.line]),
      [['empty-statement', 1]],
    );
  });

  it('places the cursor by a snippet where the client takes one', async () => {
    const client = await start();
    await client.open(NOTE, 'claim: 5 $ {x}');
    const [action] = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: NOTE },
      range: span(0, 0, 0, 0),
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const change = action?.edit?.documentChanges?.[0];
    assert.ok(change && 'edits' in change);
    assert.deepEqual(change.edits, [
      { range: span(0, 14, 0, 14), snippet: { kind: 'snippet', value: '\n  support: $0' } },
    ]);
  });

  it('compares with notes that are not open, follows their files, and says when to ask again', async () => {
    const { folder, uri, file } = await workspace();
    const client = await start({ capabilities: modern, folders: [uri] });
    const pasted = file('pasted.debate.md');
    await client.open(
      pasted,
      'As somebody wrote: the judge is paid to be right in the end and is never paid for having been persuaded.\n',
    );
    const found = await until(
      'the repeat of a closed note',
      () => client.diagnostics(pasted),
      (list) => list.length === 1,
    );
    assert.equal(found[0]?.code, 'duplicate-passage');
    assert.equal(found[0]?.relatedInformation?.[0]?.location.uri, file('oversight.debate'));
    assert.deepEqual(found[0]?.relatedInformation?.[0]?.location.range, span(14, 0, 14, 84));
    await until(
      'a request to pull again',
      () => client.asked,
      (asked) => asked.includes('workspace/diagnostic/refresh'),
    );
    assert.ok(client.asked.includes('client/registerCapability'), 'the server watches files');

    await writeFile(path.join(folder, 'oversight.debate'), 'Something else.\n');
    await changed(client, file('oversight.debate'), 2);
    await until(
      'the repeat to go',
      () => client.diagnostics(pasted),
      (list) => list.length === 0,
    );

    await rename(path.join(folder, 'oversight.debate'), path.join(folder, 'a.debate'));
    await writeFile(
      path.join(folder, 'a.debate'),
      'The judge is paid to be right in the end and is never paid for having been persuaded.\n',
    );
    await changed(client, file('oversight.debate'), 3);
    await changed(client, file('a.debate'), 1);
    await until(
      'the repeat of a new note',
      () => client.diagnostics(pasted),
      (list) => list.length === 1,
    );
  });

  it('takes the text of the editor for an open note, and that of the file again after it is closed', async () => {
    const { uri, file } = await workspace();
    const client = await start({ capabilities: modern, folders: [uri] });
    const pasted = file('pasted.debate.md');
    const oversight = file('oversight.debate');
    const text = 'The judge is paid to be right in the end and is never paid for having been persuaded.\n';
    await client.open(pasted, text);
    await until(
      'the repeat',
      () => client.diagnostics(pasted),
      (list) => list.length === 1,
    );
    await client.open(oversight, 'Something else, not saved.\n');
    assert.deepEqual(await client.diagnostics(pasted), []);
    // The file is older than the editor's text, whatever a watcher says of it.
    await changed(client, oversight, 2);
    assert.deepEqual(await client.diagnostics(pasted), []);
    await client.close(oversight);
    await until(
      'the repeat again',
      () => client.diagnostics(pasted),
      (list) => list.length === 1,
    );
  });

  it('answers for notes it does not know with nothing', async () => {
    const client = await start();
    const textDocument = { uri: 'file:///nowhere/unknown.debate' };
    assert.deepEqual(await client.diagnostics(textDocument.uri), []);
    assert.equal(
      await client.request('textDocument/hover', { textDocument, position: { line: 3, character: 4 } }),
      null,
    );
    assert.deepEqual(await client.request('textDocument/documentSymbol', { textDocument }), []);
    assert.equal(await client.request('debateNotes/argument', { textDocument }), null);
  });

  it('serves every other note while one is empty, huge or full of strange bytes', async () => {
    const { folder, uri, file } = await workspace();
    await writeFile(path.join(folder, 'empty.debate'), '');
    await writeFile(path.join(folder, 'line.debate'), 'x y '.repeat(250_000));
    const bytes = Array.from({ length: 64 }, (_, i) => createHash('sha512').update(String(i)).digest());
    await writeFile(path.join(folder, 'bytes.debate'), Buffer.concat(bytes));
    const client = await start({ capabilities: modern, folders: [uri] });
    const pasted = file('pasted.debate.md');
    await client.open(
      pasted,
      'The judge is paid to be right in the end and is never paid for having been persuaded.\n',
    );
    await until(
      'the repeat',
      () => client.diagnostics(pasted),
      (list) => list.length === 1,
    );
    for (const name of ['empty.debate', 'line.debate', 'bytes.debate'])
      assert.deepEqual(await client.diagnostics(file(name)), []);
  });
});

function span(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
  return {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  };
}

function at(uri: string, line: number, character: number) {
  return { textDocument: { uri }, position: { line, character } };
}

/** Tells the server what a watcher saw: 1 created, 2 changed, 3 deleted. */
function changed(client: TestClient, uri: string, type: number): Promise<void> {
  return client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
}
