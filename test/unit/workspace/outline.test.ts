import assert from 'node:assert/strict';
import { statementsOf } from '../../../server/src/syntax/pieces';
import { Notes } from '../../../server/src/workspace/notes';
import { type Outline, type OutlineStatement, outlineOf } from '../../../server/src/workspace/outline';
import { noteText } from '../../support/arbitraries';
import { withMarks } from '../../support/marks';
import { outlineLines } from '../../support/outlineText';
import { holds } from '../../support/property';

/** The outline of the first of some notes, `a`, `b` … in one folder. */
function outlineOfFirst(...texts: string[]): Outline {
  const notes = new Notes();
  const [first] = texts.map((text, i) => notes.set(`file:///notes/${'abc'[i]}.debate`, text));
  assert.ok(first);
  return outlineOf(notes, first);
}

function flat(statements: readonly OutlineStatement[]): OutlineStatement[] {
  return statements.flatMap((statement) => [statement, ...flat(statement.children)]);
}

describe('the outline of a note', () => {
  it('shows what each statement does to what it replies to, in another note, too', () =>
    assert.deepEqual(outlineLines(outlineOfFirst('rebuttal -> b#q: A\nanswer -> b#q: B', 'question #q: Q')), [
      'rebuttal — A [rebuts]',
      'answer — B [answers]',
    ]));
  it('names all targets, found or not', () => {
    const { statements } = outlineOfFirst('claim #x: A\nsupport -> #x, b#y, b#z, #w: B', 'claim: C\nclaim #y: D');
    const targets = flat(statements)[1]?.targets.map(({ id, meant }) => `${id} ${meant?.point.text ?? '-'}`);
    assert.deepEqual(targets, ['x A', 'y D', 'z -', 'w -']);
  });
  it('takes the relation to the first target that is there', () =>
    assert.deepEqual(outlineLines(outlineOfFirst('claim #c: A\nquestion #q: B\nanswer -> #x, #q: C')), [
      'claim #c — A',
      '  question #q — B [asks]',
      '    answer — C [answers]',
    ]));
  it('passes over a target to which the statement does nothing', () =>
    assert.deepEqual(outlineLines(outlineOfFirst('question #q: A\nclaim #c: B\nanswer -> #c, #q: C')), [
      'question #q — A',
      'claim #c — B',
      '  answer — C [answers]',
    ]));
  it('gives citations to the statement they stand in, and the rest to the note', () => {
    const { citations, statements } = outlineOfFirst(
      'arXiv:1805.00899 and arXiv:2513.00001\nclaim: arXiv:2402.06782\n> arXiv:2107.03374\n  cite: 2212.09251',
    );
    const ids = (those: Outline['citations']) => those.map(({ reference }) => reference.id);
    assert.deepEqual(ids(citations), ['1805.00899']);
    assert.deepEqual(
      flat(statements).map((statement) => ids(statement.citations)),
      [['2402.06782', '2107.03374'], ['2212.09251']],
    );
  });
  it('has ranges from the bullet to the last word', () => {
    const text = '- claim #a: A\n    B \n\n  - support: C\nD';
    const ranges = flat(outlineOfFirst(text).statements).map(({ range }) => range);
    assert.equal(withMarks(text, ranges), '⟦- claim #a: A\n    B⟧ \n\n  ⟦- support: C⟧\nD');
  });
  it('is empty where nothing is marked', () =>
    assert.deepEqual(outlineOfFirst('A thread.'), { title: null, citations: [], statements: [] }));

  describe('has a title', () => {
    /** Expects the title of a note. */
    function check(source: string, expected: string | null) {
      assert.equal(outlineOfFirst(source).title, expected);
    }

    it('from its front matter', () => check('---\ntitle: A\n---\n# B', 'A'));
    it('or from its first heading of level 1', () => check('---\na: [\n---\n## A\n# B #\n# C', 'B'));
    it('or none', () => check('## A\n### (Ada)', null));
  });

  it('shows every statement exactly once, whatever the text', () =>
    holds(noteText, (text) => {
      const notes = new Notes();
      const note = notes.set('file:///notes/a.debate', text);
      const shown = flat(outlineOf(notes, note).statements).map(({ range }) => range.start);
      assert.deepEqual(
        shown.sort((a, b) => a - b),
        statementsOf(note.tree).map(({ header }) => header.start),
      );
    }));

  it('can be as deep as the indentation', () => {
    const text = Array.from({ length: 2500 }, (_, i) => `support #s${i + 1} -> #s${i}: A`).join('\n');
    let [deepest] = outlineOfFirst(text).statements;
    let depth = 0;
    for (; deepest; depth++) [deepest] = deepest.children;
    assert.equal(depth, 2500);
  });
});

describe('a reference to the very note it stands in, by name', () => {
  it('is like one without the name', () => {
    const notes = new Notes();
    const note = notes.set('file:///notes/n.debate', 'question #q: A\nclaim: B\nsupport -> n#q: C');
    const [question, ...others] = outlineOf(notes, note).statements;
    assert.deepEqual(
      question?.children.map(({ text, relation }) => [text, relation]),
      [['C', 'supports']],
    );
    assert.deepEqual(
      others.map(({ text }) => text),
      ['B'],
    );
  });
});
