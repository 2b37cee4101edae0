import assert from 'node:assert/strict';
import {
  CancellationToken,
  CancellationTokenSource,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { modern, until } from '../support/languageClient';
import { type Link, LinkedClient } from '../support/linkedClient';
import { MemoryFiles } from '../support/memoryFiles';
import { span } from '../support/sessions';

const A = 'file:///notes/a.debate';
const B = 'file:///notes/b.debate';
const C = 'file:///notes/c.debate';

/** One problem in A, none in B, one in C while A has no statement `x`. */
const FILES: readonly [uri: string, text: string][] = [
  [A, 'claim #a: alone\n'],
  [B, 'prose\n'],
  [C, 'claim #c: see [[a#x]] there\n  support: so\n'],
];

type Ids = { uri: string; value: string }[];

describe('the diagnostics of a workspace', () => {
  const running: LinkedClient[] = [];
  const start = async (link: Link = {}) => {
    const files = new MemoryFiles(FILES);
    const client = await LinkedClient.start({ capabilities: modern, folders: ['file:///notes'], files, ...link });
    running.push(client);
    const pull = (previousResultIds: Ids = [], more: object = {}, token = CancellationToken.None) =>
      client.connection.sendRequest<WorkspaceDiagnosticReport>(
        'workspace/diagnostic',
        { previousResultIds, ...more },
        token,
      );
    return { client, files, pull };
  };
  afterEach(async () => {
    for (const client of running.splice(0)) await client.stop();
  });

  /** Reports as `a full unsupported-claim`. */
  const shown = ({ items }: WorkspaceDiagnosticReport) =>
    items
      .map((report) => {
        const codes = report.kind === 'full' ? report.items.map(({ code }) => code) : [];
        return [report.uri.replace(/^.*\/|\.debate$/g, ''), report.kind, ...codes].join(' ');
      })
      .sort();
  const idsOf = ({ items }: WorkspaceDiagnosticReport): Ids =>
    items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));
  const edited = (client: LinkedClient, uri: string, version: number, text: string) =>
    client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: span(0, 0, 0, 0), text }],
    });

  it('are those of all notes, opened or not, with the version of those that are', async () => {
    const { client, pull } = await start();
    assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
      interFileDependencies: true,
      workspaceDiagnostics: true,
      workDoneProgress: true,
    });
    await client.open(B, 'claim: open\n', 7);
    const report = await pull();
    assert.deepEqual(shown(report), [
      'a full unsupported-claim',
      'b full unsupported-claim',
      'c full unresolved-reference',
    ]);
    assert.deepEqual(
      report.items.map(({ version }) => version),
      [null, 7, null],
    );
    const own = await client.request<{ resultId: string }>('textDocument/diagnostic', { textDocument: { uri: B } });
    assert.equal(own.resultId, report.items[1]?.resultId, 'both ways have the same ids');
  });

  it('are told when there is something new, and not again and again while there is not', async () => {
    const { client, pull } = await start();
    await client.open(A, FILES[0]?.[1] ?? '');
    const first = await pull();
    let answer: WorkspaceDiagnosticReport | null = null;
    const second = pull(idsOf(first)).then((report) => {
      answer = report;
      return report;
    });
    // An edit that changes no finding of any note, and then one that mends that of another.
    await edited(client, A, 2, '');
    await client.request('textDocument/diagnostic', { textDocument: { uri: A } });
    assert.equal(answer, null);
    await edited(client, A, 3, 'support #x: now there is\n');
    assert.deepEqual(shown(await second), ['a full dangling-reply unsupported-claim', 'b unchanged', 'c full']);
  });

  it('are streamed to a client that takes them so, and only the rest is answered', async () => {
    const texts = Array.from({ length: 100 }, (_, note): [string, string] => [
      `file:///notes/n${String(note).padStart(3, '0')}.debate`,
      `claim: w${note} alone\n`,
    ]);
    const { client, pull } = await start({ files: new MemoryFiles(texts) });
    const parts: WorkspaceDiagnosticReport[] = [];
    const shares: (number | string)[] = [];
    client.connection.onNotification('$/progress', ({ token, value }) => {
      if (token === 'part') parts.push(value);
      else shares.push(value.percentage ?? value.kind);
    });
    const rest = await pull([], { partialResultToken: 'part', workDoneToken: 'work' });
    const all = [...parts, rest].flatMap(({ items }) => items.map(({ uri }) => uri));
    assert.deepEqual(
      all,
      texts.map(([uri]) => uri),
    );
    assert.ok(parts.length > 1 && rest.items.length < 50);
    assert.deepEqual([shares.at(0), shares.at(50), shares.at(-1)], [0, 50, 'end']);
  });

  it('are those of open notes only, where the user wants no others', async () => {
    let settings = { workspaceProblems: true };
    const { client, pull } = await start({ answers: { 'workspace/configuration': () => [settings] } });
    await client.open(C, FILES[2]?.[1] ?? '');
    const first = await pull();
    assert.deepEqual(shown(first), ['a full unsupported-claim', 'b full', 'c full unresolved-reference']);
    const second = pull(idsOf(first));
    settings = { workspaceProblems: false };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    const fewer = await second;
    assert.deepEqual(shown(fewer), ['a full', 'b full', 'c unchanged']);
  });

  it('begin, and end, with a note being opened, where they are those of open ones', async () => {
    const { client, pull } = await start({ initializationOptions: { workspaceProblems: false } });
    const first = pull();
    await client.open(A, FILES[0]?.[1] ?? '');
    assert.deepEqual(shown(await first), ['a full unsupported-claim']);
    const second = pull(idsOf(await first));
    await client.notify('textDocument/didClose', { textDocument: { uri: A } });
    assert.deepEqual(shown(await second), ['a full']);
  });

  it('are taken back of a note that is gone', async () => {
    const { client, files, pull } = await start();
    const first = await pull();
    const second = pull(idsOf(first));
    files.texts.delete(A);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: A, type: 3 }] });
    assert.deepEqual(shown(await second), ['a full', 'b unchanged', 'c full unresolved-reference']);
  });

  it('begin again where a note changes on the way, and end as those of a server that never saw it otherwise', async () => {
    const refers = 'claim #c: alone\n  support -> n00#late: too\n';
    const texts = Array.from({ length: 60 }, (_, note): [string, string] => [
      `file:///notes/n${String(note).padStart(2, '0')}.debate`,
      note === 40 ? `---\nbibliography: late.bib\n---\n${refers}` : refers,
    ]);
    const files = new MemoryFiles(texts);
    const { client, pull } = await start({ files });
    const [first = ''] = texts[0] ?? [];
    await client.open(first, refers);
    // Checking comes to the note in the middle, and goes on once the first has been edited.
    files.beforeRead = async (uri) => {
      if (!uri.endsWith('late.bib')) return;
      await edited(client, first, 2, 'claim #late: now\n');
      await client.request('textDocument/hover', { textDocument: { uri: first }, position: { line: 0, character: 0 } });
    };
    const state = new Map<string, { items: unknown; reports: number }>();
    const keep = ({ items }: WorkspaceDiagnosticReport) => {
      for (const report of items) {
        const reports = (state.get(report.uri)?.reports ?? 0) + 1;
        if (report.kind === 'full') state.set(report.uri, { items: report.items, reports });
      }
    };
    client.connection.onNotification('$/progress', ({ value }) => keep(value));
    keep(await pull([], { partialResultToken: 'part' }));
    assert.equal(state.get(first)?.reports, 2);
    for (const [uri] of texts) {
      const { items } = await client.request<{ items: unknown }>('textDocument/diagnostic', { textDocument: { uri } });
      assert.deepEqual(state.get(uri)?.items, items, uri);
    }
  });

  it('wait no longer when they are taken back, and are answered before the server ends', async () => {
    const { client, pull } = await start();
    const first = await pull();
    const cancel = new CancellationTokenSource();
    const held = pull(idsOf(first), {}, cancel.token);
    await client.request('textDocument/hover', { textDocument: { uri: A }, position: { line: 0, character: 0 } });
    cancel.cancel();
    await assert.rejects(held, { code: -32800 });
    const last = pull(idsOf(first));
    await client.request('shutdown', undefined);
    // As far as it has come: there is nothing new.
    const kinds = (await last).items.map(({ kind }) => kind);
    assert.deepEqual(
      kinds,
      kinds.map(() => 'unchanged'),
    );
  });

  it('wait until all notes have been read: before, every reference would lead nowhere', async () => {
    const files = new MemoryFiles([
      [A, 'claim: see [[b#x]]\n  support: so\n'],
      [B, 'claim #x: y\n  support: so\n'],
    ]);
    let release = () => {};
    const isHeld = new Promise<void>((resolve) => {
      release = resolve;
    });
    files.beforeRead = (uri) => (uri === B ? isHeld : undefined);
    const { client, pull } = await start({ files });
    const report = pull();
    await until(
      'the first note',
      () => client.request<unknown[]>('workspace/symbol', { query: '' }),
      (found) => found.length === 2,
    );
    release();
    assert.deepEqual(shown(await report), ['a full', 'b full']);
  });
});
