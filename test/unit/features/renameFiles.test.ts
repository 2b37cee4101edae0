import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LanguageService } from '../../../server/src/service';
import { editedTexts, nameOf, serviceWith, uriOf, type Workspace } from '../../support/notes';
import { holds } from '../../support/property';

/**
 * Moves files or folders (`old: new`, below the folder of the notes, with endings) and expects the changed notes. What
 * led somewhere must lead there still.
 */
function check(workspace: Workspace, moves: Moves, expected: Record<string, string>) {
  assert.deepEqual(move(workspace, moves), expected);
}

type Moves = Readonly<Record<string, string>>;

function move(workspace: Workspace, moves: Moves): Record<string, string> {
  const names = Object.keys(workspace);
  const service = serviceWith(names.map((name) => [uriOf(name), workspace[name] ?? '']));
  const renames = Object.entries(moves).map(([from, to]) => ({ oldUri: encoded(from), newUri: encoded(to) }));
  const edited = editedTexts(service, service.across.renameFiles(renames, true));
  const after = serviceWith(names.map((name) => [newUri(name, moves), edited[name] ?? workspace[name] ?? '']));
  for (const name of names) {
    const before = leadsTo(service, uriOf(name)).map((to) => ({ ...to, uri: to.uri && newUri(nameOf(to.uri), moves) }));
    const now = leadsTo(after, newUri(name, moves));
    assert.deepEqual(now, before, JSON.stringify({ name, workspace, moves, edited }));
  }
  return edited;
}

/** The URI of a file or folder below that of the notes. */
function encoded(path: string): string {
  return `file:///notes/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function newUri(name: string, moves: Moves): string {
  const file = `${name}.debate`;
  if (moves[file] !== undefined) return encoded(moves[file]);
  for (const [from, to] of Object.entries(moves)) {
    if (file.startsWith(`${from}/`)) return encoded(to + file.slice(from.length));
  }
  return encoded(file);
}

/** Where the references of a note lead, in their order; nowhere is null. */
function leadsTo(service: LanguageService, uri: string): { uri: string | null; line: number }[] {
  const note = service.note(uri);
  assert.ok(note);
  const references = note.mentionsWhere(({ kind, role }) => kind === 'id' && role !== 'definition');
  return references.map(({ range }) => {
    const [link] = service.across.definition(uri, note.tree.lines.position(range.start));
    return { uri: link?.targetUri ?? null, line: link?.targetSelectionRange.start.line ?? -1 };
  });
}

describe('renaming a note', () => {
  it('changes the references to it in all notes', () => {
    check(
      {
        a: 'claim #x: A',
        b: 'rebuttal -> a#x, <a#x>, c#x: B\nsee [[a#x]], [[a.debate#x]] and [[./a#x]], `[[a#x]]`',
        'deep/c': '[[../a#x]]',
      },
      { 'a.debate': 'z.debate' },
      {
        b: 'rebuttal -> z#x, z#x, c#x: B\nsee [[z#x]], [[z.debate#x]] and [[./z#x]], `[[a#x]]`',
        'deep/c': '[[../z#x]]',
      },
    );
  });

  it('puts paths into angle brackets where they need them', () => {
    check(
      { a: 'claim #x: A', b: 'rebuttal -> a#x: B [[a#x]]' },
      { 'a.debate': 'my note (1).debate' },
      {
        b: 'rebuttal -> <my note (1)#x>: B [[my note (1)#x]]',
      },
    );
  });

  it('changes nothing where only the ending does, and nothing for what is no note', () => {
    check({ a: 'claim #x: A', b: '[[a#x]]' }, { 'a.debate': 'a.debate.md' }, {});
    check({ a: 'claim #x: A', b: '[[a#x]]' }, { 'picture.png': 'other.png' }, {});
    check({ a: 'claim #x: A', b: '[[a.debate#x]]' }, { 'a.debate': 'a.debate.md' }, {});
  });

  it('changes references to itself', () => {
    check({ a: 'claim #x: A [[a#x]] [[#x]]' }, { 'a.debate': 'z.debate' }, { a: 'claim #x: A [[z#x]] [[#x]]' });
  });
});

describe('moving notes', () => {
  it('changes what they refer to, and what refers to them', () => {
    check(
      { a: '[[b#y]] claim', b: 'claim #y: B', c: '[[a#x]]' },
      { 'a.debate': 'deep/er/a.debate' },
      {
        a: '[[../../b#y]] claim',
        c: '[[deep/er/a#x]]',
      },
    );
  });

  it('leaves references between notes that move together', () => {
    check(
      { 'old/a': '[[b#y]] [[../c#z]]', 'old/b': 'claim #y: B [[a#x]]', c: 'claim #z: C [[old/a#x]]' },
      { old: 'new/er' },
      { 'old/a': '[[b#y]] [[../../c#z]]', c: 'claim #z: C [[new/er/a#x]]' },
    );
  });

  it('follows paths to notes that are not there', () => {
    check(
      { 'old/a': '[[missing#y]] [[../gone#y]]', c: '[[old/missing#y]]' },
      { old: 'new/old' },
      {
        'old/a': '[[missing#y]] [[../../gone#y]]',
        c: '[[new/old/missing#y]]',
      },
    );
  });

  it('takes files that get other names while their folder does', () => {
    const moves = { sub: 'other', 'sub/b.debate': 'other/c.debate' };
    check({ a: '[[sub/b#x]] [[sub/d#x]]', 'sub/b': 'claim #x: A', 'sub/d': 'claim #x: B' }, moves, {
      a: '[[other/c#x]] [[other/d#x]]',
    });
  });

  it('takes folders with strange names', () => {
    check({ 'a b%/c#d': 'claim #x: A', e: 'see' }, { 'a b%': 'f?' }, {});
    check({ 'a b/c': '[[../e#y]]', e: 'claim #y: A' }, { 'a b': 'f%20/g#h' }, { 'a b/c': '[[../../e#y]]' });
  });
});

describe('a move of any file or folder', () => {
  const name = fc.constantFrom('a', 'b', 'my note', 'c%(1)');
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
  const workspace = fc.uniqueArray(path, { minLength: 1, maxLength: 5 }).chain((paths) => {
    const reference = fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...paths)).map(([from, to]) => {
      const up = from
        .split('/')
        .slice(1)
        .map(() => '../');
      return { from, text: `[[${up.join('')}${to}#x]]\nsupport -> <${up.join('')}${to}#x>: B\n` };
    });
    return fc.array(reference, { maxLength: 6 }).map((references): Workspace => {
      const textOf = (note: string) => references.filter(({ from }) => from === note).map(({ text }) => text);
      return Object.fromEntries(paths.map((note) => [note, `claim #x: A\n\n${textOf(note).join('')}`]));
    });
  });

  it('leaves every reference leading where it led', function () {
    this.timeout(60_000);
    holds(fc.tuple(workspace, path, fc.nat()), ([notes, to, choice]) => {
      const froms = Object.keys(notes).flatMap((note) => [
        `${note}.debate`,
        ...(note.includes('/') ? [note.split('/')[0] as string] : []),
      ]);
      const from = froms[choice % froms.length] as string;
      // A fresh place, where nothing is overwritten.
      move(notes, { [from]: from.endsWith('.debate') ? `new/${to}.debate` : `new/${to}` });
    });
  });
});
