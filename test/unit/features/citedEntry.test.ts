import assert from 'node:assert/strict';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { LanguageService, Lookup } from '../../../server/src/service';
import { citing, type Files } from '../../support/citing';
import { TestWindow } from '../../support/lookupEdges';
import { addBibliographies, shownPlace, uriOf, type Workspace } from '../../support/notes';

const BIB = '@misc{chen2021, title = {A}}\n\n⟦@misc{⟦perez2022⟧,\n  eprint = {2212.09251}, title = {B}}⟧\n';

describe('the definition of a citation', () => {
  /** The note's first mark is what is clicked at; of those in the bibliography one is the entry, one its key. */
  function check(workspace: Workspace, files: Files) {
    const { service, uri, position, ranges } = citing(workspace, files);
    const links = service.across.definition(uri, position).flatMap((link) => {
      const origin = link.originSelectionRange ? [shownPlace(uri, link.originSelectionRange)] : [];
      return [
        ...origin,
        shownPlace(link.targetUri, link.targetRange),
        shownPlace(link.targetUri, link.targetSelectionRange),
      ];
    });
    assert.deepEqual(links, ranges);
  }

  it('is the entry of its key', () => {
    check({ a: 'cite: ⟦@perez‸2022⟧; @chen2021' }, { 'refs.bib': BIB });
    check({ a: '[see @chen2021;\n⟦@perez2022‸⟧]' }, { 'refs.bib': BIB });
    const entry = '⟦{ "type": "book", "id": "⟦x⟧" }⟧';
    check({ a: 'cite: ⟦@‸x⟧' }, { 'refs.csl.json': `[\n ${entry}\n]` });
  });

  it('is the entry that has its identifier', () => {
    check({ a: 'see ⟦https://arxiv.org/pdf/2212.‸09251v3⟧' }, { 'refs.bib': BIB });
  });

  it('is the first entry of several, in the first bibliography', () => {
    const second = '@misc{perez2022, title = {C}}\n';
    check({ a: 'cite: ⟦@perez‸2022⟧' }, { 'a.bib': BIB + second, 'b.bib': second });
  });

  it('can be opened, whatever the name of the file', () => {
    const { service, uri, position } = citing({ a: 'cite: @‸x' }, {});
    service.setBibliography('file:///notes/a%20b%23.bib', '@misc{x, title = {T}}');
    assert.equal(service.across.definition(uri, position)[0]?.targetUri, 'file:///notes/a%20b%23.bib');
  });

  it('is none where no bibliography has it', () => {
    check({ a: 'cite: @nobod‸y' }, { 'refs.bib': '@misc{x, title = {T}}' });
    check({ a: 'cite: arXiv:2113.033‸74' }, { 'refs.bib': '@misc{x, title = {T}}' });
  });

  it('is none in a file that is only half written again', () => {
    const { service, uri, position } = citing({ a: 'cite: @‸x' }, { 'refs.bib': '@misc{x, title = {T}}' });
    service.setBibliography('file:///notes/refs.bib', '@misc{y, ti');
    assert.deepEqual(service.across.definition(uri, position), []);
  });
});

describe('the references to a cited paper', () => {
  /** Every `⟦…⟧` in a note cites what is meant at `‸`; that in the bibliography is the key of its entry. */
  function check(workspace: Workspace, files: Files) {
    const { service, uri, position, ranges } = citing(workspace, files);
    const found = (withDeclaration: boolean) =>
      service.across.references(uri, position, withDeclaration).map((place) => shownPlace(place.uri, place.range));
    const own = shownPlace(uri, { start: position, end: position }).split(' ')[0];
    const isOwn = (place: string) => place.startsWith(`${own} `);
    assert.deepEqual(found(true).sort(), [...ranges].sort());
    assert.deepEqual(found(false).sort(), ranges.filter((place) => !place.includes('.bib')).sort());
    const highlights = service.across.documentHighlights(uri, position);
    assert.deepEqual(highlights.map(({ range }) => shownPlace(uri, range)).sort(), ranges.filter(isOwn).sort());
    assert.ok(highlights.every(({ kind }) => kind === DocumentHighlightKind.Read));
  }

  it('are all citations in all notes, whatever they call it', () => {
    check(
      {
        a: 'claim: A\n  cite: ⟦@perez‸2022⟧; @chen2021\n\n[@chen2021; ⟦@perez2022⟧, p. 2]',
        b: 'cite: ⟦arXiv:2212.09251v2⟧\n> ⟦https://arxiv.org/abs/2212.09251⟧\n\n```\n@perez2022\n```',
        'deep/c': '⟦https://ar5iv.org/abs/2212.09251⟧ [@perez2022]',
      },
      { 'refs.bib': '@misc{⟦perez2022⟧, eprint = {2212.09251}}' },
    );
  });

  it('are found from any of them', () => {
    check(
      { a: 'cite: ⟦@perez2022⟧', b: 'cite: ⟦arXiv:2212.‸09251⟧' },
      { 'refs.bib': '@misc{⟦perez2022⟧, eprint = {2212.09251}}' },
    );
    check({ a: '⟦doi:10.1000/1‸82⟧', b: '⟦https://doi.org/10.1000/182⟧' }, {});
    check(
      { a: '⟦doi:10.1000/1‸82⟧', b: '⟦arXiv:2212.09251⟧' },
      { 'refs.bib': '@misc{⟦x⟧, eprint = {2212.09251}, doi = {10.1000/182}}' },
    );
  });

  it('are not those to another paper that has the same key elsewhere', () => {
    check(
      { a: 'cite: ⟦@‸x⟧', 'other/b': 'cite: @x' },
      { 'refs.bib': '@misc{⟦x⟧, title = {A}}', 'other/refs.bib': '@misc{x, title = {B}}' },
    );
  });

  it('are those of an unknown key, too', () => {
    check({ a: 'cite: ⟦@‸x⟧; @y', b: '[⟦@x⟧]' }, {});
  });

  it('follow edits and changed bibliographies', () => {
    const { service, uri, position } = citing({ a: 'cite: @‸x', b: 'cite: arXiv:2212.09251' }, {});
    const count = () => service.across.references(uri, position, false).length;
    assert.equal(count(), 1);
    service.setBibliography('file:///notes/refs.bib', '@misc{x, eprint = {2212.09251}}');
    assert.equal(count(), 2);
    service.setNote('file:///notes/b.debate', 'cite: @x; arXiv:2212.09251v2');
    assert.equal(count(), 3);
    service.deleteNote('file:///notes/b.debate');
    assert.equal(count(), 1);
  });
});

describe('the links of citation keys', () => {
  it('lead to the pages that their entries name', () => {
    const files = {
      'refs.bib':
        '@misc{a, url = {https://example.org/a}, eprint = {2212.09251}}\n@misc{b, url = {https://example.org/b}}\n@misc{c,}',
    };
    const { service, uri, ranges } = citing({ a: '‸claim: [⟦@a⟧; @c;\n  ⟦@b⟧; @d] ⟦arXiv:2107.03374⟧' }, files);
    const links = service.documentLinks(uri);
    assert.deepEqual(
      links.map(({ range }) => shownPlace(uri, range)),
      ranges,
    );
    assert.deepEqual(
      links.map(({ target }) => target),
      ['https://arxiv.org/abs/2212.09251', 'https://example.org/b', 'https://arxiv.org/abs/2107.03374'],
    );
  });
});

describe('the papers to look up', () => {
  it('are those that keys stand for, too, each once', () => {
    const window = new TestWindow(() => new Response('', { status: 404 }));
    const service = new LanguageService(new Lookup(window.edges, 'debate-notes/1'));
    service.setNote(uriOf('a'), 'cite: @a; @b; @c; arXiv:2107.03374v2; doi:10.1000/182; https://example.org/');
    addBibliographies(service, { 'refs.bib': '@misc{a, doi = {10.1000/182}}\n@misc{b, title = {B}}' });
    assert.deepEqual([...service.papers.toLookUp(uriOf('a')).keys()], ['doi:10.1000/182', 'arxiv:2107.03374']);
  });
});
