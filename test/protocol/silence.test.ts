import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { inFolder } from '../support/folders';
import { modern, type TestClient } from '../support/languageClient';
import { at, changed, sessions, span } from '../support/sessions';

/** Loaded in front of a program, makes every way to the network throw, and writes down who has tried. */
const NO_NETWORK = path.join(__dirname, 'support', 'noNetwork.js');
const COMMAND = path.join(__dirname, '..', 'cli.js');

/** Every kind of citation, well written and not, and keywords for everything that hovers and fixes are about. */
const TEXT = `---
participants: [Ada, Ben]
---
# Papers
claim #a (Ada): Models are bad at this, says arXiv:2107.03374 and https://arxiv.org/pdf/2212.09251v1.pdf.
  cite: https://doi.org/10.1000/182
  cite: arXiv:2107.99999
  - support: [@perez2022, p. 4] https://aclanthology.org/2020.acl-main.463 ISBN 978-3-16-148410-0
rebuttal (Ben) -> #a: PMID: 12345678, PMC1234567, 10/abc, https://openreview.net/forum?id=abcdefghij.
undercut: https://www.lesswrong.com/posts/aaaaaaaaaaaaaaaaa/x http://notes.example/private
> claim: quoted, doi:10.5281/zenodo.1
rebutal: https://proceedings.mlr.press/v139/x21a.html
`;

/** The parameters with which a client asks for each thing that a server can announce. */
const REQUESTS: Readonly<Record<string, readonly (readonly [method: string, params: (uri: string) => object])[]>> = {
  hoverProvider: everyWord('textDocument/hover'),
  documentLinkProvider: [['textDocument/documentLink', only]],
  documentSymbolProvider: [['textDocument/documentSymbol', only]],
  foldingRangeProvider: [['textDocument/foldingRange', only]],
  selectionRangeProvider: [
    ['textDocument/selectionRange', (uri) => ({ ...only(uri), positions: [{ line: 4, character: 40 }] })],
  ],
  semanticTokensProvider: [
    ['textDocument/semanticTokens/full', only],
    ['textDocument/semanticTokens/full/delta', (uri) => ({ ...only(uri), previousResultId: '1' })],
    ['textDocument/semanticTokens/range', (uri) => ({ ...only(uri), range: span(0, 0, 9, 0) })],
  ],
  codeActionProvider: TEXT.split('\n').map((_, line) => [
    'textDocument/codeAction',
    (uri: string) => ({ ...only(uri), range: span(line, 0, line, 30), context: { diagnostics: [] } }),
  ]),
  diagnosticProvider: [['textDocument/diagnostic', only]],
  documentFormattingProvider: [['textDocument/formatting', format]],
  documentRangeFormattingProvider: [
    ['textDocument/rangeFormatting', (uri) => ({ ...format(uri), range: span(0, 0, 9, 0) })],
  ],
  documentOnTypeFormattingProvider: [
    ['textDocument/onTypeFormatting', (uri) => ({ ...format(uri), ...at(uri, 5, 0), ch: '\n' })],
  ],
  callHierarchyProvider: [['textDocument/prepareCallHierarchy', onClaim]],
  completionProvider: everyWord('textDocument/completion'),
  codeLensProvider: [['textDocument/codeLens', only]],
  definitionProvider: everyWord('textDocument/definition'),
  declarationProvider: everyWord('textDocument/declaration'),
  documentHighlightProvider: [['textDocument/documentHighlight', onClaim]],
  inlayHintProvider: [['textDocument/inlayHint', (uri) => ({ ...only(uri), range: span(0, 0, 20, 0) })]],
  linkedEditingRangeProvider: [['textDocument/linkedEditingRange', onClaim]],
  referencesProvider: [
    ['textDocument/references', (uri) => ({ ...onClaim(uri), context: { includeDeclaration: true } })],
  ],
  renameProvider: [
    ['textDocument/prepareRename', onClaim],
    ['textDocument/rename', (uri) => ({ ...onClaim(uri), newName: 'b' })],
  ],
  workspaceSymbolProvider: [['workspace/symbol', () => ({ query: 'arXiv' })]],
  executeCommandProvider: [
    ['workspace/executeCommand', (uri) => ({ command: 'debateNotes.lookUp', arguments: [uri] })],
    ['workspace/executeCommand', () => ({ command: 'debateNotes.forgetPapers' })],
    [
      'workspace/executeCommand',
      (uri) => ({ command: 'debateNotes.writePaper', arguments: [{ uri, ...at(uri, 4, 50) }, 'bibtex'] }),
    ],
  ],
};

/** A request at the beginning of every word of the text. */
function everyWord(method: string) {
  return TEXT.split('\n').flatMap((line, number) =>
    Array.from(line.matchAll(/\S+/g), ({ index }) => [method, (uri: string) => at(uri, number, index)] as const),
  );
}

/** What is announced and not asked for. */
const NOT_ASKED = ['positionEncoding', 'textDocumentSync', 'workspace'];

function only(uri: string) {
  return { textDocument: { uri } };
}

/** The id of the claim. */
function onClaim(uri: string) {
  return at(uri, 4, 7);
}

function format(uri: string) {
  return { ...only(uri), options: { tabSize: 2, insertSpaces: true } };
}

describe('the network', function () {
  // Hundreds of requests, or a process for each command.
  this.timeout(20_000);
  const { start, workspace } = sessions();

  /** Runs something with a file in which every attempt on the network is a line; returns the lines. */
  async function attempts(
    act: (environment: Record<string, string>, folder: string) => Promise<void>,
  ): Promise<string[]> {
    let lines: string[] = [];
    await inFolder({ 'record.txt': '' }, async (folder) => {
      const record = path.join(folder, 'record.txt');
      await act({ NO_NETWORK_RECORD: record }, folder);
      lines = (await readFile(record, 'utf8')).split('\n').filter(Boolean);
    });
    return lines;
  }

  async function askEverything(client: TestClient, uri: string): Promise<void> {
    const announced = Object.keys(client.initialized.capabilities).filter((name) => !NOT_ASKED.includes(name));
    assert.deepEqual(
      announced.filter((name) => !(name in REQUESTS)),
      [],
      'everything announced is asked for here',
    );
    for (const name of announced)
      for (const [method, params] of REQUESTS[name] ?? []) await client.request(method, params(uri));
    await client.request('debateNotes/argument', only(uri));
    await client.request('debateNotes/papers', { revision: null });
  }

  it('is not tried by the server, whatever it is asked, as long as look-ups are off', async () => {
    const { uri, folder, file } = await workspace();
    await writeFile(path.join(folder, 'cited.debate'), TEXT);
    const tried = await attempts(async (environment, papers) => {
      const client = await start({
        capabilities: { ...modern, window: { workDoneProgress: true } },
        folders: [uri],
        nodeArguments: ['--require', NO_NETWORK],
        environment,
        initializationOptions: { paperFolder: pathToFileURL(papers).href },
        answers: { 'workspace/configuration': () => [{ lookup: { mailto: 'me@host.example' } }] },
      });
      for (const note of [file('cited.debate'), 'untitled:Untitled-1']) {
        await client.open(note, TEXT);
        await askEverything(client, note);
        await client.edit(note, 2, { text: `${TEXT}claim: arXiv:2101.00001\n` });
        await askEverything(client, note);
        await client.close(note);
      }
      await changed(client, file('cited.debate'), 2);
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.request('debateNotes/argument', only(uri));
    });
    assert.deepEqual(tried, []);
  });

  it('is tried once they are on: else the test before this one could not fail', async () => {
    const tried = await attempts(async (environment) => {
      const client = await start({
        capabilities: {},
        nodeArguments: ['--require', NO_NETWORK],
        environment,
        initializationOptions: { lookup: { enabled: true }, zotero: { enabled: true } },
      });
      await client.open('untitled:Untitled-1', TEXT);
      await client.request('workspace/executeCommand', {
        command: 'debateNotes.lookUp',
        arguments: ['untitled:Untitled-1'],
      });
    });
    assert.match(tried.join('\n'), /^globalThis\.fetch https:\/\/export\.arxiv\.org\/api\/query\?id_list=/m);
    assert.match(tried.join('\n'), /^globalThis\.fetch https:\/\/api\.crossref\.org\/works\/10\.1000%2F182$/m);
    assert.match(tried.join('\n'), /^globalThis\.fetch http:\/\/127\.0\.0\.1:23119\/better-bibtex\/json-rpc$/m);
  });

  it('is tried by every way that is closed, in a program that takes it', async () => {
    const ways = [
      "fetch('http://127.0.0.1:1')",
      "require('net').connect(1, '127.0.0.1')",
      "new (require('net').Socket)().connect(1, '127.0.0.1')",
      "require('tls').connect(1, '127.0.0.1')",
      "require('http').get('http://127.0.0.1:1')",
      "require('https').request('https://127.0.0.1:1')",
      "require('http2').connect('http://127.0.0.1:1')",
      "require('dns').lookup('host.example', () => {})",
      "require('dns').promises.resolve('host.example')",
      "require('dgram').createSocket('udp4')",
      "require('child_process').spawn('curl')",
      "import('node:net').then((net) => net.connect(1, '127.0.0.1'))",
    ];
    const tried = await attempts(async (environment) => {
      const script = ways.map((way) => `try { Promise.resolve(${way}).catch(() => {}) } catch {}`).join(';');
      await runProcess(['--require', NO_NETWORK, '--eval', script], environment);
    });
    assert.equal(tried.length, ways.length, tried.join('\n'));
  });

  it('is not tried by the command, whichever of it is run', async () => {
    const help = await runProcess([COMMAND, '--help'], {});
    const listed = help.slice(help.indexOf('Commands:')).split('\n').slice(1);
    const commands = listed.flatMap((line) => /^ {2}(\w+)/.exec(line)?.[1] ?? []).filter((name) => name !== 'help');
    const runs: Readonly<Record<string, readonly string[]>> = {
      check: ['cited.debate'],
      outline: ['cited.debate'],
      cite: ['arXiv:2107.03374', 'doi:10.1000/182', 'https://notes.example/'],
      rules: [],
      explain: ['malformed-citation'],
      duplicates: ['cited.debate'],
      papers: ['cited.debate'],
    };
    // What the server does is looked at above.
    assert.deepEqual([...commands].sort(), [...Object.keys(runs), 'serve'].sort());
    const tried = await attempts(async (environment, folder) => {
      await writeFile(path.join(folder, 'cited.debate'), TEXT);
      for (const [command, given] of Object.entries(runs)) {
        const args = given.map((each) => (each === 'cited.debate' ? path.join(folder, each) : each));
        const out = await runProcess(['--require', NO_NETWORK, COMMAND, command, ...args], environment);
        assert.notEqual(out, '', command);
      }
    });
    assert.deepEqual(tried, []);
  });
});

/** Runs Node with some arguments; returns what it prints. */
async function runProcess(args: readonly string[], environment: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const [out] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return out;
}
