import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, DocumentLink, DocumentSymbol, Hover } from 'vscode-languageserver-types';
import type { ArgumentAnswer, ArgumentMapAnswer } from '../../server/src/protocol/messages';
import { modern } from '../support/languageClient';
import { at, CLAIM, NOTE, sessions, span } from '../support/sessions';

describe('requests over the protocol', () => {
  const { start } = sessions();

  it('says what it can do, and no more', async () => {
    const { capabilities, serverInfo } = (await start()).initialized;
    assert.equal(serverInfo?.name, 'debate-notes');
    assert.deepEqual(Object.keys(capabilities).sort(), [
      'callHierarchyProvider',
      'codeActionProvider',
      'codeLensProvider',
      'completionProvider',
      'declarationProvider',
      'definitionProvider',
      'diagnosticProvider',
      'documentFormattingProvider',
      'documentHighlightProvider',
      'documentLinkProvider',
      'documentOnTypeFormattingProvider',
      'documentRangeFormattingProvider',
      'documentSymbolProvider',
      'executeCommandProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'inlayHintProvider',
      'linkedEditingRangeProvider',
      'positionEncoding',
      'referencesProvider',
      'renameProvider',
      'selectionRangeProvider',
      'semanticTokensProvider',
      'textDocumentSync',
      'workspace',
      'workspaceSymbolProvider',
    ]);
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
      answer.nodes.map(({ kind, text }) => ({ kind, text })),
      [
        { kind: 'claim', text: '𝒜 🙂🙂' },
        { kind: 'rebuttal', text: 'no, prose' },
      ],
    );
    const [claim, rebuttal] = answer.nodes.map(({ key }) => key);
    assert.deepEqual(answer.children, [
      { of: null, keys: [claim] },
      { of: claim, keys: [rebuttal] },
    ]);
  });

  it('sends the argument of a note as the map shows it', async () => {
    const client = await start();
    await client.open(NOTE, 'claim: one\n  rebuttal: two');
    const ask = (withTied: boolean) =>
      client.request<ArgumentMapAnswer>('debateNotes/argumentMap', { textDocument: { uri: NOTE }, withTied });
    const { notes, statements } = await ask(false);
    assert.deepEqual(notes, [{ uri: NOTE, version: 1, title: null }]);
    assert.deepEqual(
      statements.map(({ label, links }) => [label, links]),
      [
        ['rebutted', []],
        ['stands', [{ to: 0, relation: 'rebuts', force: 'in' }]],
      ],
    );
    assert.deepEqual(await ask(true), { notes, statements });
  });

  it('shows the landing page and the PDF of a paper', async () => {
    const client = await start();
    await client.open(NOTE, CLAIM);
    const hover = await client.request<Hover>('textDocument/hover', at(NOTE, 1, 10));
    assert.deepEqual(hover.range, span(1, 4, 1, 42));
    const { value } = hover.contents as { value: string };
    assert.match(value, /\(<https:\/\/arxiv\.org\/abs\/2212\.09251v1>\)/);
    assert.match(value, /\(<https:\/\/arxiv\.org\/pdf\/2212\.09251v1>\)/);
    const why = await client.request<Hover>('textDocument/hover', at(NOTE, 0, 10));
    assert.match((why.contents as { value: string }).value, /^\*\*Stands\*\*: /);
    assert.equal(await client.request('textDocument/hover', at(NOTE, 9, 0)), null);
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

  it('links findings and directives to the page of the rule, where the client has the pages', async () => {
    const client = await start({ capabilities: modern, initializationOptions: { rulePages: 'file:///pages/rules' } });
    await client.open(NOTE, 'claim: x\n<!-- debate-disable-next-line unsupported-claim -->\nclaim: y\n');
    const [finding, ...others] = await client.diagnostics(NOTE);
    assert.equal(others.length, 0);
    assert.equal(finding?.codeDescription?.href, 'file:///pages/rules/unsupported-claim.md');
    const hover = await client.request<Hover>('textDocument/hover', at(NOTE, 1, 40));
    assert.match(JSON.stringify(hover.contents), /unsupported-claim.*file:\/\/\/pages\/rules\/unsupported-claim\.md/);
    assert.deepEqual(hover.range, span(1, 30, 1, 47));
  });

  it('offers the quick fixes of the line, and the fixed note is clean of the finding', async () => {
    const client = await start({
      capabilities: { ...modern, workspace: { workspaceEdit: { documentChanges: true } } },
    });
    await client.open(NOTE, CLAIM);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: NOTE },
      range: span(0, 20, 0, 20),
      context: { diagnostics: [], only: ['quickfix'] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        "Add a 'support:' line",
        "Add a 'cite:' line",
        'Turn the claim into a question',
        "Disable 'unsupported-claim' for this line",
        "Disable 'unsupported-claim' in this note",
      ],
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

  it('answers a client that knows only the oldest forms in those', async () => {
    const client = await start({ capabilities: {} });
    await client.open(NOTE, CLAIM);
    const [action] = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: NOTE },
      range: span(0, 0, 0, 0),
      context: { diagnostics: [] },
    });
    assert.deepEqual(action?.edit, {
      changes: { [NOTE]: [{ range: span(1, 0, 1, 0), newText: '  support: \n' }] },
    });
    const textDocument = { uri: NOTE };
    await client.edit(NOTE, 2, { range: span(0, 0, 0, 0), text: '# One\n' });
    assert.deepEqual(await client.request('textDocument/documentSymbol', { textDocument }), [
      { name: 'One', kind: 3, location: { uri: NOTE, range: span(0, 0, 3, 0) } },
      {
        name: 'Judges can be trained.',
        kind: 5,
        location: { uri: NOTE, range: span(1, 0, 1, 29) },
        containerName: 'One',
      },
    ]);
    await client.edit(NOTE, 3, { range: span(0, 0, 1, 0), text: '' });
    const hover = await client.request<Hover>('textDocument/hover', at(NOTE, 1, 10));
    assert.deepEqual(hover.contents, {
      kind: 'plaintext',
      value:
        'arXiv 2212.09251 v1\n\nLanding page: https://arxiv.org/abs/2212.09251v1\nPDF: https://arxiv.org/pdf/2212.09251v1\n\n' +
        'Looking up papers online is off. The command Debate Notes: Look Up All Cited Papers, or the setting ' +
        'debateNotes.lookup.enabled, switches it on.',
    });
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
});
