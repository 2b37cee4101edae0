import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { modern } from '../support/languageClient';
import { at, NOTE, sessions, span } from '../support/sessions';

describe('completion over the protocol', () => {
  const { start } = sessions();
  const TEXT = 'claim #x: Words\nrebuttal -> #\n';

  it('fills in by snippets and two ranges, and shows statements, where the client takes that', async () => {
    const client = await start({
      capabilities: {
        ...modern,
        textDocument: {
          completion: {
            completionItem: {
              snippetSupport: true,
              insertReplaceSupport: true,
              labelDetailsSupport: true,
              documentationFormat: ['markdown'],
            },
          },
        },
      },
      initializationOptions: { commands: { suggest: 'client.suggest' } },
    });
    assert.deepEqual(client.initialized.capabilities.completionProvider?.triggerCharacters, ['#', '>', '[', '(', '@']);
    await client.open(NOTE, TEXT);
    const { items } = await client.request<CompletionList>('textDocument/completion', at(NOTE, 1, 13));
    const [item] = items;
    assert.ok(item);
    assert.deepEqual(item.textEdit, { newText: '#x', insert: span(1, 12, 1, 13), replace: span(1, 12, 1, 13) });
    assert.deepEqual(item.labelDetails, { description: 'Words' });
    const { documentation } = await client.request<CompletionItem>('completionItem/resolve', item);
    assert.match((documentation as { value: string }).value, /^\*\*Claim\*\* \(\[.*\n\n> Words\n\n\*\*Stands\*\*: /s);
    const keywords = await client.request<CompletionList>('textDocument/completion', at(NOTE, 2, 0));
    assert.equal(keywords.items[0]?.insertTextFormat, 2);
    await client.open('file:///notes/a.debate', 'claim: A [[\n');
    await client.open('file:///notes/b.debate', 'claim: B\n');
    const paths = await client.request<CompletionList>('textDocument/completion', at('file:///notes/a.debate', 0, 11));
    assert.deepEqual(
      paths.items.map(({ label, command }) => [label, command?.command]),
      [['b', 'client.suggest']],
    );
  });

  it('is plain for a client that says nothing of itself', async () => {
    const client = await start({ capabilities: {} });
    await client.open(NOTE, `${TEXT}\n`);
    const { items } = await client.request<CompletionList>('textDocument/completion', at(NOTE, 1, 13));
    assert.deepEqual(items[0]?.textEdit, { newText: '#x', range: span(1, 12, 1, 13) });
    assert.equal(items[0]?.detail, 'Words');
    const resolved = await client.request<CompletionItem>('completionItem/resolve', items[0]);
    assert.deepEqual(resolved.documentation, {
      kind: 'plaintext',
      value: 'Claim (Untitled-1, line 1)\n\nWords\n\nStands: nothing attacks it.',
    });
    const keywords = await client.request<CompletionList>('textDocument/completion', at(NOTE, 2, 0));
    assert.deepEqual(keywords.items[0]?.textEdit, { newText: 'support: ', range: span(2, 0, 2, 0) });
    const nothing = await client.request<CompletionList>('textDocument/completion', at(NOTE, 0, 12));
    assert.deepEqual(nothing, { isIncomplete: false, items: [] });
    assert.equal(await client.request('textDocument/completion', at('file:///unknown.debate', 0, 0)), null);
  });
});
