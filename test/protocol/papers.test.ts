import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CitationOverview, PapersAnswer, WrittenPaper } from '../../server/src/protocol/messages';
import { modern, type TestClient, until } from '../support/languageClient';
import { PaperIndexProcess } from '../support/paperIndexProcess';
import { at, changed, NOTE, sessions, span } from '../support/sessions';

const TEXT = 'claim (Ada): Models flatter.\n  cite: [@perez2022]\n  rebuttal: no, arXiv:2107.03374 arXiv:2107.00000\n';
const BIB = '@misc{perez2022, author = {Perez, Ethan}, title = {Discovering}, year = 2022, eprint = {2212.09251}}';

function ask(client: TestClient, revision: number | null = null): Promise<PapersAnswer | null> {
  return client.request('debateNotes/papers', { revision });
}

/** The papers of an answer, each as `form (author): how often, and how often on which side`, broken references in front. */
function shown(answer: PapersAnswer | null): string[] {
  const papers = answer?.papers.map(({ forms, authorYear, citations, supports, attacks }) => {
    return `${forms.join(' = ')} (${authorYear}): ${citations} +${supports} -${attacks}`;
  });
  return [...(answer?.broken.map(({ written }) => `${written}!`) ?? []), ...(papers ?? [])];
}

function citations(client: TestClient, key: string): Promise<Partial<CitationOverview>[]> {
  return client.request('debateNotes/citations', { key });
}

function write(client: TestClient, place: unknown, format: unknown): Promise<WrittenPaper | null> {
  return client.request('workspace/executeCommand', { command: 'debateNotes.writePaper', arguments: [place, format] });
}

describe('cited papers, over the protocol', function () {
  this.timeout(20_000);
  const { start, workspace } = sessions();

  it('are told with what bibliographies say, those that only the note names, too', async () => {
    const { folder, uri } = await workspace();
    await mkdir(path.join(folder, 'more'));
    await writeFile(path.join(folder, 'more', 'library.bib'), BIB);
    await writeFile(path.join(folder, 'cited.debate'), `---\nbibliography: more/library.bib\n---\n${TEXT}`);
    const client = await start({ capabilities: modern, folders: [uri] });
    const answer = await until(
      'the papers',
      () => ask(client),
      (papers) => shown(papers).some((line) => line.includes('@perez2022')),
    );
    assert.deepEqual(
      shown(answer).filter((line) => /perez|2107/.test(line)),
      ['arXiv:2107.00000!', '@perez2022 (Perez 2022): 1 +1 -0', 'arXiv:2107.03374 (): 1 +0 -1'],
    );
  });

  it('are told again only after a change, and then what is other', async () => {
    const client = await start({ capabilities: {} });
    await client.open(NOTE, TEXT);
    const first = await ask(client);
    assert.ok(first?.isAll && first.papers.length === 2);
    assert.equal(await ask(client, first.revision), null);
    await client.edit(NOTE, 2, { text: `${TEXT}claim: doi:10.1000/182` });
    const second = await ask(client, first.revision);
    assert.deepEqual([second?.isAll, shown(second), second?.gone], [false, ['doi:10.1000/182 (): 1 +1 -0'], []]);
    await client.edit(NOTE, 3, { text: TEXT.replace('rebuttal', 'support') });
    const third = await ask(client, second?.revision);
    assert.deepEqual(shown(third), ['arXiv:2107.00000!', 'arXiv:2107.03374 (): 1 +1 -0']);
    assert.deepEqual(third?.gone, ['doi:10.1000/182']);
    const all = await ask(client, first.revision);
    assert.ok(all?.isAll && all.papers.length === 2, 'who has missed something is told everything');
  });

  it('have places, each with who says what and on which side', async () => {
    const client = await start({ capabilities: {} });
    await client.open(NOTE, TEXT);
    const { papers = [], broken = [] } = (await ask(client)) ?? {};
    const key = papers.find(({ forms }) => forms[0] === 'arXiv:2107.03374')?.key ?? '';
    assert.deepEqual(await citations(client, key), [
      {
        uri: NOTE,
        range: span(2, 16, 2, 32),
        kind: 'rebuttal',
        speaker: null,
        text: 'no, arXiv:2107.03374 arXiv:2107.00000',
        quoted: false,
        sides: [{ does: 'attacks', id: null, text: 'Models flatter.', uri: NOTE, range: span(0, 0, 0, 5) }],
      },
    ]);
    assert.deepEqual(
      (await citations(client, broken[0]?.key ?? '')).map(({ range }) => range),
      [span(2, 33, 2, 49)],
    );
    assert.deepEqual(await citations(client, 'arxiv:0000.00000'), []);
  });

  it('may have changed in a file, which is said to a client that has asked', async () => {
    const { folder, uri, file } = await workspace();
    await writeFile(path.join(folder, 'cited.debate'), TEXT);
    const client = await start({ capabilities: modern, folders: [uri] });
    let told = 0;
    client.connection.onNotification('debateNotes/papersChanged', () => void told++);
    await until(
      'the note',
      () => ask(client),
      (papers) => shown(papers).length > 2,
    );
    await writeFile(path.join(folder, 'refs.bib'), BIB);
    const before = told;
    await changed(client, file('refs.bib'), 1);
    await until(
      'the change',
      () => ask(client),
      (papers) => shown(papers).includes('@perez2022 (Perez 2022): 1 +1 -0'),
    );
    await until(
      'being told',
      () => told,
      (times) => times > before,
    );
  });

  it('are written down, by key or by place', async () => {
    const client = await start({ capabilities: {} });
    await client.open(NOTE, TEXT);
    const { papers } = (await ask(client)) ?? { papers: [] };
    const url = 'https://arxiv.org/abs/2107.03374';
    const bibtex = '@misc{arxiv-2107-03374,\n  eprint = {2107.03374},\n  archiveprefix = {arXiv},\n}\n';
    const key = papers.find(({ forms }) => forms[0] === 'arXiv:2107.03374')?.key;
    assert.deepEqual(await write(client, { key }, 'bibtex'), { text: bibtex, url });
    const { position } = at(NOTE, 2, 20);
    assert.deepEqual(await write(client, { uri: NOTE, position }, 'bibtex'), { text: bibtex, url });
    assert.deepEqual(await write(client, { uri: NOTE, position }, 'reference'), { text: `${url}\n`, url });
    const nowhere = at(NOTE, 0, 0).position;
    for (const [place, format] of [
      [{ uri: NOTE, position: nowhere }, 'bibtex'],
      [{ uri: NOTE, position: { line: 'x' } }, 'bibtex'],
      [{ uri: NOTE, position }, 'html'],
      [{ key: 'arxiv:0000.00000' }, 'bibtex'],
      [null, 'bibtex'],
      ['x', undefined],
    ])
      assert.equal(await write(client, place, format), null);
  });

  it('stand where a client that counts bytes finds them', async () => {
    const client = await start({ capabilities: { general: { positionEncodings: ['utf-8'] } } });
    await client.open(NOTE, 'claim: éé arXiv:2107.03374');
    const [paper] = (await ask(client))?.papers ?? [];
    const [{ range } = {}] = await citations(client, paper?.key ?? '');
    assert.deepEqual(range, { start: { line: 0, character: 12 }, end: { line: 0, character: 28 } });
    assert.equal((await write(client, { uri: NOTE, position: range?.end }, 'reference'))?.url, paper?.url);
    const beyond = { line: 0, character: 11 };
    assert.equal(await write(client, { uri: NOTE, position: beyond }, 'reference'), null);
  });

  it('are looked up by their key, or those of several notes together, and told of then', async () => {
    const index = await PaperIndexProcess.start();
    try {
      const client = await start({
        capabilities: {},
        environment: { DEBATE_NOTES_PAPER_INDEX: index.address },
        initializationOptions: { lookup: { enabled: true } },
      });
      await client.open(NOTE, 'claim: arXiv:2107.03374');
      await client.open('untitled:Untitled-2', 'claim: doi:10.1000/182');
      const before = await ask(client);
      let told = 0;
      client.connection.onNotification('debateNotes/papersChanged', () => void told++);
      const run = (...args: unknown[]) =>
        client.request('workspace/executeCommand', { command: 'debateNotes.lookUp', arguments: args });
      await run(null, before?.papers[0]?.key);
      assert.deepEqual(
        (await index.asked()).map(({ host }) => host),
        ['export.arxiv.org'],
      );
      const after = await ask(client, before?.revision);
      assert.deepEqual(
        after?.papers.map(({ title }) => title),
        ['Paper 2107.03374'],
      );
      assert.equal(told, 1);
      assert.deepEqual(await run('*'), { isOn: true, message: '2 of 2 papers are known.' });
      await client.request('workspace/executeCommand', { command: 'debateNotes.forgetPapers' });
      const forgotten = await ask(client, after?.revision);
      assert.deepEqual(
        forgotten?.papers.map(({ title }) => title),
        [null],
      );
    } finally {
      await index.stop();
    }
  });
});
