import assert from 'node:assert/strict';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  ClientCapabilities,
  CodeLens,
  DocumentHighlight,
  InlayHint,
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
    await assert.rejects(rename('y'), { code: -32803, message: "'#y' is the id of the claim in line 2 already." });
    await assert.rejects(rename('a b'), { message: /is no id/ });
    await assert.rejects(client.request('textDocument/prepareRename', at(NOTE, 0, 2)), {
      message: 'Only ids, speakers and citation keys can be renamed. Put the cursor on one.',
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

describe('what others say, over the protocol', () => {
  const { start } = sessions();
  const EVERYTHING = span(0, 0, 9, 0);
  const refreshing: ClientCapabilities = {
    ...modern,
    workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
  };

  it('is counted in lenses, which peek the replies by a command that the client has named', async () => {
    const commands = { showReferences: 'client.peek' };
    const client = await start({ capabilities: modern, initializationOptions: { commands } });
    await client.open(NOTE, 'claim: A\n  rebuttal: B\n');
    const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: NOTE } });
    assert.ok(lens && lens.command === undefined);
    const { command } = await client.request<CodeLens>('codeLens/resolve', lens);
    assert.deepEqual(command, {
      title: '1 rebuttal · rebutted',
      command: 'client.peek',
      arguments: [NOTE, { line: 0, character: 0 }, [{ uri: NOTE, range: span(1, 2, 1, 11) }]],
    });
    const plain = await start();
    await plain.open(NOTE, 'claim: A\n  rebuttal: B\n');
    const [bare] = await plain.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: NOTE } });
    assert.equal((await plain.request<CodeLens>('codeLens/resolve', bare)).command?.command, '');
  });

  it('is hinted at as the settings say, and lenses can be switched off', async () => {
    let settings: unknown = { inlayHints: { labels: 'all', targets: true }, codeLens: false };
    const capabilities = { ...refreshing, workspace: { ...refreshing.workspace, configuration: true } };
    const answers = { 'workspace/configuration': () => [settings] };
    const client = await start({ capabilities, answers });
    await client.open(NOTE, 'claim #x: A\nrebuttal -> #x: B\n');
    const hints = () =>
      client.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: NOTE }, range: EVERYTHING });
    const shown = await until('hints', hints, ({ length }) => length > 0);
    assert.deepEqual(
      shown.map(({ label }) => (typeof label === 'string' ? label : label[0]?.value)),
      ['rebutted', 'A', 'stands'],
    );
    const resolved = await client.request<InlayHint>('inlayHint/resolve', shown[0]);
    assert.match(JSON.stringify(resolved.tooltip), /Rebutted/);
    assert.deepEqual(await client.request('textDocument/codeLens', { textDocument: { uri: NOTE } }), []);
    settings = {};
    client.asked.length = 0;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(
      'to be told to ask again',
      () => [...client.asked],
      (asked) => asked.includes('workspace/inlayHint/refresh') && asked.includes('workspace/codeLens/refresh'),
    );
    assert.deepEqual(await hints(), []);
  });

  it('changes by an edit of another note, of which the client is told', async () => {
    const client = await start({ capabilities: refreshing });
    await client.open('file:///notes/a.debate', 'claim #x: A\n');
    await client.open('file:///notes/b.debate', 'claim #x: A\n');
    const asked = () => client.asked.filter((method) => /(?:codeLens|inlayHint)\/refresh$/.test(method)).sort();
    // Once when all notes have been read.
    await until('the workspace to be read', asked, ({ length }) => length === 2);
    await client.edit('file:///notes/b.debate', 2, { text: 'rebuttal -> a#x: B\n' });
    const all = await until('to be told to ask again', asked, ({ length }) => length === 4);
    assert.equal(all.filter((method) => method === 'workspace/codeLens/refresh').length, 2);
  });

  it('is gone through as a call hierarchy', async () => {
    const client = await start();
    await client.open(NOTE, 'claim: A\n  rebuttal: B\n');
    const [item] = await client.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', at(NOTE, 0, 2));
    const incoming = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(
      incoming.map(({ from }) => from.name),
      ['B'],
    );
    const [reply] = incoming;
    const outgoing = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: reply?.from,
    });
    assert.deepEqual(
      outgoing.map(({ to }) => to.name),
      ['A'],
    );
  });
});
