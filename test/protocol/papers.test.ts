import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PapersAnswer, WrittenPaper } from '../../server/src/protocol/messages';
import { modern, type TestClient, until } from '../support/languageClient';
import { PaperIndexProcess } from '../support/paperIndexProcess';
import { at, changed, NOTE, sessions } from '../support/sessions';

const TEXT = 'claim (Ada): Models flatter.\n  cite: [@perez2022]\n  rebuttal: no, arXiv:2107.03374 arXiv:2107.00000\n';
const BIB = '@misc{perez2022, author = {Perez, Ethan}, title = {Discovering}, year = 2022, eprint = {2212.09251}}';

function ask(client: TestClient, revision: number | null = null): Promise<PapersAnswer | null> {
  return client.request('debateNotes/papers', { revision });
}

/** The papers of an answer, each as `form (author): how often and on which side`, broken references in front. */
function shown(answer: PapersAnswer | null): string[] {
  const papers = answer?.papers.map(({ forms, authorYear, citations }) => {
    const cited = citations.map(({ sides }) => sides.map(({ does }) => does).join('+') || '-');
    return `${forms.join(' = ')} (${authorYear}): ${cited.join(', ')}`;
  });
  return [...(answer?.broken.map(({ written }) => `${written}!`) ?? []), ...(papers ?? [])];
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
      ['arXiv:2107.00000!', 'arXiv:2107.03374 (): attacks', '@perez2022 (Perez 2022): supports'],
    );
  });

  it('are told again only after a change', async () => {
    const client = await start({ capabilities: {} });
    await client.open(NOTE, TEXT);
    const first = await ask(client);
    assert.ok(first);
    assert.equal(await ask(client, first.revision), null);
    await client.edit(NOTE, 2, { text: 'claim: doi:10.1000/182' });
    assert.deepEqual(shown(await ask(client, first.revision)), ['doi:10.1000/182 (): supports']);
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
    told = 0;
    await writeFile(path.join(folder, 'refs.bib'), BIB);
    await changed(client, file('refs.bib'), 1);
    await until(
      'the change',
      () => told,
      (times) => times > 0,
    );
    assert.ok(shown(await ask(client)).includes('@perez2022 (Perez 2022): supports'));
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
    const { range } = paper?.citations[0] ?? {};
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
        [null, 'Paper 2107.03374'],
      );
      assert.equal(told, 1);
      assert.deepEqual(await run([NOTE, 'untitled:Untitled-2']), { isOn: true, message: '2 of 2 papers are known.' });
      await client.request('workspace/executeCommand', { command: 'debateNotes.forgetPapers' });
      const forgotten = await ask(client, after?.revision);
      assert.deepEqual(
        forgotten?.papers.map(({ title }) => title),
        [null, null],
      );
    } finally {
      await index.stop();
    }
  });
});
