import assert from 'node:assert/strict';
import path from 'node:path';
import { inFolder } from '../../support/folders';
import { run } from '../../support/terminal';

const FILES = {
  'a.debate': `claim #c (Ada): Models are honest.
  cite: [@perez2022]
  rebuttal (Bo): They are not: arXiv:2107.03374v2, arXiv:2107.00000
`,
  'b.debate': `---
bibliography: more/library.json
---
> Somebody wrote (arXiv:2212.09251)
claim: More [@chen2021]
`,
  'refs.bib': '@misc{perez2022, author = {Perez, Ethan}, title = {Discovering}, year = 2022, eprint = {2212.09251}}',
  'more/library.json': '[{"id": "chen2021", "type": "book", "title": "Evaluating", "DOI": "10.1000/182"}]',
};

describe('debate-notes papers', () => {
  it('prints every paper with where it is cited, by whom, and for and against what', () =>
    inFolder(FILES, async (folder) => {
      const { exitCode, out, err } = await run(['papers', folder, '--offline']);
      assert.deepEqual([exitCode, err], [0, '']);
      assert.deepEqual(out.replaceAll(`${folder}${path.sep}`, '').split('\n'), [
        'broken: arXiv:2107.00000: paper number 00000 does not exist, the first of a month is 1',
        '  a.debate:3:52 Bo: “They are not: arXiv:2107.03374v2, arXiv:2107.00000” [attacks #c]',
        'unknown: arXiv:2107.03374v2',
        '  a.debate:3:32 Bo: “They are not: arXiv:2107.03374v2, arXiv:2107.00000” [attacks #c]',
        'Perez 2022. Discovering (@perez2022, arXiv:2212.09251)',
        '  a.debate:2:10 Ada: “Models are honest.” [supports #c]',
        '  b.debate:4:19 “More [@chen2021]” (in a quotation)',
        'Evaluating. Evaluating (@chen2021)',
        '  b.debate:5:14 “More [@chen2021]” [supports “More [@chen2021]”]',
        '3 papers cited, 1 of them unknown; 1 broken reference.',
        '',
      ]);
    }));

  it('prints the same as JSON', () =>
    inFolder(FILES, async (folder) => {
      const { out } = await run(['papers', folder, '--format', 'json']);
      const { papers, broken } = JSON.parse(out);
      assert.deepEqual(
        papers.map(({ known, key, forms }: Record<string, unknown>) => [known, key, forms]),
        [
          [false, null, ['arXiv:2107.03374v2']],
          [true, 'perez2022', ['@perez2022', 'arXiv:2212.09251']],
          [true, 'chen2021', ['@chen2021']],
        ],
      );
      const file = path.join(folder, 'a.debate');
      const { citations, ...about } = papers[1];
      assert.deepEqual(about, {
        known: true,
        key: 'perez2022',
        forms: ['@perez2022', 'arXiv:2212.09251'],
        title: 'Discovering',
        authors: ['Ethan Perez'],
        year: 2022,
        venue: null,
        doi: null,
        arxiv: '2212.09251',
        url: 'https://arxiv.org/abs/2212.09251',
        pdf: 'https://arxiv.org/pdf/2212.09251',
      });
      assert.deepEqual(citations[0], {
        file,
        range: { start: { line: 2, column: 10 }, end: { line: 2, column: 20 } },
        kind: 'cite',
        speaker: 'Ada',
        text: 'Models are honest.',
        quoted: false,
        sides: [{ does: 'supports', claim: 'Models are honest.', id: 'c', file, line: 1 }],
      });
      assert.deepEqual(
        broken.map(({ written, reason, meant }: Record<string, unknown>) => [written, reason, meant]),
        [['arXiv:2107.00000', 'paper number 00000 does not exist, the first of a month is 1', null]],
      );
    }));

  it('prints bibliographies, each paper once', () =>
    inFolder(FILES, async (folder) => {
      const { out: bibtex } = await run(['papers', folder, '--format', 'bibtex']);
      assert.deepEqual(bibtex.match(/^@.*/gm), ['@misc{arxiv-2107-03374,', '@misc{perez2022,', '@book{chen2021,']);
      const { out: json } = await run(['papers', folder, '--format', 'csl-json']);
      assert.deepEqual(
        JSON.parse(json).map(({ id }: { id: string }) => id),
        ['arxiv-2107-03374', 'perez2022', 'chen2021'],
      );
    }));

  it('takes bibliographies that no note names, and says which cannot be read', () =>
    inFolder({ 'notes/a.debate': '[@late2024]', 'late.bib': '@misc{late2024, title = {Late}}' }, async (folder) => {
      const args = ['papers', path.join(folder, 'notes'), '--bibliography', path.join(folder, 'late.bib')];
      assert.match((await run(args)).out, /^Late\. Late \(@late2024\)\n/);
      const { exitCode, out, err } = await run([...args, '--bibliography', path.join(folder, 'none.bib')]);
      assert.match(out, /^Late\. Late/);
      assert.match(err, /none\.bib/);
      assert.equal(exitCode, 2);
    }));

  it('prints nothing but the counts where nothing is cited, and fails where nothing is', () =>
    inFolder({ 'a.debate': 'claim: x\n' }, async (folder) => {
      assert.equal((await run(['papers', folder])).out, '0 papers cited, 0 of them unknown; 0 broken references.\n');
      assert.equal((await run(['papers', folder, '--format', 'bibtex'])).out, '');
      assert.equal((await run(['papers', path.join(folder, 'none')])).exitCode, 2);
    }));

  it('prints the beginning of names and titles as long as files, and all of them as JSON', () =>
    inFolder(
      {
        'a.debate': 'claim: One [@a]',
        'refs.bib': `@misc{a, author = {${'Name '.repeat(3000)}}, title = {${'word '.repeat(3000)}}}`,
      },
      async (folder) => {
        const { out } = await run(['papers', folder]);
        const [line = ''] = out.split('\n');
        assert.ok(line.length < 400 && line.endsWith('word… (@a)'), line);
        const { papers } = JSON.parse((await run(['papers', folder, '--format', 'json'])).out);
        assert.equal(papers[0].title.length, 14_999);
      },
    ));

  it('spells control characters out for people', () =>
    inFolder({ 'a.debate': 'claim (\u001b[31mX): x arXiv:2107.03374\n' }, async (folder) => {
      assert.equal((await run(['papers', folder])).out.includes('\u001b'), false);
    }));
});
