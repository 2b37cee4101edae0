import assert from 'node:assert/strict';
import { citationOffers } from '../../../server/src/features/citationOffers';
import { Notes } from '../../../server/src/workspace/notes';
import { lookedUp, paper } from '../../support/citing';
import { marked } from '../../support/marks';

const BIB =
  '@misc{perez2022, author = {Perez, Ethan}, year = 2022, title = {Discovering Behaviors}, eprint = {2212.09251}}\n' +
  '@misc{a--b, title = {Odd}}\n';
const INDEXES = lookedUp({
  'arxiv:2107.03374': paper({ title: 'Evaluating Code', authors: [{ family: 'Chen', given: 'M' }], year: 2021 }),
  'arxiv:2212.09251': paper({ title: 'Discovering Behaviors' }),
  'doi:10.1000/182': paper({ title: 'By DOI' }),
});

/** The papers offered for a query where `‸` is, or in place of `⟦…⟧`; and the note once the first has been taken. */
function offered(source: string, query: string) {
  const { text, cursor, ranges } = marked(source);
  const notes = new Notes();
  notes.papers.lookedUp = INDEXES;
  notes.bibliographies.set('file:///notes/refs.bib', BIB);
  const note = notes.set('file:///notes/a.debate', text);
  const range = ranges[0] ?? { start: cursor, end: cursor };
  const offers = citationOffers(notes, note, note.tree.lines.positions(range), query, 100);
  const taken = text.slice(0, range.start) + (offers[0]?.newText ?? '') + text.slice(range.end);
  return { offers, taken };
}

describe('the papers that can be cited', () => {
  const names = (query: string) => offered('‸', query).offers.map(({ name }) => name);

  it('are those of the bibliographies, and those that were looked up, each once', () => {
    assert.deepEqual(names(''), ['perez2022', 'a--b', 'arXiv:2107.03374', 'doi:10.1000/182']);
  });

  it('are found by key or id, author, year and title, in any order', () => {
    assert.deepEqual(names('2022 perez'), ['perez2022']);
    assert.deepEqual(names('code chen'), ['arXiv:2107.03374']);
    assert.deepEqual(names('2107.0'), ['arXiv:2107.03374']);
    assert.deepEqual(names('nobody'), []);
  });

  it('are shown with who, when and what', () => {
    const [{ who, title } = {}] = offered('‸', 'perez').offers;
    assert.deepEqual([who, title], ['Perez 2022', 'Discovering Behaviors']);
  });
});

describe('a citation that is put in', () => {
  /** What becomes of a note once the paper that a query finds is cited in it. */
  function check(query: string, source: string, expected: string) {
    assert.equal(offered(source, query).taken, expected);
  }

  it('is a key in brackets, or an identifier as it is, in running text', () => {
    check('perez', 'Models do ‸', 'Models do [@perez2022]');
    check('perez', 'Models do‸.', 'Models do [@perez2022].');
    check('perez', '(‸)', '([@perez2022])');
    check('perez', 'Models ‸do', 'Models [@perez2022] do');
    check('perez', 'Models ⟦someone⟧ do', 'Models [@perez2022] do');
    check('odd', 'claim: A ‸', 'claim: A [@{a--b}]');
    check('chen', 'Models do ‸', 'Models do arXiv:2107.03374');
    check('perez', '', '[@perez2022]');
  });

  it('stands alone in a cite line, behind a semicolon if it is not the first', () => {
    check('perez', 'cite: ‸', 'cite: @perez2022');
    check('perez', 'cite:‸', 'cite: @perez2022');
    check('chen', 'claim: A\n  - cite (Ada): ‸', 'claim: A\n  - cite (Ada): arXiv:2107.03374');
    check('perez', 'cite: arXiv:2107.03374‸', 'cite: arXiv:2107.03374; @perez2022');
    check('perez', 'cite: @x;‸', 'cite: @x; @perez2022');
    check('perez', 'cite: @x; ‸ — shows it', 'cite: @x; @perez2022 — shows it');
    check('perez', 'cite: ‸@x', 'cite: @perez2022; @x');
    check('perez', 'cite: @x;\n  ‸@y', 'cite: @x;\n  @perez2022; @y');
    check('perez', 'cite: @x — as ‸', 'cite: @x — as [@perez2022]');
  });

  it('joins the group whose brackets it is put in', () => {
    check('perez', 'A [‸]', 'A [@perez2022]');
    check('perez', 'A [see ‸, p. 3]', 'A [see @perez2022, p. 3]');
    check('perez', 'A [see‸]', 'A [see @perez2022]');
    check('perez', 'A [@x‸]', 'A [@x; @perez2022]');
    check('perez', 'A [@x; ‸]', 'A [@x; @perez2022]');
    check('perez', 'A [@x;‸]', 'A [@x; @perez2022]');
    check('perez', 'A [@‸]', 'A [@perez2022]');
    check('perez', 'A [[#x]] ‸', 'A [[#x]] [@perez2022]');
  });
});
