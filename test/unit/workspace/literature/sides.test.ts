import assert from 'node:assert/strict';
import { Notes } from '../../../../server/src/workspace/notes';
import { uriOf } from '../../../support/notes';

function notesOf(texts: Readonly<Record<string, string>>): Notes {
  const notes = new Notes();
  for (const [name, text] of Object.entries(texts)) notes.set(uriOf(name), text);
  return notes;
}

/** What the statements of a note come to, in order, each as `words: +claim -claim`. */
function shown(notes: Notes, name: string): string[] {
  const note = notes.get(uriOf(name));
  assert.ok(note);
  return note.argument.points.map(({ index, text }) => {
    const sides = notes
      .sidesOf(note, index)
      .map(({ claim, does }) => (does === 'supports' ? '+' : '-') + claim.point.text);
    return [`${text}:`, ...sides].join(' ');
  });
}

function check(text: string, ...expected: string[]): void {
  assert.deepEqual(shown(notesOf({ a: text }), 'a'), expected);
}

describe('the side of a statement', () => {
  it('is that of its claim, changed by every rebuttal and undercut on the way', () =>
    check(
      `claim: A
  support: B
    undercut: C
  rebuttal: D
    support: E
    rebuttal: F
    undercut: G
  concession (X): H
  cite: I
`,
      'A: +A',
      'B: +A',
      'C: -A',
      'D: -A',
      'E: -A',
      'F: +A',
      'G: +A',
      'H: +A',
      'I: +A',
    ));

  it('is none in a question, and that of the answer under it', () =>
    check(
      'claim: A\n  question: B\n    answer: C\n      rebuttal: D\nsupport -> #nowhere: E\n',
      'A: +A',
      'B:',
      'C: +C',
      'D: -C',
      'E:',
    ));

  it('may be that of several claims, or both of one', () =>
    check(
      'claim #a: A\nclaim #b: B\nrebuttal #r -> #a, #b: C\nsupport -> #a, #r: D\n',
      'A: +A',
      'B: +B',
      'C: -A -B',
      'D: +A -A -B',
    ));

  it('goes over notes', () => {
    const notes = notesOf({ a: 'claim #x: A\nrebuttal #y -> #x: B\n', b: 'undercut -> a#y: C\n  support: D\n' });
    assert.deepEqual(shown(notes, 'b'), ['C: +A', 'D: +A']);
    notes.set(uriOf('a'), 'claim #x: New\nrebuttal #y -> #x: B\n');
    assert.deepEqual(shown(notes, 'b'), ['C: +New', 'D: +New']);
    notes.set(uriOf('a'), 'claim #x: New\nsupport #y -> #x: B\n');
    assert.deepEqual(shown(notes, 'b'), ['C: -New', 'D: -New']);
  });

  it('ends in rings, and where there are very many claims', () => {
    check('rebuttal #a -> #b: A\nrebuttal #b -> #a: B\n', 'A:', 'B:');
    const claims = Array.from({ length: 20 }, (_, i) => `claim #c${i}: ${i}\n`).join('');
    const targets = Array.from({ length: 20 }, (_, i) => `#c${i}`).join(', ');
    const found = shown(notesOf({ a: `${claims}support -> ${targets}: S\n` }), 'a');
    assert.equal(found.at(-1), 'S: +0 +1 +2 +3 +4 +5 +6 +7');
  });

  it('is found in a thread of any depth', () => {
    const deep = Array.from({ length: 5_000 }, (_, i) => `rebuttal #r${i} -> #${i === 0 ? 'c' : `r${i - 1}`}: x\n`);
    const notes = notesOf({ a: `claim #c: A\n${deep.join('')}` });
    assert.equal(shown(notes, 'a').at(-1), 'x: +A');
  });
});
