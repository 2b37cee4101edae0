import assert from 'node:assert/strict';
import { authorsOf, bibtex, fixture, identifiersOf, problemsOf } from './shown';

const QUIRKS = fixture('quirks.bib');
const quirks = bibtex(QUIRKS);

/** Expects what is known of an entry of the fixture. */
function check(
  key: string,
  expected: Partial<Record<'type' | 'title' | 'authors' | 'venue' | 'pages', string | null>> & { year?: number | null },
) {
  const paper = quirks.paper(key);
  assert.ok(paper, key);
  const found = { ...paper, authors: authorsOf(paper) };
  for (const [field, value] of Object.entries(expected))
    assert.equal(found[field as 'title'], value, `${key}: ${field}`);
}

describe('a BibTeX file with quirks', () => {
  it('has these entries, each key once', () =>
    assert.deepEqual(quirks.keys(), [
      ...['perez2022', 'chen2021', 'round1999', 'clrs', 'procs2019', 'child2019', 'house', 'shared2020'],
      ...['loop-a', 'loop-b', 'loop-self', 'dblp:journals/corr/abs-1706-03762', 'müller_2020:x+y', 'notes2018'],
      ...['noauthor', 'nocomma2015', 'fieldcomma2016', 'strange2017', 'early2014', 'unclosed2013', 'after2012'],
      ...['emptyfields', 'onlykey', 'numbers1', 'last2011'],
    ]));

  it('has these faults', () =>
    assert.deepEqual(problemsOf(quirks, QUIRKS), [
      'nocomma2015 (90): a comma is missing behind its key',
      'fieldcomma2016 (95): a comma is missing behind title',
      '- (107): this entry has no key',
      '- (108): this entry has no key',
      'perez2022 (110): another entry has its key',
      'early2014 (112): its entry ends too early, there is a closing bracket too many',
      'unclosed2013 (114): its entry has no end: a closing bracket is missing',
      'last2011 (124): its entry has no end: a closing bracket is missing',
    ]));

  it('says where each entry stands', () => {
    const place = quirks.place('chen2021');
    assert.ok(place);
    assert.equal(QUIRKS.slice(place.key.start, place.key.end), 'chen2021');
    assert.match(QUIRKS.slice(place.entry.start, place.entry.end), /^@article \{ chen2021 ,[^@]*\}$/);
    assert.equal(quirks.keyAt(place.key.start), 'chen2021');
    assert.equal(quirks.keyAt(place.entry.start - 1), null);
    assert.equal(quirks.keyAt(0), null);
    assert.equal(quirks.place('nobody'), null);
  });

  it('gives the names of authors, accents and particles included', () => {
    check('perez2022', { authors: 'Perez, Ethan; Ringer, Sam; Lukošiūtė, Kamilė …' });
    check('chen2021', { authors: 'Chen, Mark; Tworek, Jerry; OpenAI; Pondé de Oliveira Pinto, Henrique' });
    check('child2019', { authors: 'van der Berg, Jan; Smith Jr., John' });
    check('round1999', { authors: 'König, Jürgen' });
    check('notes2018', { authors: 'The Quirk Group' });
    check('procs2019', { authors: 'Itor, Ed' });
  });

  it('puts in what @string stands for, whatever the order, and joins', () =>
    check('perez2022', {
      venue: 'Annual Meeting of the Association for Computational Linguistics (Findings)',
      year: 2022,
    }));

  it('takes fields over by crossref and xdata, and ends when they go round', () => {
    check('child2019', { venue: 'Proceedings of the Workshop on Quirks', year: 2019, pages: '1-10' });
    check('shared2020', { venue: 'Shared House', year: 2020 });
    check('loop-a', { title: 'Loop A' });
    check('loop-self', { title: 'Loop Alone' });
    assert.equal(quirks.summary('child2019')?.year, '2019');
  });

  it('takes the title of a book over to its parts, however the parent has it', () => {
    const child = (type: string) => `@${type}{child, title = {Child}, crossref = {parent}}\n`;
    const cases = [
      [`${child('inproceedings')}@proceedings{parent, booktitle = {Book}, publisher = {P}}`, 'Book'],
      [`${child('InProceedings')}@proceedings{parent, title = {Long Title}, booktitle = {Book}}`, 'Book'],
      [`${child('incollection')}@book{parent, title = {Book}, publisher = {P}}`, 'Book'],
      [`${child('conference')}@proceedings{parent, crossref = {top}}\n@proceedings{top, booktitle = {Book}}`, 'Book'],
      [
        `@inproceedings{child, booktitle = {Own}, crossref = {parent}}\n@proceedings{parent, booktitle = {Book}}`,
        'Own',
      ],
      [`${child('inproceedings')}@inproceedings{parent, title = {Brother}, publisher = {P}}`, 'P'],
    ] as const;
    for (const [text, venue] of cases) assert.equal(bibtex(text).paper('child')?.venue, venue, text);
  });

  it('reads accents on nothing', () => {
    const title = (written: string) => bibtex(`@misc{a, title = {${written}}}`).paper('a')?.title;
    assert.equal(title('A\\"{}b \\v{}c \\\'{ }d \\c {}e'), 'Ab c d e');
    assert.equal(title('\\~{}ann and 2\\^{}3, \\~n \\^{o}'), '~ann and 2^3, ñ ô');
  });

  it('gives no year where there is a longer number', () => {
    for (const year of ['12345', '99999999999999999999']) {
      const bibliography = bibtex(`@misc{a, year = ${year}}`);
      assert.equal(bibliography.paper('a')?.year, null);
      assert.equal(bibliography.summary('a')?.year, year);
    }
  });

  it('reads titles without their LaTeX', () => {
    check('chen2021', { title: 'Evaluating Large Language Models Trained on “Code”' });
    check('müller_2020:x+y', { title: 'Größe, Schräge & 50% of x² — https://example.org/a_b', type: 'webpage' });
    check('round1999', { title: 'In round brackets (and more)', venue: 'A (small) journal' });
    check('numbers1', { title: '42', year: 1984 });
  });

  it('reads of a faulty entry what can be read', () => {
    check('nocomma2015', { title: 'The Comma behind the Key Is Missing', year: 2015 });
    check('fieldcomma2016', { title: 'A Comma behind a Field Is Missing', year: 2016, authors: 'Doe, Jane' });
    check('strange2017', { title: 'An Environment quote without end, and', year: null });
    check('early2014', { title: 'Closed Too Early', year: null });
    check('unclosed2013', { title: 'This Entry Has no End' });
    check('after2012', { title: 'What Comes after a Broken Entry', year: 2012 });
    check('emptyfields', { title: null, authors: '', year: null });
    check('last2011', { title: null });
  });

  it('is asked for papers by what else they are called', () => {
    const key = (kind: 'arxiv' | 'doi' | 'pmid' | 'isbn' | 'lw', id: string) => quirks.paperCitedAs({ kind, id })?.key;
    assert.equal(key('arxiv', '2212.09251'), 'perez2022');
    assert.equal(key('arxiv', '2107.03374'), 'chen2021');
    assert.equal(key('arxiv', '1706.03762'), 'dblp:journals/corr/abs-1706-03762');
    assert.equal(key('doi', '10.1000/abc_def'), 'child2019');
    assert.equal(key('doi', '10.1000/182'), 'notes2018');
    assert.equal(key('pmid', '29618526'), 'notes2018');
    assert.equal(key('isbn', '9780262032933'), 'clrs');
    assert.equal(key('lw', 'uMQ3cqWDPHhjtiesc'), 'müller_2020:x+y');
    assert.equal(key('arxiv', '2212.09252'), undefined);
  });

  it('names a publisher whose name could be two', () =>
    assert.equal(bibtex('@book{a, publisher = {Simon and Schuster}}').paper('a')?.venue, 'Simon and Schuster'));

  it('keeps nothing of HTML, and one line of an abstract', () =>
    assert.equal(
      quirks.paper('müller_2020:x+y')?.abstract,
      'First line. Second paragraph with HTML and [a link](command:run) in it.',
    ));
});

describe('identifiers of an entry', () => {
  /** Expects the identifiers of an entry with these fields. */
  function checkIds(fields: string, ...expected: string[]) {
    const paper = bibtex(`@misc{a, ${fields}}`).paper('a');
    assert.ok(paper);
    assert.deepEqual(identifiersOf(paper), expected);
  }

  it('come from eprint, whatever the archive is called', () => {
    checkIds('eprint = {2107.03374}', 'arxiv:2107.03374');
    checkIds('eprint = {arXiv:2107.03374v2}, eprinttype = {arxiv}', 'arxiv:2107.03374');
    checkIds('eprint = {hep-th/9901001}, archivePrefix = {arXiv}', 'arxiv:hep-th/9901001');
    checkIds('arxivId = {2107.03374}', 'arxiv:2107.03374');
    checkIds('eprint = {29618526}, eprinttype = {pubmed}', 'pmid:29618526');
    checkIds('eprint = {2107.03374}, eprinttype = {jstor}');
    checkIds('eprint = {https://example.org/paper.pdf}');
  });

  it('come from doi, bare or as an address, with what LaTeX escapes', () => {
    checkIds('doi = {10.1000/ABC}', 'doi:10.1000/abc');
    checkIds('doi = {https://doi.org/10.1000/a\\_b}', 'doi:10.1000/a_b');
    checkIds('doi = {doi:10.1000/182}', 'doi:10.1000/182');
    checkIds('doi = {10.48550/arXiv.2107.03374}', 'arxiv:2107.03374');
    checkIds('doi = {10.18653/v1/N19-1423}', 'acl:N19-1423');
    checkIds('doi = {nonsense}');
  });

  it('come from the fields where people put them', () => {
    checkIds('journal = {arXiv preprint arXiv:2107.03374}', 'arxiv:2107.03374');
    checkIds('journal = {CoRR}, volume = {abs/2107.03374}', 'arxiv:2107.03374');
    checkIds('note = {arXiv: 2107.03374 [cs]}', 'arxiv:2107.03374');
    checkIds('howpublished = {\\url{https://openreview.net/forum?id=yHYZaQ0Zvml}}', 'openreview:yHYZaQ0Zvml');
    checkIds('url = {https://example.org/a}', 'url:https://example.org/a');
    checkIds('note = {\\url{https://example.org/a}}, journal = {Nature}, volume = {12}');
    checkIds('isbn = {0-262-03293-7, 978-0-262-03384-8}', 'isbn:9780262032933', 'isbn:9780262033848');
  });

  it('are those of the field that says it first, version included', () => {
    const paper = bibtex('@misc{a, eprint = {2107.03374}, url = {https://arxiv.org/abs/2107.03374v2}}').paper('a');
    assert.deepEqual(
      paper?.identifiers.map(({ version }) => version),
      [null],
    );
  });

  it('are each there once, the surest first', () =>
    checkIds(
      'eprint = {2107.03374}, doi = {10.1000/182}, url = {https://arxiv.org/abs/2107.03374v2}',
      'arxiv:2107.03374',
      'doi:10.1000/182',
    ));
});
