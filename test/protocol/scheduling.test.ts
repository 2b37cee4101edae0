import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { ArgumentAnswer } from '../../server/src/protocol/messages';
import { modern } from '../support/languageClient';
import { type Link, LinkedClient } from '../support/linkedClient';
import { MemoryFiles } from '../support/memoryFiles';
import { at, span } from '../support/sessions';

const OPEN = 'file:///notes/open.debate';
const NOTE = 'claim #a: one\n  rebuttal: two\n';

/** Notes that have no passage in common. */
function manyNotes(count = 1000): [uri: string, text: string][] {
  return Array.from({ length: count }, (_, note) => {
    const lines = Array.from({ length: 10 }, (_, line) => `claim #c${line}: w${note * 10 + line} stands alone`);
    return [`file:///notes/n${note}.debate`, lines.join('\n')];
  });
}

interface Reports {
  readonly items: readonly { readonly uri: string; readonly kind: string; readonly items?: readonly unknown[] }[];
}

describe('what somebody waits for', () => {
  const running: LinkedClient[] = [];
  const start = async (link: Link) => {
    const client = await LinkedClient.start(link);
    running.push(client);
    return client;
  };
  afterEach(async () => {
    for (const client of running.splice(0)) await client.stop();
  });

  it('is answered while a thousand notes are being read', async () => {
    const events: string[] = [];
    const client = await start({
      capabilities: { ...modern, window: { workDoneProgress: true } },
      folders: ['file:///notes'],
      files: new MemoryFiles(manyNotes()),
    });
    await client.open(OPEN, NOTE);
    const ended = new Promise<void>((resolve) => {
      client.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
        const isFirst = !events.includes(value.kind);
        events.push(value.kind);
        if (value.kind === 'report' && isFirst) {
          void client
            .request('textDocument/hover', at(OPEN, 0, 2))
            .then((hover) => events.push(hover ? 'hover' : 'no'));
        }
        if (value.kind === 'end') resolve();
      });
    });
    await ended;
    const [hover, end] = [events.indexOf('hover'), events.indexOf('end')];
    assert.ok(hover > 0 && hover < end, events.join(' '));
    const answered = await client.request<{ name: string }[]>('workspace/symbol', { query: 'w9999' });
    assert.match(answered[0]?.name ?? '', /w9999 /, 'the last note has been read');
  });

  it('is answered while a thousand notes are being checked', async () => {
    const events: string[] = [];
    const client = await start({
      capabilities: modern,
      folders: ['file:///notes'],
      files: new MemoryFiles(manyNotes()),
    });
    await client.open(OPEN, NOTE);
    let told = 0;
    client.connection.onNotification('$/progress', ({ value }: { value: Reports }) => {
      told += value.items.length;
      if (!events.includes('reports')) {
        void client.request('textDocument/hover', at(OPEN, 0, 2)).then((hover) => events.push(hover ? 'hover' : 'no'));
      }
      events.push('reports');
    });
    const rest = await client.request<Reports>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'partial',
    });
    events.push('end');
    const [hover, end] = [events.indexOf('hover'), events.indexOf('end')];
    assert.ok(hover > 0 && hover < end, events.join(' '));
    assert.ok(events.lastIndexOf('reports') > hover, 'checking goes on after the answer');
    assert.equal(told + rest.items.length, 1001);
  });

  it('is answered while the argument of many notes is worked out', async () => {
    const client = await start({
      capabilities: modern,
      folders: ['file:///notes'],
      files: new MemoryFiles(manyNotes(300)),
    });
    await client.open(OPEN, NOTE);
    // All notes are known once references may be answered.
    await client.request('textDocument/references', { ...at(OPEN, 0, 8), context: { includeDeclaration: true } });
    const events: string[] = [];
    const tell = (event: string) => (answer: unknown) => void events.push(answer ? event : 'nothing');
    const asked = { textDocument: { uri: OPEN }, scope: 'all', grouping: 'argument', sort: 'position', filter: '' };
    const argument = client.request<ArgumentAnswer>('debateNotes/argument', asked);
    const hover = client.request('textDocument/hover', at(OPEN, 0, 2)).then(tell('hover'));
    await Promise.all([argument.then(tell('argument')), hover]);
    assert.deepEqual(events, ['hover', 'argument']);
    assert.equal((await argument).count, 3_002);
  });

  it('is answered about the text that it was asked of, or not at all', async () => {
    const client = await start({ capabilities: modern });
    await client.open(OPEN, NOTE);
    const textDocument = { uri: OPEN };
    const hover = client.request<{ range: unknown }>('textDocument/hover', at(OPEN, 1, 4));
    const refused = (method: string, params: unknown) =>
      client.request(method, params).then(
        () => ({ answered: method }),
        ({ code, data }: { code: number; data?: unknown }) => ({ code, data }),
      );
    const symbols = refused('textDocument/documentSymbol', { textDocument });
    const tokens = refused('textDocument/semanticTokens/full', { textDocument });
    const diagnostics = refused('textDocument/diagnostic', { textDocument });
    await client.notify('textDocument/didChange', {
      textDocument: { uri: OPEN, version: 2 },
      contentChanges: [{ range: span(0, 0, 0, 0), text: '\n' }],
    });
    assert.deepEqual((await hover).range, span(1, 2, 1, 11));
    const modified = { code: -32801, data: undefined };
    assert.deepEqual([await symbols, await tokens], [modified, modified]);
    assert.deepEqual(await diagnostics, { code: -32802, data: { retriggerRequest: true } });
  });

  it('is dropped where it is taken back', async () => {
    const client = await start({ capabilities: modern });
    await client.open(OPEN, NOTE);
    const cancel = new CancellationTokenSource();
    const symbols = client.connection.sendRequest(
      'textDocument/documentSymbol',
      { textDocument: { uri: OPEN } },
      cancel.token,
    );
    cancel.cancel();
    await assert.rejects(symbols, { code: -32800 });
  });
});
