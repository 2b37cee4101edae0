import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../../server/src/features/selectionRanges';
import type { TextRange } from '../../../server/src/syntax/textRange';
import { Note } from '../../../server/src/workspace/note';
import { noteText } from '../../support/arbitraries';
import { marked } from '../../support/marks';
import { holds } from '../../support/property';

/** What is selected step by step from the cursor `‸` on; the last step, the whole note, is left out. */
function check(source: string, ...expected: string[]) {
  const { text, cursor } = marked(source);
  const steps = chainAt(text, cursor).map(({ start, end }) => text.slice(start, end));
  assert.equal(steps.pop(), text);
  assert.deepEqual(steps, expected);
}

function chainAt(text: string, offset: number): TextRange[] {
  const note = new Note('file:///note', text);
  const [selection, ...others] = selectionRanges(note, [note.tree.lines.position(offset)]);
  assert.equal(others.length, 0);
  return chainOf(note, selection);
}

/** From the smallest to the largest. */
function chainOf({ tree }: Note, selection: SelectionRange | undefined): TextRange[] {
  const chain: TextRange[] = [];
  for (let at = selection; at; at = at.parent) {
    chain.push({ start: tree.lines.offset(at.range.start), end: tree.lines.offset(at.range.end) });
  }
  return chain;
}

describe('selection ranges', () => {
  it('grow from the word to the sentence, the text and the statement', () => {
    check(
      'claim: Deb‸ate helps. More.\n',
      ...['Debate', 'Debate helps. ', 'Debate helps. More.', 'claim: Debate helps. More.'],
    );
    check('claim: It‸\n  helps.\n\n', 'It', 'It\n  helps.', 'claim: It\n  helps.');
    check('claim: Debate‸ helps\n', 'Debate', 'Debate helps', 'claim: Debate helps');
    check('claim: a ‸— b\n', 'a — b', 'claim: a — b');
  });

  it('grow over branches and sections', () => {
    check(
      '# One\nclaim: a\n  rebuttal: b\n    cite: ‸c\n## Two\nd\n# Three\n',
      ...['c', 'cite: c', 'rebuttal: b\n    cite: c', 'claim: a\n  rebuttal: b\n    cite: c'],
      ...['# One\nclaim: a\n  rebuttal: b\n    cite: c\n## Two\nd'],
    );
    check('claim: a\nrebuttal: ‸b\nclaim: c', 'b', 'rebuttal: b', 'claim: a\nrebuttal: b');
    check('# A\n## B ‸\nx\n# C', '## B ', '## B \nx', '# A\n## B \nx');
  });

  it("take a speaker's part where it holds the whole branch", () => {
    check('### (Ada)\nclaim: ‸a\n### (Bo)\nb', 'a', 'claim: a', '### (Ada)\nclaim: a');
    check('### (Ann L‸ee)\na\n# B', 'Lee', 'Ann Lee', '(Ann Lee)', '### (Ann Lee)', '### (Ann Lee)\na');
  });

  it('grow in a header from the name to the attribute and the header', () => {
    check('claim #my‸-id (Ada): a\n', 'my-id', '#my-id', 'claim #my-id (Ada):', 'claim #my-id (Ada): a');
    check('claim ‸#x: a\n', '#x', 'claim #x:', 'claim #x: a');
    check('claim (Ann ‸Lee): a\n', 'Lee', 'Ann Lee', '(Ann Lee)', 'claim (Ann Lee):', 'claim (Ann Lee): a');
    check(
      'cite -> #a, <my note#‸b>: x\n',
      ...['b', '<my note#b>', '-> #a, <my note#b>', 'cite -> #a, <my note#b>:', 'cite -> #a, <my note#b>: x'],
    );
    check('- cla‸im: a\n', 'claim', '- claim:', '- claim: a');
  });

  it('grow in a quotation to the quotation', () => {
    check(
      'claim: a\n  > On‸e. Two.\n  > Three.\n',
      ...['One', 'One. ', 'One. Two.', '> One. Two.\n  > Three.', 'a\n  > One. Two.\n  > Three.'],
      'claim: a\n  > One. Two.\n  > Three.',
    );
    check('> ‸a\n\nb', 'a', '> a');
  });

  it('grow in prose', () => {
    check('On‸e. Two.\nThree.\n\nb', 'One', 'One. ', 'One. Two.', 'One. Two.\nThree.');
    check('claim: a\nSo ‸it is.\nsupport: b\n', 'it', 'So it is.', 'claim: a\nSo it is.\nsupport: b');
  });

  it('take citations and code whole', () => {
    check(
      'See arXiv:21‸07.03374 there. Yes.\n',
      '2107.03374',
      'arXiv:2107.03374',
      'See arXiv:2107.03374 there. ',
      'See arXiv:2107.03374 there. Yes.',
    );
    check('The `a ‸b` there.\n', 'b', '`a b`', 'The `a b` there.');
  });

  it('grow in front matter, code and comments to what stands between the marks', () => {
    check('---\ntitle: ‸T\na: b\n---\nx', 'T', 'title: T', 'title: T\na: b', '---\ntitle: T\na: b\n---');
    check(
      'claim: x\n  ```\n  a ‸b\n  ```\n',
      'b',
      '  a b',
      '```\n  a b\n  ```',
      'x\n  ```\n  a b\n  ```',
      'claim: x\n  ```\n  a b\n  ```',
    );
    check('<!-- a‸b -->\n', 'ab', ' ab ', '<!-- ab -->');
  });

  it('are the note where nothing is written', () => {
    check('‸');
    check('claim: a\n‸');
    check('# A\n‸\n# B', '# A\n');
  });

  it('leave out a word or sentence that may go on beyond what is searched', () => {
    const long = 'word '.repeat(2000);
    const [word, text] = chainAt(`claim: ${long}end.`, 5000);
    assert.deepEqual([word?.end ?? 0, text], [(word?.start ?? 0) + 4, { start: 7, end: 10_011 }]);
    assert.deepEqual(chainAt('x'.repeat(9000), 4500), [{ start: 0, end: 9000 }]);
  });

  it('hold no more branches than clients can walk, of 2,000 nested ones', () => {
    const text = `# A\n${'question: A\nanswer: B\n'.repeat(1000)}`;
    const note = new Note('file:///note', text);
    const positions = Array.from({ length: 100 }, (_, i) => ({ line: 2000 - i, character: 0 }));
    for (const selection of selectionRanges(note, positions)) {
      const chain = chainOf(note, selection);
      assert.ok(chain.length > 195 && chain.length < 210);
      assert.deepEqual(chain.at(-1), { start: 0, end: text.length });
    }
  });

  it('hold their position and grow, whatever the note', () =>
    holds(noteText, (text) => {
      const note = new Note('file:///note', text);
      const { lines } = note.tree;
      const positions = Array.from({ length: text.length + 1 }, (_, at) => lines.position(at)).filter(
        ({ line, character }) => lines.start(line) + character <= lines.end(line),
      );
      const selections = selectionRanges(note, positions);
      assert.equal(selections.length, positions.length);
      selections.forEach((selection, i) => {
        const chain = chainOf(note, selection);
        let inner = { start: lines.offset(positions[i] ?? assert.fail()), end: -1 };
        inner.end = inner.start;
        for (const range of chain) {
          assert.ok(range.start <= inner.start && inner.end <= range.end);
          assert.ok(range.end - range.start > inner.end - inner.start || text === '');
          inner = range;
        }
        assert.deepEqual(inner, { start: 0, end: lines.offset(lines.position(text.length)) });
      });
    }));
});
