import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Point, sameSpeaker } from '../../../server/src/argument/argument';
import { FALSE, IN, type LabelGraph, TRUE, UNDECIDED } from '../../../server/src/argument/labelling';
import type { Note } from '../../../server/src/workspace/note';
import { Notes } from '../../../server/src/workspace/notes';
import { edited, edits, noteText } from '../../support/arbitraries';
import { holds } from '../../support/property';
import { slowLabels } from '../../support/slowLabels';
import { textAfter, tiedSteps } from '../../support/tiedNotes';

/** Notes by name; the labels of the last one's statements, in order. */
function labelsOf(workspace: Readonly<Record<string, string>>): string {
  const notes = new Notes();
  let last: Note | undefined;
  for (const [name, text] of Object.entries(workspace)) last = notes.set(`file:///notes/${name}.debate`, text);
  const note = last ?? assert.fail();
  return note.argument.points.map((point) => notes.labelOf({ note, point }) ?? '-').join(' ');
}

function check(source: string, expected: string) {
  assert.equal(labelsOf({ note: source }), expected);
}

describe('the labels of a note', () => {
  it('are those of claims, answers, supports, rebuttals and undercuts', () =>
    check(
      'question: Q\nanswer: A\n  support: B\n    undercut: C\n  rebuttal: D\n  concession (Bo): E\n  cite: F',
      '- rebutted stands stands stands - -',
    ));
  it('follow targets, also later ones and several', () =>
    check('rebuttal -> #b, #c: A\nclaim #b: B\nclaim #c: C\nclaim: D', 'stands rebutted rebutted stands'));
  it('leave a question and what stands under it alone', () =>
    check('question #q: Q\n  rebuttal: A\n  support: B\nclaim -> #q: C', '- stands stands stands'));
  it('take a citation for a reason, unless it is undercut, malformed or empty', () => {
    check('claim: A\n  support: B\n    rebuttal: C\n  cite: A book', 'stands rebutted stands -');
    check(
      'claim: A\n  support: B\n    rebuttal: C\n  cite: A book\n    undercut: D',
      'unfounded rebutted stands - stands',
    );
    check('claim: A\n  support: B\n    rebuttal: C\n  cite: arXiv:2113.03374', 'unfounded rebutted stands -');
    check('claim: A\n  support: B\n    rebuttal: C\n  cite:', 'unfounded rebutted stands -');
    check('claim: A\n  cite: A book\n    undercut: B', 'unfounded - stands');
  });
  it('take a paper in the own words of a statement for a reason, but no web page', () => {
    check('claim: A arXiv:2107.03374\n  support: B\n    rebuttal: C', 'stands rebutted stands');
    check('claim: A https://example.org/\n  support: B\n    rebuttal: C', 'unfounded rebutted stands');
    check('claim: A\n  support: B doi:10.1000/182\n    support: C\n      rebuttal: D', 'stands stands rebutted stands');
  });
  it('do not count a support that is still to be filled in', () => {
    check('claim: A\n  support:', 'stands stands');
    check('claim: A\n  support:\n    rebuttal: B', 'unfounded rebutted stands');
  });
  it('hit every link of a statement with an undercut', () =>
    check('claim #a: A\nclaim #b: B\nsupport #s -> #a, #b: C\n  undercut: D', 'unfounded unfounded stands stands'));
  it('hit links of undercuts', () =>
    check('claim: A\n  support: B\n    undercut: C\n      undercut: D', 'stands stands stands stands'));
  it('leave out attacks that a concession of their speaker below them withdraws', () => {
    check('claim: A\nrebuttal (Bo): B\nconcession (@bo): C', 'stands stands -');
    check('claim: A\nconcession (Bo): C\nrebuttal (Bo): B', 'rebutted - stands');
    check('claim: A\nrebuttal (Bo): B\nconcession: C', 'rebutted stands -');
    check('claim: A\nrebuttal (Cy): B\nconcession (Bo): C', 'rebutted stands -');
    check('### (Bo)\nclaim: A\nrebuttal: B\nconcession: C', 'stands stands -');
    check('claim #a: A\nclaim #b: B\nrebuttal (Bo) -> #a, #b: C\nconcession (Bo) -> #b: D', 'rebutted stands stands -');
    check('claim: A\n  support #s: B\n    undercut (Bo): C\n    concession (Bo): D', 'unfounded stands stands -');
  });
  it('reach over notes', () => {
    assert.equal(labelsOf({ other: 'rebuttal -> note#a: X', note: 'claim #a: A' }), 'rebutted');
    assert.equal(
      labelsOf({ third: 'rebuttal -> other#x: Y', other: 'rebuttal #x -> note#a: X', note: 'claim #a: A' }),
      'stands',
    );
    assert.equal(labelsOf({ other: 'rebuttal #x -> note#y: X', note: 'rebuttal #y -> other#x: Y' }), 'contested');
    assert.equal(
      labelsOf({ other: 'concession (Bo) -> note#a: X', note: 'claim #a: A\nrebuttal (Bo): B' }),
      'rebutted stands',
    );
  });
  it('follow a source that an edit puts in', () => {
    const notes = new Notes();
    for (const [words, label] of [
      ['A', 'unfounded'],
      ['A arXiv:2107.03374', 'stands'],
      ['A', 'unfounded'],
    ]) {
      const note = notes.set('file:///notes/note.debate', `claim: ${words}\n  support: B\n    rebuttal: C`);
      assert.equal(notes.labelOf({ note, point: note.argument.point(0) ?? assert.fail() }), label);
    }
  });
  it('know what is withdrawn as soon as it is there', () => {
    const notes = new Notes();
    const from = notes.set('file:///notes/from.debate', 'rebuttal (Bo) -> to#x: No.\nconcession (Bo) -> to#x: Yes.');
    notes.standing(from);
    const to = notes.set('file:///notes/to.debate', 'claim #x: So it is.');
    assert.ok(notes.standing(from).isWithdrawn({ note: from, index: 0 }, { note: to, index: 0 }));
  });
  it('take ten thousand ids that attack each other in a ring, and levels without end', () => {
    const ring = Array.from({ length: 10_000 }, (_, i) => `rebuttal #r${i} -> #r${(i + 1) % 10_000}: x`).join('\n');
    assert.match(labelsOf({ note: ring }), /^(?:contested ?)+$/);
    const deep = ['claim #r0: x', ...Array.from({ length: 20_000 }, (_, i) => `rebuttal #r${i + 1} -> #r${i}: x`)].join(
      '\n',
    );
    assert.match(labelsOf({ note: deep }), /^stands rebutted stands .* rebutted stands$/);
  });
});

/** The graph of a note as the reference has it: a node for every statement and for every single link. */
class GraphByTheBook {
  private readonly base: number[];
  private readonly attacks: [number, number][] = [];
  private readonly supports: [number, number][] = [];
  private readonly undercuts: [link: number, target: number][] = [];
  private readonly linksOf = new Map<number, number[]>();

  constructor(private readonly note: Note) {
    this.base = note.argument.points.map(() => TRUE);
    for (const point of note.argument.points) {
      if (LINKED.test(point.statement.keyword) && this.counts(point)) this.addLinks(point);
      if (this.isAsserted(point.index) && note.isSourced(point.index)) {
        this.supports.push([this.base.length, point.index]);
        this.base.push(TRUE);
      }
    }
    for (const [link, target] of this.undercuts) {
      for (const hit of this.linksOf.get(target) ?? []) this.attacks.push([link, hit]);
    }
  }

  private counts({ index, statement: { keyword }, introducedBy, children }: Point): boolean {
    if (keyword === 'cite') return this.note.isSourced(index);
    const green = this.note.tree.green[this.note.argument.blocks[index] as number];
    const isWordless = green?.kind === 'statement' && green.isWordless;
    return keyword !== 'support' || !isWordless || introducedBy.length > 0 || children.length > 0;
  }

  private addLinks(point: Point) {
    const { keyword } = point.statement;
    for (const { index: to } of point.repliesTo) {
      if (to === null || (keyword !== 'undercut' && !this.isAsserted(to))) continue;
      const link = this.base.length;
      this.base.push(this.isWithdrawn(point, to) ? FALSE : keyword === 'cite' ? TRUE : point.index);
      this.linksOf.set(point.index, [...(this.linksOf.get(point.index) ?? []), link]);
      if (keyword === 'undercut') this.undercuts.push([link, to]);
      else (keyword === 'rebuttal' ? this.attacks : this.supports).push([link, to]);
    }
  }

  private isWithdrawn({ index, speaker, statement }: Point, to: number): boolean {
    if (statement.keyword !== 'rebuttal' || speaker === null) return false;
    return this.note.argument.points.some(
      (other) =>
        other.statement.keyword === 'concession' &&
        other.index > index &&
        other.speaker !== null &&
        sameSpeaker(other.speaker, speaker) &&
        other.repliesTo.some((reply) => reply.index === to),
    );
  }

  private isAsserted(index: number): boolean {
    return ASSERTED.test(this.note.argument.points[index]?.statement.keyword ?? '');
  }

  graph(): LabelGraph {
    return {
      size: this.base.length,
      base: Int32Array.from(this.base),
      attackFrom: Int32Array.from(this.attacks, ([from]) => from),
      attackTo: Int32Array.from(this.attacks, ([, to]) => to),
      supportFrom: Int32Array.from(this.supports, ([from]) => from),
      supportTo: Int32Array.from(this.supports, ([, to]) => to),
    };
  }
}

const LINKED = /^(?:support|rebuttal|undercut|cite)$/;
const ASSERTED = /^(?:claim|answer|support|rebuttal|undercut)$/;

function assertLabels(notes: Notes, note: Note) {
  const values = slowLabels(new GraphByTheBook(note).graph());
  for (const point of note.argument.points) {
    const label = notes.labelOf({ note, point });
    if (label === null) continue;
    const value = values[point.index];
    const expected = value === IN ? ['stands'] : value === UNDECIDED ? ['contested'] : ['rebutted', 'unfounded'];
    assert.ok(expected.includes(label), `${label}: ${point.text} in\n${note.text}`);
  }
}

describe('notes that references tie together', () => {
  const TEXTS = { a: 'claim #x: A', b: 'rebuttal -> a#x: B\nclaim #y: C', c: 'rebuttal -> b#y: D', alone: 'claim: E' };
  const uriOf = (name: string) => `file:///notes/${name}.debate`;

  it('are found, and labelled, once for all of them, until one of them changes', () => {
    const notes = new Notes();
    const [a, b, c, alone] = Object.entries(TEXTS).map(([name, text]) => notes.set(uriOf(name), text)) as Note[];
    assert.ok(a && b && c && alone);
    const tied = notes.tiedTo(b);
    assert.deepEqual(tied, [a, b, c]);
    for (const note of [a, c]) {
      assert.equal(notes.tiedTo(note), tied);
      assert.equal(notes.standing(note), notes.standing(b));
    }
    assert.deepEqual(notes.tiedTo(alone), [alone]);
    notes.set(uriOf('alone'), 'claim: F');
    assert.equal(notes.tiedTo(c), tied);
    const before = notes.standing(a);
    const fresh = notes.set(uriOf('c'), `${TEXTS.c} and more`);
    assert.deepEqual(notes.tiedTo(a), [a, b, fresh]);
    assert.equal(notes.tiedTo(fresh), notes.tiedTo(a));
    assert.equal(notes.standing(fresh), before, 'words change no label');
  });

  it('are not confused by one that has been replaced', () => {
    const notes = new Notes();
    const a = notes.set(uriOf('a'), TEXTS.a);
    const old = notes.set(uriOf('b'), TEXTS.b);
    const fresh = notes.set(uriOf('b'), 'claim: nothing of a');
    assert.deepEqual(notes.tiedTo(old), [a, old]);
    assert.deepEqual([notes.tiedTo(a), notes.tiedTo(fresh)], [[a], [fresh]]);
    assert.equal(notes.standing(a).label(a, 0), 'stands');
  });
});

describe('the labels of any note', () => {
  it('are those of the graph of all its single links, edit after edit', () =>
    holds(
      fc.tuple(noteText, edits),
      ([text, changes]) => {
        const notes = new Notes();
        let now = text;
        assertLabels(notes, notes.set('file:///notes/note.debate', now));
        for (const change of changes) {
          now = edited(now, change);
          assertLabels(notes, notes.set('file:///notes/note.debate', now));
        }
      },
      1 / 2,
    ));
});

describe('the labels of notes that refer to each other', () => {
  it('are those of notes that have no past, whatever has happened to them and whoever was asked', () =>
    holds(tiedSteps, (steps) => {
      const notes = new Notes();
      const texts = new Map<string, string>();
      for (const step of steps) {
        const text = textAfter(texts.get(step.uri), step);
        if (text === null) {
          texts.delete(step.uri);
          notes.delete(step.uri);
        } else {
          texts.set(step.uri, text);
          notes.set(step.uri, text);
        }
        const fresh = new Notes();
        for (const [uri, now] of texts) fresh.set(uri, now);
        for (const uri of step.asked) assert.deepEqual(knownOf(notes, uri), knownOf(fresh, uri));
      }
    }));
});

function knownOf(notes: Notes, uri: string) {
  const note = notes.get(uri);
  return note?.argument.points.map((point) => ({
    label: notes.labelOf({ note, point }),
    replies: notes.repliesTo({ note, point }).map((by) => [by.note.uri, by.point.text, by.point.statement.start]),
    tied: notes.tiedTo(note).map((other) => other.uri),
    withdrawn: notes.repliedTo({ note, point }).map((to) => {
      return notes.standing(note).isWithdrawn({ note, index: point.index }, { note: to.note, index: to.point.index });
    }),
  }));
}
