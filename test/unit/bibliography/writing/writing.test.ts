import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Paper, PersonName } from '../../../../server/src/bibliography/paper';
import { unknownPaper } from '../../../../server/src/bibliography/unknownPaper';
import { PAPER_FORMATS, writePapers } from '../../../../server/src/bibliography/writing/registry';
import { identify } from '../../../../server/src/citations/identify';
import { isAccepted, type Reference } from '../../../../server/src/citations/reference';
import { holds } from '../../../support/property';
import { bibtex, cslJson } from '../shown';

function referencesTo(...written: string[]): Reference[] {
  return written.flatMap(identify).flatMap((verdict) => (isAccepted(verdict) ? verdict.reference : []));
}

const PAPER: Paper = {
  key: 'perez2022',
  type: 'paper-conference',
  title: 'Discovering language model behaviors with GPT-4',
  authors: [
    { family: 'Perez', given: 'Ethan' },
    { family: 'van der Berg', given: 'Jan' },
    { family: 'Simon and Sons', given: '' },
  ],
  hasMoreAuthors: true,
  year: 2022,
  venue: 'Findings of ACL',
  volume: '3',
  issue: '2',
  pages: '10-20',
  abstract: 'About 100% of it & more.',
  doi: '10.1000/182',
  arxiv: '2212.09251',
  url: null,
  identifiers: referencesTo('arXiv:2212.09251', 'doi:10.1000/182'),
};

/** What the formats carry of a paper. */
function carried({ title, authors, hasMoreAuthors, year, venue, volume, issue, pages, abstract, arxiv }: Paper) {
  const names = authors.map(({ family, given }) => `${family}, ${given}`);
  return { title, names, hasMoreAuthors, year, venue, volume, issue, pages, abstract, arxiv };
}

/** Texts as a `Paper` has them: a line, nothing around it. LaTeX knows no straight quotes or dashes in a row. */
const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('model', 'GPT-4', 'the', 'AlphaGo', 'Ünïcode', 'и', '模型', 'A', 'and') },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '100%',
          'a_b',
          '{x}',
          '}',
          '{',
          '$x$',
          '\\',
          '\\alpha',
          '#1',
          'R&D',
          '~',
          '^2',
          '@misc{',
          'x,',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.string({ minLength: 1, maxLength: 5 }).map((any) => any.replace(/[\s"'`<>-]/g, '') || 'x'),
      },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => words.join(' ').normalize('NFC'));

const name: fc.Arbitrary<PersonName> = fc.record({
  family: fc.constantFrom('Perez', 'Ünal', 'O’Neill', 'Simon and Sons', 'R&D, Inc.', 'King'),
  given: fc.constantFrom('', 'Ethan', 'J. R.', 'Łukasz'),
});

const paper: fc.Arbitrary<Paper> = fc.record({
  key: fc.constantFrom('a', 'b', null),
  type: fc.constantFrom('article-journal', 'book', 'chapter', 'paper-conference', 'report', 'thesis'),
  title: text,
  authors: fc.array(name, { minLength: 1, maxLength: 4 }),
  hasMoreAuthors: fc.boolean(),
  year: fc.option(fc.integer({ min: 1000, max: 2100 })),
  venue: text,
  volume: fc.option(fc.constantFrom('1', 'abs/1')),
  issue: fc.option(fc.constantFrom('2', 'S1')),
  pages: fc.option(fc.constantFrom('7', '10-20')),
  abstract: fc.option(text),
  doi: fc.constant(null),
  arxiv: fc.constantFrom(null, '2107.03374'),
  url: fc.constant(null),
  identifiers: fc.constant([]),
});

describe('papers written down', () => {
  it('are BibTeX', () =>
    assert.equal(
      writePapers([PAPER], 'bibtex'),
      `@inproceedings{perez2022,
  author = {Perez, Ethan and van der Berg, Jan and {Simon and Sons} and others},
  title = {Discovering language model behaviors with {GPT-4}},
  booktitle = {Findings of ACL},
  year = {2022},
  volume = {3},
  number = {2},
  pages = {10--20},
  eprint = {2212.09251},
  archiveprefix = {arXiv},
  doi = {10.1000/182},
  abstract = {About 100\\% of it \\& more.},
}
`,
    ));

  it('are @misc where an article has appeared nowhere', () => {
    const article = { ...PAPER, type: 'article-journal' };
    assert.match(writePapers([{ ...article, venue: null }], 'bibtex'), /^@misc\{/);
    assert.match(writePapers([article], 'bibtex'), /^@article\{[\s\S]* journal = \{Findings of ACL\}/);
    assert.match(writePapers([{ ...PAPER, type: 'toString' }], 'bibtex'), /^@misc\{/);
  });

  it('are CSL-JSON', () =>
    assert.deepEqual(JSON.parse(writePapers([PAPER], 'csl-json')), [
      {
        id: 'perez2022',
        type: 'paper-conference',
        title: PAPER.title,
        author: [
          { family: 'Perez', given: 'Ethan' },
          { family: 'van der Berg', given: 'Jan' },
          { literal: 'Simon and Sons' },
          { literal: 'others' },
        ],
        issued: { 'date-parts': [[2022]] },
        'container-title': 'Findings of ACL',
        volume: '3',
        issue: '2',
        page: '10-20',
        DOI: '10.1000/182',
        number: 'arXiv:2212.09251',
        URL: 'https://arxiv.org/abs/2212.09251',
        abstract: 'About 100% of it & more.',
      },
    ]));

  it('are a line of a list of references', () =>
    assert.equal(
      writePapers([{ ...PAPER, hasMoreAuthors: false }], 'reference'),
      'Ethan Perez, Jan van der Berg and Simon and Sons (2022). Discovering language model behaviors with GPT-4. ' +
        'Findings of ACL 3(2), 10–20. https://arxiv.org/abs/2212.09251\n',
    ));

  it('are nothing where there are none', () =>
    assert.deepEqual(
      PAPER_FORMATS.map((format) => writePapers([], format)),
      ['', '[]\n', ''],
    ));

  it('have keys of their own, each another', () => {
    const made = { ...PAPER, key: null };
    const papers = [made, PAPER, PAPER, made, unknownPaper(referencesTo('arXiv:hep-th/9901001')), unknownPaper([])];
    const keys = (JSON.parse(writePapers(papers, 'csl-json')) as { id: string }[]).map(({ id }) => id);
    assert.deepEqual(keys, [
      'perez2022discovering',
      'perez2022',
      'perez2022-2',
      'perez2022discovering-2',
      'arxiv-hep-th-9901001',
      'paper',
    ]);
    assert.deepEqual(bibtex(writePapers(papers, 'bibtex')).keys(), keys);
  });

  it('may be known by their identifiers only', () => {
    assert.equal(
      writePapers([unknownPaper(referencesTo('arXiv:2107.03374v2', 'PMID: 29618526'))], 'bibtex'),
      '@misc{arxiv-2107-03374,\n  eprint = {2107.03374},\n  archiveprefix = {arXiv},\n  pmid = {29618526},\n}\n',
    );
    const written = writePapers([unknownPaper(referencesTo('https://x.example/a?b={c}d'))], 'bibtex');
    assert.match(written, /url = \{https:\/\/x\.example\/a\?b=%7Bc%7Dd\}/);
  });

  it('say the same when they are read again as BibTeX', () =>
    holds(paper, (one) => {
      const written = writePapers([one], 'bibtex');
      const read = bibtex(written);
      const [key = ''] = read.keys();
      const again = read.paper(key);
      assert.ok(again, written);
      assert.deepEqual(read.problems(), [], written);
      // The number of a book or a report is not that of an issue.
      const issue = one.type === 'article-journal' ? one.issue : again.issue;
      assert.deepEqual(carried(again), { ...carried(one), issue }, written);
    }));

  it('say the same when they are read again as CSL-JSON', () =>
    holds(paper, (one) => {
      const written = writePapers([one], 'csl-json');
      const read = cslJson(written);
      const again = read.paper(read.keys()[0] ?? '');
      assert.ok(again, written);
      assert.deepEqual(carried(again), carried(one), written);
      assert.equal(again.type, one.type);
    }));
});
