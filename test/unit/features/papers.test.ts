import assert from 'node:assert/strict';
import type { Paper } from '../../../server/src/bibliography/paper';
import { paperOverview } from '../../../server/src/features/paperOverviews';
import { type ListedCitation, listPapers } from '../../../server/src/features/papers';
import { Notes } from '../../../server/src/workspace/notes';
import { lookedUp, paper } from '../../support/citing';
import { uriOf } from '../../support/notes';

function notesOf(text: string): Notes {
  const notes = new Notes();
  notes.set(uriOf('a'), text);
  return notes;
}

/** The only citation in a note. */
function citationIn(text: string): ListedCitation {
  const [cited] = listPapers(notesOf(text)).papers;
  assert.ok(cited?.citations.length === 1 && cited.citations[0]);
  return cited.citations[0];
}

function says(text: string): string {
  const { speaker, text: words } = citationIn(text);
  return `${speaker ?? '-'}: ${words ?? '-'}`;
}

/** What an index may send. */
const SAID: Partial<Paper> = {
  title: 'A\u0000 \u202etitle\n*with* <b>',
  authors: [{ family: 'A\tB', given: '' }],
  year: 2021,
};

describe('the overview of papers', () => {
  /** The overviews of the papers of some notes, those of which nothing is known first. */
  function overviews(notes: Notes) {
    return notes.literature().papers.map((cited) => paperOverview(notes, cited));
  }

  it('counts how often, where and by whom a paper is cited, and for and against how many claims', () => {
    const notes = notesOf('claim #a (Ada): One arXiv:2107.03374\n  cite: arXiv:2107.03374\n> said: arXiv:2107.03374\n');
    notes.set(uriOf('b'), 'rebuttal (Bo) -> a#a: no, arXiv:2107.03374\n\narXiv:2107.03374\n');
    const [cited] = overviews(notes);
    assert.deepEqual(cited, {
      key: 'arxiv:2107.03374',
      title: null,
      authorYear: '',
      year: null,
      reference: '',
      forms: ['arXiv:2107.03374'],
      url: 'https://arxiv.org/abs/2107.03374',
      canLookUp: false,
      citations: 5,
      notes: 2,
      supports: 2,
      attacks: 1,
      speakers: ['Ada', 'Bo'],
    });
  });

  it('counts those who say what a citation line stands under', () => {
    const [cited] = overviews(notesOf('claim (Ada): One\n  cite: arXiv:2107.03374\n  cite (Bo): arXiv:2107.03374\n'));
    assert.deepEqual(cited?.speakers, ['Ada', 'Bo']);
  });

  it('has what a bibliography of any note says, before what indexes say', () => {
    const notes = notesOf('claim: arXiv:2107.03374');
    notes.set('file:///other/b.debate', 'claim: arXiv:2107.03374');
    notes.papers.lookedUp = lookedUp({ 'arxiv:2107.03374': paper(SAID) });
    notes.bibliographies.set('file:///other/refs.bib', '@misc{a, title = {Ours}, eprint = {2107.03374}}');
    assert.deepEqual(
      overviews(notes).map(({ title, citations }) => [title, citations]),
      [['Ours', 2]],
    );
  });

  it('changes the counts when answers do, in another note too', () => {
    const notes = notesOf('claim #a (Ada): One\n');
    notes.set(uriOf('b'), 'rebuttal (Bo) -> a#a: no, arXiv:2107.03374\n');
    const shown = () => overviews(notes).map(({ supports, attacks, speakers }) => [supports, attacks, ...speakers]);
    assert.deepEqual(shown(), [[0, 1, 'Bo']]);
    notes.set(uriOf('b'), 'support (Cy) -> a#a: yes, arXiv:2107.03374\n');
    assert.deepEqual(shown(), [[1, 0, 'Cy']]);
    notes.set(uriOf('a'), 'question #a (Ada): One\n');
    assert.deepEqual(shown(), [[0, 0, 'Cy']]);
  });

  it('has plain lines, and says whether an index may know more', () => {
    const notes = notesOf('claim: arXiv:2107.03374v2 doi:10.1000/182');
    notes.papers.lookedUp = lookedUp({ 'arxiv:2107.03374': paper(SAID) });
    const shown = () => overviews(notes).map(({ title, authorYear, canLookUp }) => [title, authorYear, canLookUp]);
    assert.deepEqual(shown(), [
      ['A title *with* <b>', 'A B 2021', true],
      [null, '', true],
    ]);
    notes.papers.lookedUp = lookedUp({
      'arxiv:2107.03374': paper({ authors: [{ family: 'x'.repeat(10_000), given: '' }] }),
    });
    assert.equal(shown()[0]?.[1], `${'x'.repeat(80)}…`);
    notes.papers.lookedUp = lookedUp({ 'arxiv:2107.03374': paper(SAID) });
    notes.bibliographies.set(
      'file:///notes/refs.bib',
      '@misc{a, title = {Ours}, abstract = {B}, eprint = {2107.03374}}',
    );
    assert.deepEqual(shown()[0], ['Ours', 'A B 2021', false]);
  });
});

describe('the list of papers', () => {
  it('tells who cites a paper with which words', () => {
    assert.equal(says('claim (Ada): One arXiv:2107.03374.'), 'Ada: One arXiv:2107.03374.');
    assert.equal(says('arXiv:2107.03374'), '-: -');
    assert.equal(says('claim (Ada): One\n  support (Bo): Two arXiv:2107.03374'), 'Bo: Two arXiv:2107.03374');
  });

  it('takes who and what a citation line belongs to from what it stands under', () => {
    assert.equal(says('claim (Ada): One\n  cite: arXiv:2107.03374'), 'Ada: One');
    assert.equal(says('claim (Ada): One\n  cite: arXiv:2107.03374 — it does'), 'Ada: arXiv:2107.03374 — it does');
    assert.equal(says('claim (Ada): One\n  cite (Bo): arXiv:2107.03374'), 'Bo: One');
    assert.equal(says('cite: arXiv:2107.03374'), '-: arXiv:2107.03374');
  });

  it('gives a quotation no side', () => {
    assert.deepEqual(citationIn('claim: One\n> Somebody says arXiv:2107.03374').sides, []);
    assert.equal(citationIn('claim: One arXiv:2107.03374').sides[0]?.does, 'supports');
  });

  it('cuts long words, and none that are not', () => {
    const long = `claim: ${'word '.repeat(100)}arXiv:2107.03374`;
    const [cited] = listPapers(notesOf(long), 20).papers;
    assert.equal(cited?.citations[0]?.text, 'word word word word …');
    assert.equal(citationIn(long).text?.length, long.length - 'claim: '.length);
  });

  it('has what indexes say as plain lines, and what bibliographies say before that', () => {
    const notes = notesOf('claim: arXiv:2107.03374v2 doi:10.1000/182');
    notes.papers.lookedUp = lookedUp({ 'arxiv:2107.03374': paper(SAID) });
    const { papers } = listPapers(notes);
    assert.deepEqual(
      papers.map(({ isKnown, about }) => [isKnown, about.title, about.authors[0]?.family]),
      [
        [false, null, undefined],
        [true, 'A title *with* <b>', 'A B'],
      ],
    );
    notes.bibliographies.set('file:///notes/refs.bib', '@misc{a, title = {Ours}, eprint = {2107.03374}}');
    const [, ours] = listPapers(notes).papers;
    assert.deepEqual([ours?.about.title, ours?.about.authors.length], ['Ours', 1]);
  });

  it('leads to the page and the PDF of the form that is cited', () => {
    const [cited] = listPapers(notesOf('claim: arXiv:2107.03374v2')).papers;
    assert.deepEqual(
      [cited?.url, cited?.pdf],
      ['https://arxiv.org/abs/2107.03374v2', 'https://arxiv.org/pdf/2107.03374v2'],
    );
    const notes = notesOf('claim: [@a]');
    notes.bibliographies.set('file:///notes/refs.bib', '@misc{a, title = {Ours}, url = {https://x.example/a}}');
    assert.equal(listPapers(notes).papers[0]?.url, 'https://x.example/a');
  });
});
