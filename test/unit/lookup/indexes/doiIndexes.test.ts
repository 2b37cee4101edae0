import assert from 'node:assert/strict';
import { crossref } from '../../../../server/src/lookup/indexes/crossref';
import { datacite } from '../../../../server/src/lookup/indexes/datacite';
import { openalex } from '../../../../server/src/lookup/indexes/openalex';
import type { PaperIndex } from '../../../../server/src/lookup/indexes/paperIndex';
import { crossrefWork } from '../../../support/indexAnswers';
import { checkMisread, checkPaper, namesOf, papersIn } from './checkIndex';

const DOI = '10.1000/182';

function only(index: PaperIndex, value: unknown) {
  const paper = papersIn(index, JSON.stringify(value), DOI)[DOI];
  assert.ok(paper);
  return paper;
}

describe('the index of Crossref', () => {
  it('is asked by the DOI, and told the address that the user wants told', () => {
    assert.equal(
      crossref.path(['10.1000/a b?c#d/../e;<f>%'], null),
      '/works/10.1000%2Fa%20b%3Fc%23d%2F..%2Fe%3B%3Cf%3E%25',
    );
    assert.equal(crossref.path([DOI], 'me+x@host.example'), '/works/10.1000%2F182?mailto=me%2Bx%40host.example');
  });

  it('is asked for DOIs, and for the DOIs that the ACL has given its papers', () => {
    const cases = [
      [{ kind: 'doi', id: DOI }, DOI],
      [{ kind: 'acl', id: '2020.acl-main.463' }, '10.18653/v1/2020.acl-main.463'],
      [{ kind: 'acl', id: 'P19-1001' }, '10.18653/v1/p19-1001'],
      [{ kind: 'acl', id: 'P05-1001' }, null],
      [{ kind: 'arxiv', id: '2107.03374' }, null],
      [{ kind: 'url', id: 'https://notes.example/private' }, null],
      [{ kind: 'citekey', id: 'perez2022' }, null],
    ] as const;
    for (const index of [crossref, datacite, openalex])
      for (const [reference, id] of cases) assert.equal(index.idOf(reference), id, JSON.stringify(reference));
  });

  it('tells a title, names, the year and more', () => {
    const work = crossrefWork('10.1000/182', {
      title: ['The <i>Best</i> of   two &amp; more'],
      subtitle: ['A <jats:italic>Study</jats:italic>'],
      author: [
        { given: 'Ada', family: 'Lovelace', sequence: 'first' },
        { family: 'King', given: 'M. L.', suffix: 'Jr.' },
        { name: 'The Group', sequence: 'additional' },
        { ORCID: 'x' },
      ],
      issued: { 'date-parts': [[2020, 5]] },
      'container-title': ['Journal of Examples'],
      volume: '7',
      issue: '3',
      page: '1-9',
      abstract:
        '<jats:title>Abstract</jats:title><jats:p>We show that a &lt; b, and a < b.</jats:p>\n<jats:p>So.</jats:p>',
    });
    checkPaper(crossref, JSON.stringify(work), DOI, {
      type: 'article-journal',
      title: 'The Best of two & more: A Study',
      year: 2020,
      venue: 'Journal of Examples',
      volume: '7',
      issue: '3',
      pages: '1-9',
      abstract: 'Abstract We show that a < b, and a < b. So.',
      doi: DOI,
      url: 'https://doi.org/10.1000/182',
    });
    assert.deepEqual(namesOf(only(crossref, work)), ['Lovelace, Ada', 'King Jr., M. L.', 'The Group']);
  });

  it('tells what it has, and nothing of what has another shape', () => {
    const odd = crossrefWork(DOI, {
      author: { family: 'x' },
      issued: { 'date-parts': [[null]] },
      volume: 7,
      abstract: ['x'],
      type: 'unheard-of',
      page: null,
    });
    const paper = only(crossref, odd);
    assert.deepEqual([paper.authors, paper.year, paper.volume, paper.abstract], [[], null, null, null]);
    assert.equal(paper.type, 'document');
  });

  it('is cut where it is longer than anybody reads', () => {
    const author = Array.from({ length: 5000 }, (_, i) => ({ family: `Author${i}`, given: 'A.' }));
    const paper = only(crossref, crossrefWork(DOI, { author, abstract: 'x'.repeat(1e6), title: ['y'.repeat(1e5)] }));
    assert.deepEqual(
      [paper.authors.length, paper.hasMoreAuthors, paper.abstract?.length, paper.title?.length],
      [300, true, 20_000, 2000],
    );
    const fewer = only(crossref, crossrefWork(DOI, { author: author.slice(0, 300) }));
    assert.deepEqual([fewer.authors.length, fewer.hasMoreAuthors], [300, false]);
  });

  it('is not understood in any other form', () => {
    checkMisread(crossref, '{"message":{"DOI"', DOI, 'malformed');
    checkMisread(crossref, '<html>', DOI, 'malformed');
    for (const shape of ['null', '[]', '"x"', '{}', '{"message":null}', '{"message":{"DOI":"10.1000/182"}}'])
      checkMisread(crossref, shape, DOI, 'another-shape');
    checkMisread(crossref, JSON.stringify(crossrefWork(DOI, { title: [] })), DOI, 'another-shape');
    checkMisread(crossref, JSON.stringify(crossrefWork('10.1000/183')), DOI, 'another-paper');
    checkMisread(crossref, '['.repeat(500_000), DOI, 'malformed');
    checkMisread(crossref, `{"message":${'['.repeat(1e5)}${']'.repeat(1e5)}}`, DOI, 'another-shape');
  });
});

describe('the index of DataCite', () => {
  const attributes = {
    doi: '10.1000/182',
    titles: [{ title: 'A dataset' }, { title: 'Ein Datensatz', titleType: 'TranslatedTitle' }],
    creators: [
      { name: 'Lovelace, Ada', nameType: 'Personal', givenName: 'Ada', familyName: 'Lovelace' },
      { name: 'Hopper, Grace' },
      { name: 'Karl Marx' },
      { name: 'Institute of Notes, Berlin', nameType: 'Organizational' },
      {},
    ],
    publisher: 'Zenodo',
    publicationYear: 2019,
    types: { citeproc: 'dataset' },
    container: { title: 'Series', volume: '2', firstPage: '3', lastPage: '8' },
    descriptions: [
      { description: 'How', descriptionType: 'Methods' },
      { description: '<p>What</p>', descriptionType: 'Abstract' },
    ],
  };

  it('is asked by the DOI alone', () => {
    assert.equal(datacite.path([DOI], 'me@host.example'), '/dois/10.1000%2F182');
  });

  it('tells a title, names, the year and more', () => {
    const text = JSON.stringify({ data: { id: DOI, type: 'dois', attributes } });
    checkPaper(datacite, text, DOI, {
      type: 'dataset',
      title: 'A dataset',
      year: 2019,
      venue: 'Series',
      volume: '2',
      pages: '3-8',
      abstract: 'What',
    });
    const paper = papersIn(datacite, text, DOI)[DOI];
    assert.ok(paper);
    assert.deepEqual(namesOf(paper), ['Lovelace, Ada', 'Hopper, Grace', 'Marx, Karl', 'Institute of Notes, Berlin']);
    const plain = { ...attributes, container: {}, publisher: { name: 'Dryad' }, publicationYear: '2018' };
    checkPaper(datacite, JSON.stringify({ data: { attributes: plain } }), DOI, { venue: 'Dryad', year: 2018 });
  });

  it('is not understood in any other form', () => {
    checkMisread(datacite, '{"errors":[{"status":"404"}]}', DOI, 'another-shape');
    checkMisread(datacite, '{"data":', DOI, 'malformed');
    checkMisread(datacite, JSON.stringify({ data: { attributes } }), '10.1000/1', 'another-paper');
  });
});

describe('the index of OpenAlex', () => {
  const work = {
    id: 'https://openalex.org/W1',
    doi: 'https://doi.org/10.1000/182',
    title: 'A work',
    type: 'article',
    authorships: [
      { author: { display_name: 'Ada Lovelace' } },
      { author: {}, raw_author_name: 'Ludwig van Beethoven' },
      {},
    ],
    publication_year: 1999,
    primary_location: { source: { display_name: 'A journal' } },
    biblio: { volume: '1', issue: null, first_page: '7', last_page: '7' },
    abstract_inverted_index: { again: [3], Once: [0], and: [1, 2], bad: ['x', null, 1.5], worse: 'x' },
  };

  it('is asked by the DOI alone', () => {
    assert.match(openalex.path([DOI], 'me@host.example'), /^\/works\/doi:10\.1000%2F182\?select=[a-z_,]+$/);
  });

  it('tells a title, names, the year and more', () => {
    checkPaper(openalex, JSON.stringify(work), DOI, {
      type: 'article-journal',
      title: 'A work',
      year: 1999,
      venue: 'A journal',
      volume: '1',
      issue: null,
      pages: '7',
      abstract: 'Once and and again',
    });
    assert.deepEqual(namesOf(only(openalex, work)), ['Lovelace, Ada', 'van Beethoven, Ludwig']);
    assert.equal(only(openalex, { ...work, abstract_inverted_index: null, primary_location: null }).abstract, null);
  });

  it('is not understood in any other form', () => {
    checkMisread(openalex, '{"results":[]}', DOI, 'another-shape');
    checkMisread(openalex, '', DOI, 'malformed');
    checkMisread(openalex, JSON.stringify(work), '10.1000/1', 'another-paper');
  });
});
