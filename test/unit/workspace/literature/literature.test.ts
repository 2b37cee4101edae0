import assert from 'node:assert/strict';
import { writtenForm } from '../../../../server/src/citations/paper';
import type { PaperCitation } from '../../../../server/src/workspace/literature/literature';
import { Notes } from '../../../../server/src/workspace/notes';
import { nameOf, uriOf } from '../../../support/notes';

type Texts = Readonly<Record<string, string>>;

function notesOf(texts: Texts, bibliographies: Texts = {}): Notes {
  const notes = new Notes();
  for (const [name, text] of Object.entries(texts)) notes.set(uriOf(name), text);
  for (const [name, text] of Object.entries(bibliographies)) notes.bibliographies.set(`file:///notes/${name}`, text);
  return notes;
}

function shownPlace({ note, range }: PaperCitation): string {
  return `${nameOf(note.uri)}:${note.tree.lines.position(range.start).line + 1}`;
}

/** The papers of some notes, each as `forms (title): where it is cited`, and what is broken as `written: why: where`. */
function shown(notes: Notes): string[] {
  const { papers, broken } = notes.literature();
  return [
    ...papers.map(({ references, entry, citations }) => {
      const title = entry ? ` (${entry.title})` : '';
      return `${references.map(writtenForm).join(' = ')}${title}: ${citations.map(shownPlace).join(' ')}`;
    }),
    ...broken.map(({ written, reason, citations }) => `${written}: ${reason}: ${citations.map(shownPlace).join(' ')}`),
  ];
}

function check(texts: Texts, bibliographies: Texts, ...expected: string[]): void {
  assert.deepEqual(shown(notesOf(texts, bibliographies)), expected);
}

const BIB = `@inproceedings{perez2022, title = {Discovering}, eprint = {2212.09251}, doi = {10.18653/v1/2023.findings-acl.847}}
@book{paper, title = {On Paper}}`;

describe('the papers that notes cite', () => {
  it('are one in every form, in all notes', () =>
    check(
      {
        a: 'See arXiv:2107.03374v2 and https://arxiv.org/pdf/2107.03374.\n',
        b: 'claim: x\n  cite: https://doi.org/10.48550/arXiv.2107.03374\n  cite: doi:10.1000/182\n',
      },
      {},
      'arXiv:2107.03374v2 = arXiv:2107.03374: a:1 a:1 b:2',
      'doi:10.1000/182: b:3',
    ));

  it('are one where a bibliography says so, in notes that do not have it, too', () =>
    check(
      {
        a: 'claim: x [@perez2022] [@paper]\n',
        'other/b': 'See arXiv:2212.09251 and https://aclanthology.org/2023.findings-acl.847/.\n',
      },
      { 'refs.bib': BIB },
      '@perez2022 = arXiv:2212.09251 = acl:2023.findings-acl.847 (Discovering): a:1 other/b:1 other/b:1',
      '@paper (On Paper): a:1',
    ));

  it('of the same key are two in two bibliographies, as far as nothing else tells', () => {
    const notes = notesOf({ a: '[@paper]', 'other/b': '[@paper]' }, { 'refs.bib': BIB });
    notes.bibliographies.set('file:///notes/other/refs.bib', '@book{paper, title = {Another}}');
    assert.deepEqual(shown(notes), ['@paper (On Paper): a:1', '@paper (Another): other/b:1']);
  });

  it('are no web pages but those that somebody calls a source', () =>
    check(
      { a: 'claim: See https://x.example/a\n  cite: https://x.example/b\n\nhttps://x.example/c\n' },
      { 'refs.bib': '@online{c, title = {C}, url = {https://x.example/c}}' },
      'https://x.example/b: a:2',
      'https://x.example/c (C): a:4',
    ));

  it('are told apart from references that lead nowhere', () =>
    check(
      { a: 'claim: arXiv:2107.00000 and [@perez2023], again arXiv:2107.00000', 'untitled-b': '[@nobody]' },
      { 'refs.bib': BIB },
      '@nobody: untitled-b:1',
      'arXiv:2107.00000: paper number 00000 does not exist, the first of a month is 1: a:1 a:1',
      '@perez2023: no bibliography of the note has this key: a:1',
    ));

  it('are read anew in the note that has changed, and nowhere else', () => {
    const notes = notesOf({ a: 'arXiv:2107.03374', b: 'arXiv:2212.09251' });
    const before = notes.literature();
    assert.equal(notes.literature(), before);
    notes.set(uriOf('b'), 'arXiv:2107.03374v3');
    const { papers } = notes.literature();
    assert.deepEqual(shown(notes), ['arXiv:2107.03374 = arXiv:2107.03374v3: a:1 b:1']);
    assert.equal(papers[0]?.citations[0], before.papers[0]?.citations[0]);
    notes.delete(uriOf('a'));
    assert.deepEqual(shown(notes), ['arXiv:2107.03374v3: b:1']);
  });

  it('are read anew when their bibliographies have changed', () => {
    const notes = notesOf({ a: '[@perez2022] arXiv:2212.09251' });
    assert.deepEqual(shown(notes), ['@perez2022: a:1', 'arXiv:2212.09251: a:1']);
    notes.bibliographies.set('file:///notes/refs.bib', BIB);
    assert.deepEqual(shown(notes), ['@perez2022 = arXiv:2212.09251 (Discovering): a:1 a:1']);
  });

  it('do not count twice in a view of a note', () => {
    const notes = notesOf({ a: 'arXiv:2107.03374' });
    notes.set('git:/notes/a.debate?old', 'arXiv:2107.03374');
    assert.deepEqual(shown(notes), ['arXiv:2107.03374: a:1']);
  });
});
