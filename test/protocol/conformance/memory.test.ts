import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { modern } from '../../support/languageClient';
import { LinkedClient } from '../../support/linkedClient';
import { MemoryFiles } from '../../support/memoryFiles';
import { converted } from '../../support/unitsOfText';

const EDITS = 10_000;

/** Edits after which all caches are full. */
const WARM = 2000;

/** Bytes that are no growth: what a garbage collector leaves one time and not the next. */
const NOISE = 3 * 2 ** 20;

const NOTES = ['file:///notes/a.debate', 'file:///notes/b.debate'] as const;

const TEXT = Array.from(
  { length: 40 },
  (_, line) =>
    `claim #c${line} (Zoë): 😀 number ${line} of many\n  rebuttal -> b#c${line}: é, see arXiv:2212.0${9000 + line}\n`,
).join('\n');

const BEFORE = TextDocument.create('', 'debate', 0, TEXT);

/** Bytes in use once everything that nobody needs is gone. */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** Types here and there in two notes, each time taking back what was typed before, and asks what editors ask. */
async function type(client: LinkedClient, documents: TextDocument[], from: number, to: number): Promise<void> {
  for (let count = from; count < to; count++) {
    const turn = count >> 1;
    const document = documents[turn % 2] as TextDocument;
    const { uri } = document;
    // Nobody types within a character.
    const sent = converted(BEFORE.positionAt((turn * 7919) % TEXT.length), TEXT, 'utf-16', 'utf-32');
    const start = converted(sent, TEXT, 'utf-32', 'utf-16');
    const typed = ['x', '😀', 'claim: ', '\n'][turn % 4] as string;
    const isTyped = count % 2 === 0;
    const end = isTyped ? start : document.positionAt(document.offsetAt(start) + typed.length);
    const range = { start: sent, end: converted(end, document.getText(), 'utf-16', 'utf-32') };
    const contentChanges = [{ range, text: isTyped ? typed : '' }];
    TextDocument.update(document, [{ range: { start, end }, text: isTyped ? typed : '' }], document.version + 1);
    await client.notify('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges });
    if (count % 40 !== 0) continue;
    const textDocument = { uri };
    await client.request('textDocument/hover', { textDocument, position: { line: 1, character: 8 } });
    await client.request('textDocument/documentSymbol', { textDocument });
    await client.request('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: '1' });
    await client.request('textDocument/diagnostic', { textDocument });
  }
}

describe('ten thousand edits', () => {
  it('leave as much memory in use as two thousand', async function () {
    this.timeout(120_000);
    const client = await LinkedClient.start({
      capabilities: { ...modern, general: { positionEncodings: ['utf-32'] } },
      folders: ['file:///notes'],
      files: new MemoryFiles(NOTES.map((uri) => [uri, TEXT])),
    });
    const documents = NOTES.map((uri) => TextDocument.create(uri, 'debate', 1, TEXT));
    for (const { uri } of documents) await client.open(uri, TEXT);
    await type(client, documents, 0, WARM);
    const before = bytesInUse();
    await type(client, documents, WARM, EDITS);
    const growth = bytesInUse() - before;
    for (const { uri } of documents) assert.equal(client.service.note(uri)?.text, TEXT);
    await client.stop();
    assert.ok(growth < NOISE, `${growth} bytes more than after ${WARM} edits`);
  });
});
