import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentHighlight,
  Hover,
  Location,
} from 'vscode-languageserver-protocol';
import { modern, type TestClient, until } from '../support/languageClient';
import { at, changed, NOTE, sessions, span } from '../support/sessions';

const SAID = 'Nobody pays a judge for having been persuaded by the better speaker.';
const WRONG = SAID.replace('persuaded', 'convinced');

describe('quotations over the protocol', () => {
  const { start, workspace } = sessions();

  /** A client with a folder in which one note, which is not open, says it. */
  async function opened(): Promise<{ client: TestClient; source: string; write: (text: string) => Promise<void> }> {
    const { uri, folder, file } = await workspace();
    const write = (text: string) => writeFile(path.join(folder, 'said.debate'), text);
    await write(`\nclaim #judge (Ada): ${SAID}\n`);
    const client = await start({
      capabilities: { ...modern, workspace: { workspaceEdit: { documentChanges: true } } },
      folders: [uri],
    });
    return { client, source: file('said.debate'), write };
  }

  it('say whose words they are, and lead to them in a file that is not open', async () => {
    const { client, source } = await opened();
    await client.open(NOTE, `> ${SAID}\n`);
    const hover = await until(
      'the folder to be read',
      () => client.request<Hover | null>('textDocument/hover', at(NOTE, 0, 20)),
      (answer) => answer !== null,
    );
    assert.deepEqual(hover?.range, span(0, 2, 0, SAID.length + 1));
    assert.match(JSON.stringify(hover?.contents), /\*\*Quotes\*\* the claim by Ada .*said, line 2.*, word for word/);
    const place = { uri: source, range: span(1, 20, 1, 19 + SAID.length) };
    for (const method of ['textDocument/definition', 'textDocument/declaration'])
      assert.deepEqual(await client.request<Location[]>(method, at(NOTE, 0, 20)), [place]);
  });

  it('are highlighted with what they quote', async () => {
    const client = await start();
    await client.open(NOTE, `${SAID}\n\n> ${SAID}\n`);
    assert.deepEqual(await client.request<DocumentHighlight[]>('textDocument/documentHighlight', at(NOTE, 2, 5)), [
      { range: span(0, 0, 0, SAID.length - 1), kind: 3 },
      { range: span(2, 2, 2, SAID.length + 1), kind: 2 },
    ]);
  });

  it('misquote, until their words or those of the source are others', async () => {
    const { client, source, write } = await opened();
    await client.open(NOTE, `> ${WRONG}\n`);
    const misquotations = async () =>
      (await client.diagnostics(NOTE)).filter(({ code }: Diagnostic) => code === 'misquotation');
    const [found] = await until('a misquotation', misquotations, (list) => list.length === 1);
    assert.match(String(found?.message), /what Ada says in said\.debate, line 2 .*“convinced” for “persuaded”/);
    assert.deepEqual(
      found?.relatedInformation?.map(({ location }) => location.uri),
      [source],
    );
    const [fix] = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: NOTE },
      range: span(0, 4, 0, 4),
      context: { diagnostics: [], only: ['quickfix'] },
    });
    assert.equal(fix?.title, 'Restore the original words');
    assert.deepEqual(fix?.edit?.documentChanges, [
      {
        textDocument: { uri: NOTE, version: 1 },
        edits: [{ range: span(0, 38, 0, 47), newText: 'persuaded' }],
      },
    ]);
    const before: DocumentDiagnosticReport = await client.pull(NOTE);
    await write(`\nclaim #judge (Ada): ${WRONG}\n`);
    await changed(client, source, 2);
    await until('no misquotation', misquotations, (list) => list.length === 0);
    assert.notEqual((await client.pull(NOTE)).resultId, before.resultId);
  });

  it('are looked at again when a note changes that the client has open and does not ask about', async () => {
    const client = await start({
      capabilities: { ...modern, workspace: { ...modern.workspace, diagnostics: { refreshSupport: true } } },
    });
    const told = () => client.asked.filter((method) => method === 'workspace/diagnostic/refresh').length;
    await client.open('untitled:said', `claim: ${SAID}\n`);
    await client.open(NOTE, `> ${SAID}\n`);
    await until('the first two to be told of', told, (count) => count >= 1);
    assert.deepEqual(await client.diagnostics(NOTE), []);
    const before = told();
    await client.edit('untitled:said', 2, { text: `claim: ${WRONG}\n` });
    await until('a refresh', told, (count) => count > before);
    assert.equal((await client.diagnostics(NOTE)).length, 1);
    // Nor does it help the one that the client has asked about the other after its edit.
    const after = told();
    await client.edit('untitled:said', 3, { text: `claim: ${SAID}\n` });
    await client.diagnostics('untitled:said');
    await until('another refresh', told, (count) => count > after);
    assert.deepEqual(await client.diagnostics(NOTE), []);
  });

  it('give a reply its target, and the statement in another note an id', async () => {
    const { client, source, write } = await opened();
    await write(`\nclaim (Ada): ${SAID}\n`);
    await changed(client, source, 2);
    const { uri } = { uri: source.replace('said.debate', 'reply.debate') };
    await client.open(uri, `question: Why?\nrebuttal: No.\n  > ${SAID}\n`);
    const offered = () =>
      client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: span(1, 4, 1, 4),
        context: { diagnostics: [], only: ['refactor.rewrite.target'] },
      });
    const [offer] = await until('an offer', offered, (list) => list[0]?.title.includes('#nobody') === true);
    assert.deepEqual(
      offer?.edit?.documentChanges?.map((change) => 'edits' in change && [change.textDocument.uri, change.edits]),
      [
        [uri, [{ range: span(1, 8, 1, 8), newText: ' -> said#nobody-pays-judge' }]],
        [source, [{ range: span(1, 5, 1, 5), newText: ' #nobody-pays-judge' }]],
      ],
    );
  });
});
