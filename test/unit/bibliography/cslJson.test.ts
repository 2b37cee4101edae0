import assert from 'node:assert/strict';
import { authorsOf, cslJson, fixture, identifiersOf, problemsOf } from './shown';

const QUIRKS = fixture('quirks.json');
const quirks = cslJson(QUIRKS);

describe('a CSL-JSON file with quirks', () => {
  it('has these entries, each key once', () =>
    assert.deepEqual(quirks.keys(), ['perez2022', 'zotero2020', '42', 'after2018']));

  it('has these faults', () =>
    assert.deepEqual(problemsOf(quirks, QUIRKS), [
      '- (22): this entry is not valid JSON',
      '- (24): this entry has no id',
      'zotero2020 (25): another entry has its key',
    ]));

  it('gives names, years and venues in every form', () => {
    const shown = quirks.keys().map((key) => {
      const paper = quirks.paper(key);
      assert.ok(paper);
      return [authorsOf(paper), paper.title, paper.year, paper.venue, ...identifiersOf(paper)];
    });
    assert.deepEqual(shown, [
      [
        'Perez, Ethan; van der Berg, Jan; OpenAI; King Jr., Martin',
        'Discovering Language Model Behaviors with Model-Written Evaluations',
        2022,
        'arXiv',
        'arxiv:2212.09251',
      ],
      ['', 'A Title with "Quotes", {braces} and [brackets]', 2020, 'Journal of Quirks', 'doi:10.1000/abc'],
      ['Editor, Ann', 'A Number for a Key', null, null, 'isbn:9780262033848'],
      ['', '7', 2018, null, 'url:https://example.org/a?b=c'],
    ]);
  });

  it('says where keys stand', () => {
    for (const key of quirks.keys()) {
      const place = quirks.place(key)?.key;
      assert.equal(QUIRKS.slice(place?.start, place?.end), key);
    }
  });

  it('lets no address through that is none', () => assert.equal(quirks.paper('zotero2020')?.url, null));

  it('may be a member of an object', () => assert.deepEqual(cslJson('{"v": 1, "items": [{"id": "a"}]}').keys(), ['a']));

  it('tells the next record from objects inside of one that begin as records do', () => {
    const funders = '"funder": [{"id": [{"id": "10.13039/1", "id-type": "DOI"}]}, {"id": 2}], "custom": {"id": "c"}';
    const records = `[{"id": "a", ${funders}, "title": "A"}, {"id": "b", "author": [{"id": "x", "family": "B"}]}, {"id": "c"}]`;
    const whole = cslJson(records);
    assert.deepEqual([whole.keys(), whole.paper('a')?.title, whole.problems()], [['a', 'b', 'c'], 'A', []]);
    // Where one has no end, those before and after it are there still.
    for (const cut of [
      '"id": "b"',
      '"id": "b", "author": [{"family": "B"}',
      '"id": "b", "issued": {"date-parts": [[2022',
    ]) {
      const text = `[{"id": "a", ${funders}}, {${cut},\n{"id": "c", ${funders}}, {"id": "d"}]`;
      assert.deepEqual(cslJson(text).keys(), ['a', 'c', 'd'], cut);
    }
  });

  it('reads the year of a date in every form, and none that it does not say', () => {
    const cases: readonly (readonly [issued: unknown, year: number | null])[] = [
      ['2021-05', 2021],
      [{ raw: 'May 5, 2019' }, 2019],
      [{ literal: 'circa 1890' }, 1890],
      [{ 'date-parts': [['2022', '3']] }, 2022],
      [{ 'date-parts': [[-44]] }, -44],
      [{ 'date-parts': [[987]] }, 987],
      [{ 'date-parts': [[20010]] }, null],
      [{ 'date-parts': [[1e20]] }, null],
      [{ literal: '199u' }, null],
      [{ literal: '19th century' }, null],
      [{ literal: 'vol. 12' }, null],
    ];
    for (const [issued, year] of cases) {
      const bibliography = cslJson(JSON.stringify([{ id: 'a', issued }]));
      assert.equal(bibliography.paper('a')?.year, year, JSON.stringify(issued));
    }
  });

  it('is no other JSON', () => {
    for (const text of ['', '{}', '[]', '[1, "a", null]', '{"id": "a"}', 'no JSON']) {
      assert.deepEqual(cslJson(text).keys(), [], text);
    }
  });
});
