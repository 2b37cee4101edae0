import assert from 'node:assert/strict';
import type {
  DocumentHighlight,
  LinkedEditingRanges,
  Location,
  LocationLink,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { modern, until } from '../support/languageClient';
import { at, NOTE, sessions, span } from '../support/sessions';

const OTHER = 'untitled:Other';

describe('names over the protocol', () => {
  const { start, workspace } = sessions();

  it('lead to definitions, as links where the client takes them', async () => {
    const text = 'claim #x: A\nrebuttal -> #x: B\n';
    const plain = await start();
    await plain.open(NOTE, text);
    const location = { uri: NOTE, range: span(0, 7, 0, 8) };
    for (const method of ['textDocument/definition', 'textDocument/declaration'])
      assert.deepEqual(await plain.request<Location[]>(method, at(NOTE, 1, 13)), [location]);
    const linking = await start({
      capabilities: {
        ...modern,
        textDocument: { definition: { linkSupport: true }, declaration: { linkSupport: true } },
      },
    });
    await linking.open(NOTE, text);
    for (const method of ['textDocument/definition', 'textDocument/declaration'])
      assert.deepEqual(await linking.request<LocationLink[]>(method, at(NOTE, 1, 13)), [
        {
          originSelectionRange: span(1, 12, 1, 14),
          targetUri: NOTE,
          targetRange: span(0, 0, 0, 11),
          targetSelectionRange: span(0, 7, 0, 8),
        },
      ]);
  });

  it('are found, highlighted and linked', async () => {
    const client = await start();
    await client.open(NOTE, 'claim #x: A\nrebuttal -> #x: B\n');
    const context = (includeDeclaration: boolean) => ({ ...at(NOTE, 0, 7), context: { includeDeclaration } });
    const found = await client.request<Location[]>('textDocument/references', context(true));
    assert.deepEqual(found, [
      { uri: NOTE, range: span(0, 7, 0, 8) },
      { uri: NOTE, range: span(1, 13, 1, 14) },
    ]);
    assert.equal((await client.request<Location[]>('textDocument/references', context(false))).length, 1);
    const highlights = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', at(NOTE, 0, 7));
    assert.deepEqual(
      highlights.map(({ kind }) => kind),
      [3, 2],
    );
    const linked = await client.request<LinkedEditingRanges>('textDocument/linkedEditingRange', at(NOTE, 0, 7));
    assert.deepEqual(linked.ranges, [span(0, 7, 0, 8), span(1, 13, 1, 14)]);
    assert.equal(await client.request('textDocument/linkedEditingRange', at(NOTE, 1, 13)), null);
  });

  it('are renamed in opened notes and files at once, by edits for their versions', async () => {
    const { uri, file } = await workspace();
    const client = await start({
      capabilities: { ...modern, textDocument: { rename: { prepareSupport: true } } },
      folders: [uri],
    });
    assert.deepEqual(client.initialized.capabilities.renameProvider, { prepareProvider: true });
    const note = file('reply.debate');
    await client.open(note, 'rebuttal -> oversight#scales: No.\n', 4);
    // The workspace is read in the background.
    const prepare = () => client.request('textDocument/prepareRename', at(note, 0, 25)).catch(() => null);
    const prepared = await until('the workspace to be read', prepare, (answer) => answer !== null);
    assert.deepEqual(prepared, { range: span(0, 22, 0, 28), placeholder: 'scales' });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(note, 0, 25), newName: 'scaling' });
    const changes = (edit.documentChanges ?? []).flatMap((change) => ('edits' in change ? [change] : []));
    assert.deepEqual(
      changes.map(({ textDocument, edits }) => [textDocument.uri, textDocument.version, edits.length]),
      [
        [file('oversight.debate'), null, 1],
        [note, 4, 1],
      ],
    );
  });

  it('are refused with the reason', async () => {
    const client = await start({ capabilities: {} });
    assert.equal(client.initialized.capabilities.renameProvider, true);
    await client.open(NOTE, 'claim #x: A\nclaim #y: B\n');
    const rename = (newName: string) => client.request('textDocument/rename', { ...at(NOTE, 0, 7), newName });
    await assert.rejects(rename('y'), { code: -32803, message: '`#y` is the id of the claim in line 2 already.' });
    await assert.rejects(rename('a b'), { message: /is no id/ });
    await assert.rejects(client.request('textDocument/prepareRename', at(NOTE, 0, 2)), {
      message: 'Only ids and speakers can be renamed. Put the cursor on one.',
    });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(NOTE, 0, 7), newName: 'z' });
    assert.deepEqual(edit, { changes: { [NOTE]: [{ range: span(0, 7, 0, 8), newText: 'z' }] } });
  });

  it('follow notes that are renamed or moved', async () => {
    const { uri, file } = await workspace();
    const client = await start({ capabilities: modern, folders: [uri] });
    const filters = client.initialized.capabilities.workspace?.fileOperations?.willRename?.filters ?? [];
    assert.deepEqual(
      filters.map(({ pattern }) => [pattern.glob, pattern.matches]),
      [
        ['**/*.{debate,md}', 'file'],
        ['**', 'folder'],
      ],
    );
    await client.open(file('reply.debate'), 'rebuttal -> oversight#scales: No.\n', 2);
    const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: file('oversight.debate'), newUri: file('deep/scalable oversight.debate') }],
    });
    assert.deepEqual(edit.documentChanges, [
      {
        textDocument: { uri: file('reply.debate'), version: 2 },
        edits: [{ range: span(0, 12, 0, 28), newText: '<deep/scalable oversight#scales>' }],
      },
    ]);
  });

  it('are searched in all notes', async () => {
    const client = await start();
    await client.open(NOTE, 'claim #x: Honest debaters win.\n');
    await client.open(OTHER, '# Honesty\n');
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'honest' });
    assert.deepEqual(
      found.map(({ name }) => name),
      ['Honesty', '#x Honest debaters win.'],
    );
  });
});
