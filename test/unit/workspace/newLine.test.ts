import assert from 'node:assert/strict';
import { newLineUnder } from '../../../server/src/workspace/newLine';
import { Note } from '../../../server/src/workspace/note';
import { noteText } from '../../support/arbitraries';
import { holds } from '../../support/property';

/** The text of a note with a new line under one of its statements, and the place of the cursor. */
function withNewLine(text: string, index: number, header: string): { text: string; cursor: number } {
  const note = new Note('file:///notes/a.debate', text);
  const point = note.argument.points[index];
  assert.ok(point);
  const { range, newText, cursor } = newLineUnder(note, point, header);
  return { text: text.slice(0, range.start) + newText + text.slice(range.end), cursor: range.start + cursor };
}

/** Expects a note with a new `cite: ` under its first statement, the cursor marked. */
function check(source: string, expected: string) {
  const { text, cursor } = withNewLine(source, 0, 'cite: ');
  assert.equal(`${text.slice(0, cursor)}‸${text.slice(cursor)}`, expected);
}

describe('a new line under a statement', () => {
  it('is indented two columns', () => check('claim: A\nB', 'claim: A\n  cite: ‸\nB'));
  it('is indented like the first child', () => {
    check('claim: A\n    support: B', 'claim: A\n    cite: ‸\n    support: B');
    check('claim: A\n\tsupport: B', 'claim: A\n\tcite: ‸\n\tsupport: B');
    check('- claim: A\n    * support: B', '- claim: A\n    * cite: ‸\n    * support: B');
  });
  it('keeps its distance to a next statement that is indented by one column', () =>
    check('claim: A\n cite: B', 'claim: A\n   cite: ‸\n cite: B'));
  it('comes after all the text of the statement', () =>
    check('claim: A\n  B\n> C\n\nD', 'claim: A\n  B\n> C\n  cite: ‸\n\nD'));
  it('has the bullet of the statement, where the words of that begin', () => {
    check('- claim: A', '- claim: A\n  - cite: ‸');
    check('  *   claim: A', '  *   claim: A\n      *   cite: ‸');
    check('-\tclaim: A', '-\tclaim: A\n\t-\tcite: ‸');
  });
  it('is indented with a tab under a tab', () => {
    check('\tclaim: A', '\tclaim: A\n\t\tcite: ‸');
    check('\t- claim: A', '\t- claim: A\n\t\t- cite: ‸');
    check('\t   claim: A', '\t   claim: A\n\t   \t\tcite: ‸');
  });
  it('ends the line above as the note does', () => {
    check('claim: A\r\n\r\nB', 'claim: A\r\n  cite: ‸\r\n\r\nB');
    check('claim: A\rB', 'claim: A\r  cite: ‸\rB');
    check('claim: A', 'claim: A\n  cite: ‸');
  });

  it('leaves a blank line that ends in another way', () =>
    check('x\rclaim: A\r\n\n> B', 'x\rclaim: A\r\n  cite: ‸\n\n> B'));
  it('is the first child of its statement, and changes no other, whatever the note', () =>
    holds(noteText, (source) => {
      const before = new Note('file:///notes/a.debate', source).argument.points;
      for (const { index, statement } of before) {
        if (statement.keyword === 'cite') continue;
        const { text, cursor } = withNewLine(source, index, 'support: ');
        const after = new Note('file:///notes/a.debate', text).argument.points;
        assert.equal(after.length, before.length + 1);
        assert.equal(after[index + 1]?.statement.header.end, cursor - 1);
        assert.equal(after[index + 1]?.above, index);
        assert.equal(after[index]?.text, before[index]?.text);
      }
    }));
});
