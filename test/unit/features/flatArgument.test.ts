import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FlatStatement, flatArgument } from '../../../server/src/features/flatArgument';
import { Note } from '../../../server/src/workspace/note';
import { marked } from '../../support/marks';

function viewOf(text: string): FlatStatement[] {
  return flatArgument(new Note('file:///note', text));
}

/** Statements as a list indented by what they hang under. */
function check(text: string, ...expected: string[]) {
  const view = viewOf(text);
  const depths: number[] = [];
  const lines = view.map(({ parent, kind, id, speaker, text: words }) => {
    const depth = parent === null ? 0 : (depths[parent] ?? -1) + 1;
    depths.push(depth);
    const header = [kind, id && `#${id}`, speaker && `(${speaker})`].filter((part) => part).join(' ');
    return `${'  '.repeat(depth)}${header}: ${words}`;
  });
  assert.deepEqual(lines, expected);
}

/** The keys of the statements, by their words. */
function keys(text: string): Map<string, string> {
  return new Map(viewOf(text).map((statement) => [statement.text, statement.key]));
}

/** Checks that all statements that both texts have keep their keys. */
function checkStable(before: string, after: string) {
  const then = keys(before);
  for (const [words, key] of keys(after)) {
    if (then.has(words)) assert.equal(key, then.get(words), words);
  }
}

describe('an argument as a flat list', () => {
  it('is a flat list, parents first', () => {
    check('');
    check('prose');
    check(
      'claim #a (Ada): one\nrebuttal (Bo): two\ncite: three\nsupport: four\nclaim: five',
      'claim #a (Ada): one',
      '  rebuttal (Bo): two',
      '    cite: three',
      '  support (Ada): four',
      'claim: five',
    );
  });

  it('keeps the name of the statement that an id means, whichever stands first in the tree', () => {
    const before = 'claim #a: one\nclaim #b: two';
    checkStable(before, 'claim #a: one\nclaim #b -> #c: two\nquestion #c: three');
    checkStable(before, `${before}\nclaim #b -> #a: three`);
  });

  it('follows targets', () => {
    check('claim #a: one\nclaim: two\nrebuttal -> #a: three', 'claim #a: one', '  rebuttal: three', 'claim: two');
    check('rebuttal -> #a: one\nclaim #a: two', 'claim #a: two', '  rebuttal: one');
  });

  it('opens rings at their earliest statement', () => {
    check('rebuttal #a -> #b: one\nrebuttal #b -> #a: two', 'rebuttal #a: one', '  rebuttal #b: two');
    check('claim #a -> #a: one', 'claim #a: one');
  });

  it('knows header and words, and the keyword to lead to', () => {
    const { text, ranges } = marked('x\n  ⟦- ⟦claim⟧ #a: one\n    two⟧\n\n  <!-- c -->');
    const note = new Note('file:///note', text);
    const [whole, keyword] = ranges.map((range) => note.tree.lines.positions(range));
    const [statement] = flatArgument(note);
    assert.deepEqual([statement?.range, statement?.selectionRange], [whole, keyword]);
  });

  it('names statements once each', () => {
    const lines = fc.constantFrom(
      'claim: x',
      'claim #a: x',
      '  support: x',
      '  support #a: x',
      '    undercut: x',
      'rebuttal -> #a: x',
      'cite #b: x',
      'rebuttal #b -> #b: x',
      '# h',
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 20 }), (written) => {
        const view = viewOf(written.join('\n'));
        assert.equal(new Set(view.map(({ key }) => key)).size, view.length);
        view.forEach(({ parent }, i) => {
          assert.ok(parent === null || parent < i);
        });
      }),
    );
  });

  it('keeps names while the text elsewhere is edited', () => {
    const note = 'claim: one\n  support: two\n  rebuttal: three\n    cite: four\nclaim #b: five\n  support: six';
    checkStable(note, `prose\n\n${note}\nclaim: new\n  support: newer`);
    checkStable(note, note.replace('one', 'changed').replace('claim #b:', 'claim #b (Ada):'));
    checkStable(note, note.replace('  rebuttal: three', '  rebuttal: three\n    question: new'));
    checkStable(note, note.replace('claim: one', 'question: new\nclaim: one'));
    checkStable('claim #a: one\n  cite: two', 'claim: new\n\n# moved\n\n- claim (Ada) #a: one\n  - cite: two');
  });

  it('takes 2,000 nested statements', () => {
    const text = Array.from({ length: 2000 }, (_, i) => `rebuttal #r${i + 1} -> #r${i}: x`).join('\n');
    const view = viewOf(text);
    assert.deepEqual(
      view.map(({ parent }) => parent),
      [null, ...Array.from({ length: 1999 }, (_, i) => i)],
    );
    assert.equal(new Set(view.map(({ key }) => key)).size, 2000);
    assert.ok(view.every(({ key }) => key.length < 32));
  });
});
