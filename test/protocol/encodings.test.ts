import assert from 'node:assert/strict';
import type { ClientCapabilities, Position, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { modern, until } from '../support/languageClient';
import { LinkedClient } from '../support/linkedClient';
import { MemoryFiles } from '../support/memoryFiles';
import { type Asked, answersAbout, answersAt, answersOfAll } from '../support/questions';
import { span } from '../support/sessions';
import type { Unit } from '../support/unitsOfText';

const UNITS = ['utf-16', 'utf-8', 'utf-32'] as const;

const A = 'file:///notes/a.debate';
const B = 'file:///notes/b.debate';
const REFS = 'file:///notes/refs.bib';
const OPEN = 'untitled:Untitled-1';

/** Every line has characters that the units count otherwise, in front of what answers are about. */
const NOTES: Readonly<Record<string, string>> = {
  [A]: [
    '# 😀 Ordnung — Übersicht',
    'claim #é (Zoë): 😀 Größere Modelle täuschen öfter; siehe https://arxiv.org/abs/2212.09251v1 “😀”.',
    '  rebuttal #漢字 (שרה) -> #é: 😀😀 nicht so [[#é]] und arXiv:2212.09251, 10.1000/xyz123.\r\n  undercut (Zoë) -> #é, b#ü: 😀',
    'question (Zoë): 😀?\r  answer (שרה): é',
    '<!-- é debate-disable-next-line unsupported-claim --> ',
    'clain #é: 😀 twice',
    '',
  ].join('\n'),
  [B]: 'see [@key] and é @{key}\n\n😀 prose é\nclaim #ü (Zoë): 😀 b\n  support -> a#é: 😀😀 und [[a#漢字]] é\n',
};

/** What stands between entries is a comment. */
const BIBLIOGRAPHY = 'ö 😀 @article{key, title = {Ä}, year = 2020}\n';

/** A client that counts as it is told, with one note open and the others in files. */
async function client(unit: Unit, capabilities: ClientCapabilities = modern): Promise<LinkedClient & Asked> {
  const texts = new Map([...Object.entries(NOTES), [REFS, BIBLIOGRAPHY]]);
  const linked = await LinkedClient.start({
    capabilities: {
      ...capabilities,
      general: { positionEncodings: [unit, 'utf-16'] },
      textDocument: {
        ...capabilities.textDocument,
        definition: { linkSupport: true },
        completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
      },
    },
    initializationOptions: {
      inlayHints: { labels: 'all', targets: true },
      commands: { showReferences: 'show.references' },
    },
    folders: ['file:///notes'],
    files: new MemoryFiles(texts),
  });
  await until(
    'the notes in files',
    () => linked.request<unknown[]>('workspace/symbol', { query: '' }),
    (found) => found.length > 6,
  );
  return Object.assign(linked, { unit, textOf: (uri: string) => texts.get(uri) });
}

/** Every third place of a text, and every id. */
function somePositions(text: string): Position[] {
  return text.split(/\r\n|\r|\n/).flatMap((row, line) => {
    const characters = [...row.matchAll(/./gu)].map(({ index }) => index);
    return characters.filter((at) => at % 3 === 0 || row[at] === '#').map((character) => ({ line, character }));
  });
}

describe('a client that counts characters its own way', () => {
  const running: LinkedClient[] = [];
  const start = async (unit: Unit, capabilities?: ClientCapabilities) => {
    const one = await client(unit, capabilities);
    running.push(one);
    return one;
  };
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('is told how both count', async () => {
    for (const unit of UNITS) {
      const { initialized } = await start(unit);
      assert.equal(initialized.capabilities.positionEncoding, unit);
    }
  });

  it('has the same answers as any other, of notes that are open and of those that are not', async () => {
    const [utf16, ...others] = await Promise.all(UNITS.map((unit) => start(unit)));
    assert.ok(utf16);
    for (const one of [utf16, ...others]) await one.open(A, NOTES[A] ?? '');
    for (const uri of [A, B]) {
      const expected = await answersAbout(utf16, uri);
      for (const other of others) assert.deepEqual(await answersAbout(other, uri), expected, other.unit);
      for (const position of somePositions(NOTES[uri] ?? '')) {
        const there = await answersAt(utf16, uri, position);
        for (const other of others)
          assert.deepEqual(await answersAt(other, uri, position), there, `${other.unit} ${JSON.stringify(position)}`);
      }
    }
    const ofAll = await answersOfAll(utf16, A, 'file:///notes/sub/c.debate');
    for (const other of others) assert.deepEqual(await answersOfAll(other, A, 'file:///notes/sub/c.debate'), ofAll);
  });

  it('is told again of problems and tokens that move in its unit only', async () => {
    const utf8 = await start('utf-8');
    const textDocument = { uri: OPEN };
    await utf8.open(OPEN, 'prose e arXiv:2113.01234\n');
    const pull = (previousResultId?: string) =>
      utf8.request<{ kind: string; resultId: string; items: { range: unknown }[] }>('textDocument/diagnostic', {
        textDocument,
        previousResultId,
      });
    const tokensOf = (text: string) => `claim: ${text} arXiv:2212.09251\n`;
    const first = await pull();
    assert.ok(first.items.length > 0, 'a malformed citation is found');
    assert.equal((await pull(first.resultId)).kind, 'unchanged');
    await utf8.notify('textDocument/didChange', {
      textDocument: { uri: OPEN, version: 2 },
      contentChanges: [{ range: span(0, 6, 0, 7), text: 'é' }],
    });
    const moved = await pull(first.resultId);
    assert.deepEqual([moved.kind, moved.items[0]?.range], ['full', span(0, 9, 0, 25)]);

    await utf8.notify('textDocument/didChange', {
      textDocument: { uri: OPEN, version: 3 },
      contentChanges: [{ text: tokensOf('e') }],
    });
    const before = await utf8.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    await utf8.notify('textDocument/didChange', {
      textDocument: { uri: OPEN, version: 4 },
      contentChanges: [{ range: span(0, 7, 0, 8), text: 'é' }],
    });
    const delta = await utf8.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: before.resultId,
    });
    const data = [...before.data];
    for (const { start, deleteCount, data: inserted = [] } of delta.edits) data.splice(start, deleteCount, ...inserted);
    assert.deepEqual(data.slice(5, 8), [0, 10, 16]);
  });

  it('edits notes that it has not open where they are meant', async () => {
    const utf8 = await start('utf-8');
    await utf8.open(A, NOTES[A] ?? '');
    const position = { line: 1, character: 8 };
    const edit = await utf8.request<{
      documentChanges: { textDocument: { uri: string }; edits: { range: unknown }[] }[];
    }>('textDocument/rename', { textDocument: { uri: A }, position, newName: 'x' });
    const inB = edit.documentChanges.find(({ textDocument }) => textDocument.uri === B);
    assert.deepEqual(
      inB?.edits.map(({ range }) => range),
      [span(4, 15, 4, 17)],
    );
  });

  it('is pushed problems in its unit, and the places that belong to them', async () => {
    const pushed: { uri: string; diagnostics: { range: unknown; relatedInformation?: unknown }[] }[] = [];
    const linked = await LinkedClient.start({ capabilities: { general: { positionEncodings: ['utf-32'] } } });
    running.push(linked);
    linked.connection.onNotification('textDocument/publishDiagnostics', (push) => void pushed.push(push));
    await linked.open(OPEN, 'claim #a: 😀\n  support: x\n<!-- 😀 --> \nclaim #a: 😀\n  support: x\n');
    const { diagnostics } = (await until(
      'the push',
      () => pushed.at(-1),
      (push) => push !== undefined,
    )) ?? { diagnostics: [] };
    assert.deepEqual(
      diagnostics.map(({ range }) => range),
      [span(3, 6, 3, 8)],
    );
  });
});
