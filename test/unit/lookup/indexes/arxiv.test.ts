import assert from 'node:assert/strict';
import { arxiv } from '../../../../server/src/lookup/indexes/arxiv';
import { atom } from '../../../support/indexAnswers';
import { checkMisread, checkPaper, namesOf, papersIn } from './checkIndex';

describe('the index of arXiv', () => {
  it('is asked for several papers at once, by nothing but their ids', () => {
    assert.equal(
      arxiv.path(['2107.03374', 'hep-th/9901001'], 'a@b.example'),
      '/api/query?id_list=2107.03374,hep-th%2F9901001&max_results=2',
    );
    assert.equal(arxiv.idOf({ kind: 'arxiv', id: '2107.03374' }), '2107.03374');
    assert.equal(arxiv.idOf({ kind: 'doi', id: '10.1000/182' }), null);
  });

  it('tells a title, names, the year and more', () => {
    const more = `<summary>  We study
  nothing &amp; more.
</summary>
<published>2021-07-07T17:41:24Z</published><updated>2022-01-01T00:00:00Z</updated>
<author><name>Mark Chen</name><arxiv:affiliation>Somewhere</arxiv:affiliation></author>
<author><name>Henrique Ponde de Oliveira</name></author>
<author><name>The ATLAS Collaboration</name></author>
<arxiv:doi>10.1000/ABC</arxiv:doi><arxiv:journal_ref>J. Examples 1, 2 (2022)</arxiv:journal_ref>`;
    const text = atom({ id: '2107.03374v2', title: 'Evaluating\n  Models &lt;b&gt;', more });
    checkPaper(arxiv, text, '2107.03374', {
      key: null,
      type: 'article',
      title: 'Evaluating Models <b>',
      year: 2021,
      abstract: 'We study nothing & more.',
      venue: 'J. Examples 1, 2 (2022)',
      doi: '10.1000/abc',
      arxiv: '2107.03374',
      url: 'https://arxiv.org/abs/2107.03374',
    });
    const paper = papersIn(arxiv, text, '2107.03374')['2107.03374'];
    assert.ok(paper);
    assert.deepEqual(namesOf(paper), ['Chen, Mark', 'de Oliveira, Henrique Ponde', 'The ATLAS Collaboration']);
    assert.deepEqual(
      paper.identifiers.map(({ kind, id }) => [kind, id]),
      [
        ['arxiv', '2107.03374'],
        ['doi', '10.1000/abc'],
      ],
    );
  });

  it('keeps a title as it is, whatever it may do where it is shown', () => {
    const title = '**[x](command:y)** &lt;img src=x&gt; \u202e&#127;`';
    checkPaper(arxiv, atom({ id: '2107.03374v1', title }), '2107.03374', {
      title: '**[x](command:y)** <img src=x> \u202e\u007f`',
    });
  });

  it('tells of papers in any order, with and without version, of old ids, and leaves out those it does not know', () => {
    const ids = ['2107.03374', 'hep-th/9901001', '2101.00001', '2101.00002'];
    const text = atom({ id: 'hep-th/9901001v3' }, { id: '2107.03374' }, { id: '2101.00001', title: '' });
    assert.deepEqual(Object.keys(papersIn(arxiv, text, ...ids)), ['hep-th/9901001', '2107.03374']);
    assert.deepEqual(papersIn(arxiv, atom(), ...ids), {});
    assert.deepEqual(Object.keys(papersIn(arxiv, text.replaceAll('http://arxiv', 'https://arxiv'), ...ids)).length, 2);
  });

  it('refuses a question that it does not take', () => {
    const entry = '<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_x</id><title>Error</title></entry>';
    assert.deepEqual(arxiv.read(atom().replace('</feed>', `${entry}</feed>`), ['x']), { kind: 'refused' });
  });

  it('is not understood in any other form', () => {
    const feed = atom({ id: '2107.03374v2' });
    checkMisread(arxiv, feed.slice(0, -20), '2107.03374', 'malformed');
    checkMisread(arxiv, 'Service unavailable', '2107.03374', 'malformed');
    checkMisread(arxiv, '<html><body/></html>', '2107.03374', 'another-shape');
    checkMisread(arxiv, feed, '2101.00001', 'another-paper');
    checkMisread(arxiv, '<a>'.repeat(60) + '</a>'.repeat(60), '2107.03374', 'malformed');
    checkMisread(arxiv, '<a>'.repeat(300_000), '2107.03374', 'malformed');
  });

  it('does not take in what a document defines or names elsewhere', () => {
    const bomb = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const doctype = (inner: string) => `<!DOCTYPE feed [<!ENTITY e0 "x">${inner}]>`;
    checkMisread(arxiv, `${doctype(bomb)}<feed><entry><title>&e9;</title></entry></feed>`, '2107.03374', 'malformed');
    const file = doctype('<!ENTITY f SYSTEM "file:///etc/passwd">');
    checkMisread(arxiv, `${file}<feed><entry><title>&f;</title></entry></feed>`, '2107.03374', 'malformed');
  });
});
