import assert from 'node:assert/strict';
import { Notes } from '../../../server/src/workspace/notes';

/** Notes by file name in one folder of a workspace. */
function notesOf(files: Record<string, string>): Notes {
  const notes = new Notes();
  for (const [name, text] of Object.entries(files)) notes.set(uriOf(name), text);
  return notes;
}

function uriOf(name: string): string {
  return name.includes(':') ? name : `file:///notes/${name.split('/').map(encodeURIComponent).join('/')}`;
}

/** Expects what each target of a note means, as `file: text`, or `-` where it leads nowhere. */
function checkMeant(notes: Notes, from: string, ...expected: string[]) {
  const note = notes.get(uriOf(from));
  assert.ok(note);
  const targets = note.argument.points.flatMap(({ statement }) => statement.targets);
  const shown = targets.map((target) => {
    const meant = notes.resolve(note, target);
    return meant ? `${decodeURIComponent(meant.note.uri.replace('file:///notes/', ''))}: ${meant.point.text}` : '-';
  });
  assert.deepEqual(shown, expected);
}

/** Expects the texts of what replies to the first statement of a note, over all notes. */
function checkReplies(notes: Notes, to: string, ...expected: string[]) {
  const note = notes.get(uriOf(to));
  const point = note?.argument.points[0];
  assert.ok(note && point);
  assert.deepEqual(
    notes.repliesTo({ note, point }).map((reply) => reply.point.text),
    expected,
  );
}

describe('a reference to another note', () => {
  it('leads nowhere with half a character in its path', () =>
    checkMeant(notesOf({ 'a.debate': 'claim -> \ud83d#a, <\udc00#a>: A' }), 'a.debate', '-', '-'));
  it('leaves its ending out, or not', () => {
    const notes = notesOf({
      'a.debate': 'claim #x: A',
      'b.debate.md': 'claim #x: B',
      'c.md': 'claim #x: C',
      'from.debate': 'support -> a#x, a.debate#x, b#x, b.debate.md#x, c#x, c.md#x: F',
    });
    checkMeant(
      notes,
      'from.debate',
      'a.debate: A',
      'a.debate: A',
      'b.debate.md: B',
      'b.debate.md: B',
      'c.md: C',
      'c.md: C',
    );
  });
  it('is a path from the folder of the note', () => {
    const notes = notesOf({
      'a.debate': 'claim #x: A\nsupport -> sub/b#x, ./sub/b#x, b#x: S',
      'sub/b.debate': 'claim #x: B\nsupport -> ../a#x, a#x, ../sub/b#x: S',
    });
    checkMeant(notes, 'a.debate', 'sub/b.debate: B', 'sub/b.debate: B', '-');
    checkMeant(notes, 'sub/b.debate', 'a.debate: A', '-', 'sub/b.debate: B');
  });
  it('may have spaces and any other characters of a file name', () => {
    const names = ['my note', '100% C# (draft)', 'ärger & 漢字', 'a%20b', "it's+1", 'a?b'];
    const targets = names.map((name) => `<${name}#x>`).join(', ');
    const files = Object.fromEntries(names.map((name) => [`${name}.debate`, `claim #x: A`]));
    checkMeant(
      notesOf({ ...files, 'from.debate': `support -> ${targets}: F` }),
      'from.debate',
      ...names.map((name) => `${name}.debate: A`),
    );
  });
  it('means the same however the editor encodes the address', () => {
    const notes = notesOf({
      'file:///c%3A/notes/a%20b%21.debate': 'claim #x: A',
      'file:///c%3A/notes/from.debate': 'support -> <a b!#x>: F',
    });
    checkMeant(notes, 'file:///c%3A/notes/from.debate', 'file:///c:/notes/a b!.debate: A');
  });
  it('leads nowhere without such a note, or without such an id in it', () =>
    checkMeant(
      notesOf({ 'a.debate': 'claim: A', 'from.debate': 'claim #x: X\nsupport -> a#x, b#x: F' }),
      'from.debate',
      '-',
      '-',
    ));
  it('never leaves an untitled document, which lies in no folder', () =>
    checkMeant(
      notesOf({ 'a.debate': 'claim #x: A', 'untitled:Untitled-1': 'claim #x: B\nsupport -> a#x, #x: F' }),
      'untitled:Untitled-1',
      '-',
      'untitled:Untitled-1: B',
    ));
  it('may lead back to its own note', () =>
    checkMeant(notesOf({ 'a.debate': 'claim #x: A\nsupport -> a#x: B' }), 'a.debate', 'a.debate: A'));
  it('means the first of two notes of one name, whichever was changed last', () => {
    const notes = notesOf({
      'a.debate.md': 'claim #x: B',
      'from.debate': 'support -> a#x: F',
      'a.debate': 'claim #x: A',
    });
    checkMeant(notes, 'from.debate', 'a.debate: A');
    notes.set(uriOf('a.debate.md'), 'claim #x: B again');
    checkMeant(notes, 'from.debate', 'a.debate: A');
    notes.delete(uriOf('a.debate.md'));
    checkMeant(notes, 'from.debate', 'a.debate: A');
    notes.set(uriOf('a.debate.md'), 'claim #x: B again');
    checkMeant(notes, 'from.debate', 'a.debate: A');
    notes.delete(uriOf('a.debate'));
    checkMeant(notes, 'from.debate', 'a.debate.md: B again');
    notes.delete(uriOf('a.debate.md'));
    checkMeant(notes, 'from.debate', '-');
  });
});

describe('what replies to a statement', () => {
  it('comes from its own note first, then from the others in their order', () =>
    checkReplies(
      notesOf({
        'z.debate': 'rebuttal -> a#x: Z',
        'a.debate': 'claim #x: A\nsupport: S\nrebuttal -> #x: R',
        'b.debate': 'claim: B\nrebuttal -> a#x, a#x: B1\nsupport -> <a#x>: B2\nsupport -> a#y: B3',
      }),
      'a.debate',
      'S',
      'R',
      'B1',
      'B2',
      'Z',
    ));
  it('is said once, in whatever ways it is referred to', () => {
    checkReplies(notesOf({ 'a.debate': 'claim #x: A\nsupport -> a#x: B' }), 'a.debate', 'B');
    checkReplies(notesOf({ 'a.debate': 'claim #x: A\nsupport -> #x, a#x: B' }), 'a.debate', 'B');
  });
  it('replies to the first of two statements with one id only', () => {
    const notes = notesOf({ 'a.debate': 'claim #x: A\nclaim #x: B', 'b.debate': 'support -> a#x: C' });
    checkReplies(notes, 'a.debate', 'C');
    const note = notes.get(uriOf('a.debate'));
    const second = note?.argument.points[1];
    assert.deepEqual(note && second && notes.repliesTo({ note, point: second }), []);
  });
  it('follows every change: notes that come, change, move and go', () => {
    const notes = notesOf({ 'a.debate': 'claim #x: A' });
    checkReplies(notes, 'a.debate');
    notes.set(uriOf('b.debate'), 'support -> a#x: B');
    checkReplies(notes, 'a.debate', 'B');
    notes.set(uriOf('b.debate'), 'support -> a#y: B');
    checkReplies(notes, 'a.debate');
    notes.set(uriOf('a.debate'), 'claim #y: A');
    checkReplies(notes, 'a.debate', 'B');
    notes.delete(uriOf('b.debate'));
    notes.set(uriOf('sub/b.debate'), 'support -> a#y: B');
    checkReplies(notes, 'a.debate');
    notes.set(uriOf('sub/b.debate'), 'support -> ../a#y: B');
    checkReplies(notes, 'a.debate', 'B');
    notes.delete(uriOf('a.debate'));
    notes.set(uriOf('a.debate.md'), 'claim #y: A');
    checkReplies(notes, 'a.debate.md', 'B');
  });
});

describe('the notes of a workspace', () => {
  it('keep a note whose text and version are set again', () => {
    const notes = notesOf({ 'a.debate': 'A' });
    const { revision } = notes;
    const note = notes.get(uriOf('a.debate'));
    assert.equal(notes.set(uriOf('a.debate'), 'A'), note);
    assert.equal(notes.revision, revision);
    notes.delete(uriOf('b.debate'));
    assert.equal(notes.revision, revision);
    assert.notEqual(notes.set(uriOf('a.debate'), 'B'), note);
    assert.ok(notes.revision > revision);
  });
  it('stand in the order of their addresses, untitled documents last', () => {
    const notes = notesOf({ 'untitled:A': '', 'b.debate': '', 'a.debate': '', 'sub/a.debate': '' });
    assert.deepEqual(
      notes.all().map(({ uri }) => uri),
      [uriOf('a.debate'), uriOf('b.debate'), uriOf('sub/a.debate'), 'untitled:A'],
    );
  });
});

describe('thousands of references between two notes', () => {
  it('are looked up in one go', () => {
    const count = 2000;
    const each = (line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i)).join('\n');
    const notes = notesOf({
      'a.debate': each((i) => `claim #c${i}: A`),
      'b.debate': each((i) => `support -> a#c${i}: B`),
    });
    const note = notes.get(uriOf('a.debate'));
    assert.ok(note);
    // In quadratic time this takes longer than a test may.
    for (const point of note.argument.points) assert.equal(notes.repliesTo({ note, point }).length, 1);
  });
});
