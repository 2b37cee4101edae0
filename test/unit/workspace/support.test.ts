import assert from 'node:assert/strict';
import { Notes } from '../../../server/src/workspace/notes';
import { type Backing, backingOf, saysNothing } from '../../../server/src/workspace/support';

/** Expects what backs the first claim of the first note. Further notes are `b`, `c` … in the same folder. */
function check(expected: Backing, ...texts: string[]) {
  const notes = new Notes();
  const [note] = texts.map((text, i) => notes.set(`file:///notes/${'abc'[i]}.debate`, text));
  const point = note?.argument.points.find(({ statement }) => /claim|answer/.test(statement.keyword));
  assert.ok(note && point);
  assert.equal(backingOf(notes, { note, point }), expected);
}

describe('a claim is backed', () => {
  it('by a support that says something', () => {
    check('backed', 'claim: A\nsupport: B');
    check('backed', 'question: Q\nanswer: A\n  support: B');
    check('backed', 'claim: A\n  support:\n    > B');
    check('backed', 'claim: A\n> Q\n\n> B\n\nsupport:');
  });
  it('by a cite that names a source', () => {
    check('backed', 'claim: A\ncite: arXiv:2107.03374');
    check('backed', 'claim: A\ncite: https://example.org/talk');
    check('backed', 'claim: A\ncite: The minutes');
  });
  it('by a paper in its own text', () => {
    check('backed', 'claim: A arXiv:2107.03374');
    check('backed', 'claim: A (https://arxiv.org/pdf/2107.03374v2)');
    check('backed', 'claim: A\n  doi:10.1145/3287560.3287596');
  });
  it('by the concession of another speaker', () => {
    check('backed', 'claim (Ada): A\nconcession (Bo): B');
    check('backed', 'claim: A\nconcession (Bo): B');
  });
  it('from another note', () => {
    check('backed', 'claim #x: A', 'support -> a#x: B');
    check('backed', 'claim #x: A', 'cite -> a#x: arXiv:2107.03374');
    check('backed', 'claim #x (Ada): A', 'concession (Bo) -> a#x: B');
  });
  it('by a support somewhere else that names it', () => check('backed', 'claim #x: A\n# B\nsupport -> #y, #x: C'));
});

describe('a claim is backed by nothing', () => {
  it('where nothing replies, or nothing that gives a reason', () => {
    check('none', 'claim: A');
    check('none', 'claim: A\nrebuttal: B\nquestion: C\n  answer: D');
    check('none', 'claim: A\n  claim: B');
  });
  it('by a web link, a paper in a quotation, or one that cannot exist', () => {
    check('none', 'claim: A https://example.org/talk');
    check('none', 'claim: A\n> arXiv:2107.03374');
    check('none', '> arXiv:2107.03374\n\nclaim: A');
    check('none', 'claim: A arXiv:2513.00001');
    check('none', 'claim: A\ncite: arXiv:2513.00001');
    check('none', 'claim: A `arXiv:2107.03374`');
  });
  it('by the concession of its own speaker, or of nobody', () => {
    check('none', 'claim (Ada): A\nconcession (@ada): B');
    check('none', 'claim (Ada): A\nconcession: B');
    check('none', '### (Ada)\nclaim: A\nconcession: B');
  });
  it('by what supports a reply to it', () => check('none', 'claim: A\n  rebuttal: B\n    support: C\n    cite: D'));
  it('by a support that targets something else', () => check('none', 'claim: A\n  support -> #x: B'));
});

describe('a reason is begun', () => {
  it('by a support or a cite that is still empty', () => {
    check('begun', 'claim: A\nsupport:');
    check('begun', 'claim: A\n  cite: ');
    check('begun', 'claim: A\n  support: <!-- what? -->');
    check('begun', 'claim #x: A', 'support -> a#x:');
  });
  it('and given by the next that is not', () => {
    check('backed', 'claim: A\nsupport:\nsupport: B');
    check('backed', 'claim: A\nsupport: B\nsupport:');
    check('begun', 'claim: A\n  support:\n  cite: arXiv:2513.00001');
  });
});

describe('a statement that says nothing', () => {
  /** Expects what the first statement of a note says. */
  function checkSilent(source: string, expected: boolean) {
    const notes = new Notes();
    const note = notes.set('file:///notes/a.debate', source);
    const point = note.argument.points[0];
    assert.equal(point && saysNothing({ note, point }), expected);
  }

  it('has no words, no quotation and nothing under it', () => {
    checkSilent('claim #a (Ada):', true);
    checkSilent('claim:\n\nA', true);
    checkSilent('claim:\n# B\nsupport: C', true);
  });
  it('has none inside, above or below', () => {
    checkSilent('claim: A', false);
    checkSilent('claim:\n> A', false);
    checkSilent('> A\nclaim:', false);
    checkSilent('claim:\nsupport: A', false);
  });
});
