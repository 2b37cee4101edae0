import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver-types';
import { hover } from '../../../server/src/features/hover';
import { Notes } from '../../../server/src/workspace/notes';
import { noteText } from '../../support/arbitraries';
import { marked } from '../../support/marks';
import { holds } from '../../support/property';

/** The first paragraph of a hover: what stands, and why. */
function reasonIn(found: Hover | null): string | null {
  const value = (found?.contents as { value: string } | undefined)?.value.split('\n\n')[0] ?? null;
  return value !== null && /^\d/.test(value) ? null : value;
}

/** Hovers over the cursor of one note among others (`name: text`), and expects plain words. */
function check(source: string, expected: string, others: Readonly<Record<string, string>> = {}) {
  const { text, cursor } = marked(source);
  const notes = new Notes();
  for (const [name, other] of Object.entries(others)) notes.set(`file:///notes/${name}.debate`, other);
  const note = notes.set('file:///notes/note.debate', text);
  const found = hover(notes, note, note.tree.lines.position(cursor), false);
  assert.equal(reasonIn(found), expected);
}

describe('the hover on a statement that stands', () => {
  it('says that nothing attacks it', () => check('cla‸im: A', 'Stands: nothing attacks it.'));
  it('names its reason', () =>
    check('claim: A‸\nsupport #s: B', 'Stands: nothing attacks it, and #s (line 2) supports it.'));
  it('names what has fallen that attacked it', () => {
    check(
      'claim: A‸\n  rebuttal #b: B\n    rebuttal #c: C',
      'Stands: #b (line 2), which attacks it, is rebutted by #c (line 3).',
    );
    check(
      'claim: A‸\n  rebuttal: B\n    undercut: C',
      'Stands: the rebuttal (line 2), which attacks it, is undercut by the undercut (line 3).',
    );
    check(
      'claim: A‸\nrebuttal #b (Bo): B\nconcession (Bo): C',
      'Stands: #b (line 2), which attacks it, is withdrawn: its speaker grants the point.',
    );
    check(
      'claim: A‸\n  rebuttal #b: B\n    support: C\n      rebuttal: D',
      'Stands: #b (line 2), which attacks it, is unfounded.',
    );
  });
  it('counts several attacks', () =>
    check(
      'claim: A‸\n  rebuttal #b: B\n    rebuttal #c: C\n  rebuttal: D\n    rebuttal: E',
      'Stands: none of the 2 attacks on it holds: #b (line 2) is rebutted by #c (line 3).',
    ));
});

describe('the hover on a rebutted statement', () => {
  it('names a rebuttal that nothing answers', () => {
    check('claim: A‸\nrebuttal #not-agents: B', 'Rebutted by #not-agents (line 2), which nothing answers.');
  });
  it('prefers it to one that was answered', () =>
    check(
      'claim: A‸\n  rebuttal #b: B\n    rebuttal #c: C\n      rebuttal #d: D\n  rebuttal #e: E',
      'Rebutted by #e (line 5), which nothing answers (and by 1 more).',
    ));
  it('says why the answer does not help', () =>
    check(
      'claim: A‸\n  rebuttal #b: B\n    rebuttal #c: C\n      rebuttal #d: D',
      'Rebutted by #b (line 2), which stands: #c (line 3), which answers it, is rebutted by #d (line 4).',
    ));
  it('names a statement of another note', () =>
    check('claim #a: A‸', 'Rebutted by other#x (line 2), which nothing answers.', {
      other: 'Prose.\nrebuttal #x -> note#a: X',
    }));
});

describe('the hover on an unfounded statement', () => {
  it('says what became of its only reason, and that it is worse off than a bare claim', () => {
    check(
      'claim: A‸\n  support #s: B\n    rebuttal #r: C',
      'Unfounded: its only reason, #s (line 2), is rebutted by #r (line 3). With no reason given at all, it would stand.',
    );
    check(
      'claim: A‸\n  support #s: B\n    undercut #u: C',
      'Unfounded: its only reason, #s (line 2), is undercut by #u (line 3). With no reason given at all, it would stand.',
    );
    check(
      'claim: A‸\n  cite: A book\n    undercut #u: C',
      'Unfounded: its only reason, the cite (line 2), is undercut by #u (line 3). With no reason given at all, it would stand.',
    );
  });
  it('counts several reasons', () =>
    check(
      'claim: A‸\n  support #s: B\n    rebuttal #r: C\n  support #t: B\n    rebuttal: C',
      'Unfounded: none of its 2 reasons holds: #s (line 2) is rebutted by #r (line 3). With no reason given at all, it would stand.',
    ));
  it('says so of reasons that lean on each other', () =>
    check(
      'claim #a: A‸\nsupport #s -> #a, #t: B\nsupport #t -> #s: C',
      'Unfounded: its only reason, #s (line 2), is unfounded. With no reason given at all, it would stand.',
    ));
});

describe('the hover on a contested statement', () => {
  it('names the other side', () => {
    check(
      'claim #a: A‸\nclaim #b: B\nrebuttal #x -> #a, #y: C\nrebuttal #y -> #b, #x: D',
      'Contested: #x (line 3), which attacks it, is contested.',
    );
    check('claim: A\nrebuttal #x -> #y: C‸\nrebuttal #y -> #x: D', 'Contested: it and #y (line 3) attack each other.');
    check('rebuttal #x -> #x: C‸', 'Contested: it attacks itself.');
  });
  it('names a reason that is open', () =>
    check(
      'claim #a: A‸\nsupport #s -> #a: B\nrebuttal #x -> #s, #y: C\nrebuttal #y -> #x: D',
      'Contested: #s (line 2), which supports it, is contested.',
    ));
});

describe('the hover on what asserts nothing', () => {
  it('is none', () => {
    for (const keyword of ['question', 'concession']) {
      const notes = new Notes();
      const note = notes.set('file:///note.debate', `claim: A\n${keyword}: B`);
      assert.equal(hover(notes, note, { line: 1, character: 2 }), null);
    }
  });
});

describe('the hover on any statement', () => {
  it('always has a reason', () =>
    holds(noteText, (text) => {
      const notes = new Notes();
      const note = notes.set('file:///notes/a.debate', text);
      for (const point of note.argument.points) {
        const label = notes.labelOf({ note, point });
        const found = hover(notes, note, note.tree.lines.position(point.statement.keywordRange.start), false);
        const value = reasonIn(found) ?? '';
        if (label) assert.match(value, /^(?:(?:Stands|Contested|Unfounded):|Rebutted by) \S.*\.$/s);
        else assert.equal(value, '');
        assert.doesNotMatch(value, /\bholds\.|undefined|null/);
      }
    }));
});
