import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { foldSpeaker } from '../../../server/src/argument/speakers';
import { destinationAt } from '../../../server/src/features/moving/destination';
import { moveBranches } from '../../../server/src/features/moving/moveBranches';
import type { NoteEdit } from '../../../server/src/features/noteEdits';
import { applied } from '../../../server/src/formatting/edits';
import type { Note } from '../../../server/src/workspace/note';
import { Notes } from '../../../server/src/workspace/notes';
import { noteText } from '../../support/arbitraries';
import { marked } from '../../support/marks';
import { nameOf, uriOf, type Workspace } from '../../support/notes';
import { holds } from '../../support/property';

/** Notes in which `⟦…⟧` marks statements that move and `‸` the place they go to; without it they go to the end of the last note. */
function move(workspace: Workspace): { notes: Notes; moved: ReturnType<typeof moveBranches> } {
  const notes = new Notes();
  const entries = Object.entries(workspace).map(([name, source]) => ({ name, ...marked(source) }));
  for (const { name, text } of entries) notes.set(uriOf(name), text, 1);
  const statements = entries.flatMap(({ name, ranges }) => {
    const note = notes.get(uriOf(name)) as Note;
    return ranges.map(({ start }) => {
      const point = note.argument.points.find(({ statement }) => statement.start <= start && start < statement.end);
      assert.ok(point, 'a statement is marked');
      return { note, point };
    });
  });
  const target = entries.find(({ cursor }) => cursor >= 0) ?? entries.at(-1);
  const to = destinationAt(
    notes.get(uriOf(target?.name ?? '')) as Note,
    (target?.cursor ?? -1) < 0 ? null : (target?.cursor as number),
  );
  return { notes, moved: moveBranches(notes, statements, to) };
}

/** The texts of the notes after a move. */
function textsAfter(notes: Notes, { moved }: ReturnType<typeof move>): Record<string, string> {
  assert.ok('edits' in moved, 'refused' in moved ? moved.refused : '');
  return Object.fromEntries(notes.all().map((note) => [nameOf(note.uri), editedBy(note, moved.edits)]));
}

function check(workspace: Workspace | string, expected: Readonly<Record<string, string>> | string): void {
  const given = typeof workspace === 'string' ? { note: workspace } : workspace;
  const result = move(given);
  const texts = textsAfter(result.notes, result);
  if (typeof expected === 'string') assert.equal(texts['note'], expected);
  else for (const [name, text] of Object.entries(expected)) assert.equal(texts[name], text, name);
}

function checkRefused(workspace: Workspace | string, why: RegExp): void {
  const { moved } = move(typeof workspace === 'string' ? { note: workspace } : workspace);
  assert.match('refused' in moved ? moved.refused : JSON.stringify(moved.edits.map(({ newText }) => newText)), why);
}

describe('moving branches within a note', () => {
  it('takes everything along that stands under a statement, indented anew', () =>
    check(
      'claim: a‸\n  support: b\nclaim: c\n  ⟦rebuttal⟧: d\n    more\n    support: e\n      > q\n  support: f\n',
      'claim: a\n  support: b\n  rebuttal: d\n    more\n    support: e\n      > q\nclaim: c\n  support: f\n',
    ));

  it('goes down as well as up, and to the end of a note without a line break', () => {
    check('claim: a\n  ⟦support⟧: b\nclaim: c‸', 'claim: a\nclaim: c\n  support: b');
    check('claim: c‸\nclaim: a\n  ⟦support⟧: b', 'claim: c\n  support: b\nclaim: a');
    check('claim: a\n  support: b‸\n  ⟦question⟧: c', 'claim: a\n  support: b\n    question: c');
  });

  it('goes right below what is answered without indentation, and indents what was flat', () =>
    check(
      'claim: a‸\nsupport: b\nclaim: c\n⟦rebuttal⟧: d\nquestion: e\n\nclaim: ⟦f⟧\nsupport: g\nundercut: h\n',
      'claim: a\n  rebuttal: d\n  claim: f\n    support: g\n      undercut: h\nsupport: b\nclaim: c\nquestion: e\n\n',
    ));

  it('moves several at once, each once', () =>
    check(
      'claim: a‸\nclaim: b\n  ⟦support⟧: c\n    ⟦rebuttal⟧: d\n  support: e\n  ⟦rebuttal⟧: f\n',
      'claim: a\n  support: c\n    rebuttal: d\n  rebuttal: f\nclaim: b\n  support: e\n',
    ));

  it('leaves paragraphs and headings where they are, and names the speakers that headings named', () =>
    check(
      '# Top\n\n## (Ada)\n⟦claim⟧: a\n\n## (Bo)\nprose\n\nrebuttal: b\n\n# Other\n\nquestion: q‸\n',
      '# Top\n\n## (Ada)\n\n## (Bo)\nprose\n\n# Other\n\nquestion: q\n  claim (Ada): a\n    rebuttal (Bo): b\n',
    ));

  it('names the speaker of a support whom only what it supports named', () =>
    check('claim (Ada): a\n  ⟦support⟧: b\nclaim (Bo): c‸\n', 'claim (Ada): a\nclaim (Bo): c\n  support (Ada): b\n'));

  it('takes a name of the old parent out, and replaces one of several', () => {
    check('claim #a: a\nclaim: b‸\n\n⟦rebuttal⟧ (Bo) -> #a: c\n', 'claim #a: a\nclaim: b\n  rebuttal (Bo): c\n\n');
    check(
      'question #a: a\nquestion #x: x\nquestion: why now‸\nanswer ⟦⟧-> #a, #x: c\n',
      'question #a: a\nquestion #x: x\nquestion #now: why now\n  answer -> #now, #x: c\n',
    );
  });

  it('goes to the end of a section', () =>
    check(
      '# One‸\nclaim: a\n\n## Sub\nclaim: b\n\n# Two\n- ⟦claim⟧: c\n  - support: d\n',
      '# One\nclaim: a\n\n- claim: c\n  - support: d\n\n## Sub\nclaim: b\n\n# Two\n',
    ));

  it('goes to the end of the note', () => {
    check('⟦claim⟧: a\n  support: b\n\nclaim: c\n', 'claim: c\n\nclaim: a\n  support: b\n');
    check('claim: x\n  ⟦question⟧: a\n\n# H\n', 'claim: x\n\n# H\n\nquestion: a\n');
  });

  it('takes quotations along that lead up to a statement, and those in it', () =>
    check('claim: a‸\nclaim: z\n\n> q\n\n⟦claim⟧: b\n  > r\n', 'claim: a\n\n> q\n\n  claim: b\n    > r\nclaim: z\n\n'));

  it('keeps line breaks, tabs and a byte order mark', () => {
    check('\ufeff⟦claim⟧: a\r\n\tsupport: b\r\nclaim: c‸', '\ufeffclaim: c\r\n  claim: a\r\n\t  support: b');
  });

  it('does not go where it cannot reply, into itself, or where it is', () => {
    checkRefused('⟦claim⟧: a\n  support: b‸', /under itself/);
    checkRefused('claim: a‸\n  ⟦support⟧: b', /already/);
    checkRefused('claim: a\n  ⟦support⟧: b', /A support replies to something/);
    checkRefused('claim: a\n  cite: b‸\nclaim: c\n  ⟦support⟧: d', /A support cannot reply to a cite/);
    checkRefused('claim: a‸\nclaim: c\n  support: d\n    ⟦undercut⟧: e', /An? undercut cannot reply to a claim/);
    checkRefused('claim (Bo): x\n⟦claim⟧: a\n\n# H\n\n## (Bo)\n\nclaim: b\n', /somebody’s/);
    checkRefused(
      'claim: a\n\nclaim #x: b\n\nclaim #x: c\n  support -> #x: d\n\nclaim: e‸\n\n⟦⟧claim #x: f\n',
      /already|otherwise|\[/,
    );
  });
});

describe('moving branches to another note', () => {
  it('keeps every reference leading where it led, in all notes', () =>
    check(
      {
        from: 'claim #a: a, see [[#b]] and [[to#y]]\n  support #c -> #a, #b: c\nclaim #b: b [[#a]]\nclaim: d\n  ⟦rebuttal⟧ #d -> #b: e [[#d]] [[#a]] [[#no]] [[to#y]] [[deep/far#z]]\n  support -> #d: f\n',
        to: 'claim: x‸\nclaim #y: y [[from#d]] [[from#a]]\n',
        'deep/far': 'claim #z: z [[../from#d]]\n',
      },
      {
        from: 'claim #a: a, see [[#b]] and [[to#y]]\n  support #c -> #a, #b: c\nclaim #b: b [[#a]]\nclaim: d\n  support -> to#d: f\n',
        to: 'claim: x\n  rebuttal #d: e [[#d]] [[from#a]] [[from#no]] [[to#y]] [[deep/far#z]]\nclaim #y: y [[#d]] [[from#a]]\n',
        'deep/far': 'claim #z: z [[../to#d]]\n',
      },
    ));

  it('gives ids that are taken there another name everywhere', () =>
    check(
      {
        from: '⟦claim⟧ #a: a [[#a]]\n  support #b: b\nclaim -> #a: c\n',
        other: 'rebuttal -> from#a, to#a: z\n',
        to: 'claim #a: x\nclaim: y [[#b]]\n',
      },
      {
        from: 'claim -> to#a-2: c\n',
        to: 'claim #a: x\nclaim: y [[#b]]\n\nclaim #a-2: a [[#a-2]]\n  support #b-2: b\n',
        other: 'rebuttal -> to#a-2, to#a: z\n',
      },
    ));

  it('does so though nobody refers to either', () =>
    check({ a: '⟦claim⟧ #x: a\n', b: 'claim #x: b\n' }, { b: 'claim #x: b\n\nclaim #x-2: a\n' }));

  it('writes paths from the folder of the other note', () =>
    check(
      { a: '⟦claim⟧: x [[b#y]]\n  rebuttal -> #z: w\nclaim #z: z\n', b: 'claim #y: y\n', 'my notes/c': 'claim: c\n' },
      {
        a: 'claim #z: z\n',
        'my notes/c': 'claim: c\n\nclaim: x [[../b#y]]\n  rebuttal -> ../a#z: w\n',
      },
    ));

  it('moves from several notes at once', () =>
    check(
      { a: '⟦claim⟧ #x: x [[b#x]]\n', b: 'claim #x: y ⟦⟧[[a#x]]\n', c: 'claim: c\n' },
      { a: '', b: '', c: 'claim: c\n\nclaim #x: x [[#x-2]]\n\nclaim #x-2: y [[#x]]\n' },
    ));

  it('takes lines out that only a blank line parts', () =>
    check({ a: '⟦claim⟧: a\n\n⟦claim⟧: b', b: 'claim: c\n' }, { a: '', b: 'claim: c\n\nclaim: a\n\nclaim: b\n' }));

  it('takes the line breaks of the other note', () =>
    check({ a: '⟦claim⟧: x\r\n  more\r\n', b: 'claim: b‸\n' }, { a: '', b: 'claim: b\n  claim: x\n    more\n' }));

  it('does not cut what cannot be named from an unsaved note', () =>
    checkRefused(
      { untitled1: '⟦claim⟧ #x: x\n\n# H\n\nrebuttal -> #x: y\n', b: 'claim: b\n' },
      /Save both notes first/,
    ));
});

describe('moving branches of any notes', () => {
  const values = fc.record({
    texts: fc.tuple(noteText, noteText),
    chosen: fc.array(fc.nat(30), { minLength: 1, maxLength: 2 }),
    isAway: fc.boolean(),
    at: fc.option(fc.nat(400)),
  });

  it('loses no word, and leaves everything said as it was', () => {
    let count = 0;
    holds(values, ({ texts, chosen, isAway, at }) => {
      const notes = new Notes();
      const [from, other] = texts.map((text, i) => notes.set(uriOf(`note${i}`), text, 1)) as [Note, Note];
      const to = isAway ? other : from;
      const { points } = from.argument;
      const statements = chosen.flatMap((n) => points[n % points.length] ?? []).map((point) => ({ note: from, point }));
      if (statements.length === 0) return;
      const destination = destinationAt(to, at === null ? null : at % (to.text.length + 1));
      const moved = moveBranches(notes, statements, destination);
      if ('refused' in moved) return;
      count++;
      const labels = () => (destination.under || mayChangeLabels(from) ? [] : labelsIn(notes));
      const before = [wordsIn(notes), saidIn(notes), labels()];
      for (const note of [from, other]) notes.set(note.uri, editedBy(note, moved.edits), 2);
      assert.deepEqual([wordsIn(notes), saidIn(notes), labels()], before);
    });
    assert.ok(count > 0, 'some branches move');
  });
});

/**
 * What comes to reply to nothing new changes no label either, but for two cases: a concession takes back what stands before
 * it, and a support without words is a reason as long as something of its own note replies to it.
 */
function mayChangeLabels({ argument: { structure } }: Note): boolean {
  const { keywords, wordless } = structure;
  return keywords.some((keyword, i) => keyword === 'concession' || (keyword === 'support' && wordless[i] === 1));
}

/** The text of a note after those of some edits that are its own, which must be disjoint. */
function editedBy(note: Note, edits: readonly NoteEdit[]): string {
  const own = edits.filter((edit) => edit.note === note);
  const sorted = own.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  sorted.forEach(({ range }, i) => {
    assert.ok((sorted[i - 1]?.range.end ?? 0) <= range.start, 'edits are disjoint');
  });
  return applied(note.text, sorted);
}

/** Every word of the notes that is no part of a header or a reference, sorted. */
function wordsIn(notes: Notes): string[] {
  return notes
    .all()
    .flatMap((note) =>
      note.tree.blocks.flatMap((block) => {
        const [start, end] = block.kind === 'statement' ? [block.header.end, block.end] : [block.start, block.end];
        return note.text
          .slice(start, end)
          .replace(/\[\[[^\]]*\]\]/g, ' ')
          .split(/\s+/);
      }),
    )
    .filter((word) => word !== '')
    .sort();
}

/** Who says what, sorted; who speaks where a support names nobody follows from what it supports. */
function saidIn(notes: Notes): string[] {
  return notes
    .all()
    .flatMap((note) =>
      note.argument.points.map(({ statement: { keyword }, speaker, text }) => {
        const who = keyword === 'support' ? '' : foldSpeaker(speaker ?? '');
        return `${keyword} ${who} ${text.replace(/\[\[[^\]]*\]\]/g, '')}`;
      }),
    )
    .sort();
}

/** What stands, sorted. */
function labelsIn(notes: Notes): string[] {
  return notes
    .all()
    .flatMap((note) =>
      note.argument.points.map((point) => {
        const words = point.text.replace(/\[\[[^\]]*\]\]/g, '');
        return `${notes.labelOf({ note, point })} ${point.statement.keyword} ${words}`;
      }),
    )
    .sort();
}
