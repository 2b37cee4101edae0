import assert from 'node:assert/strict';
import { isRefusal } from '../../../server/src/service';
import { asked, editedTexts, shownPlace, type Workspace } from '../../support/notes';

/** Renames what is at `‸`, which is between `⟦…⟧`, and expects the changed notes. */
function check(workspace: Workspace, newName: string, expected: Record<string, string>) {
  const { service, uri, position, ranges } = asked(workspace);
  const prepared = service.across.prepareRename(uri, position);
  assert.ok(prepared && !isRefusal(prepared), JSON.stringify(prepared));
  assert.deepEqual([shownPlace(uri, prepared.range)], ranges);
  const edit = service.across.rename(uri, position, newName, false);
  assert.ok(edit && !isRefusal(edit), JSON.stringify(edit));
  assert.deepEqual(editedTexts(service, edit), expected);
}

/** Expects the reason why something cannot be renamed; `preparing` where that is known before a name is asked for. */
function checkRefused(workspace: Workspace, newName: string, reason: RegExp, preparing = false) {
  const { service, uri, position } = asked(workspace);
  const prepared = service.across.prepareRename(uri, position);
  const edit = service.across.rename(uri, position, newName, false);
  assert.ok(edit && isRefusal(edit), JSON.stringify(edit));
  assert.match(edit.refused, reason);
  assert.equal(prepared !== null && isRefusal(prepared), preparing);
}

describe('renaming an id', () => {
  it('changes its statement, targets and mentions in all notes', () => {
    check(
      {
        a: 'claim #⟦x‸⟧ (Ada): A [[#x]]\nrebuttal #y -> #x, #y: B\n\n```\n[[#x]]\n```\n> #x',
        b: 'claim #x: C\nsupport -> a#x, #x, <a#x>: D\n[[a#x]]',
        c: 'nothing',
      },
      'strong',
      {
        a: 'claim #strong (Ada): A [[#strong]]\nrebuttal #y -> #strong, #y: B\n\n```\n[[#x]]\n```\n> #x',
        b: 'claim #x: C\nsupport -> a#strong, #x, <a#strong>: D\n[[a#strong]]',
      },
    );
  });

  it('can begin at a reference, and takes the mark away that is typed with it', () => {
    check({ a: 'claim #x: A', b: '[[a#⟦‸x⟧]]' }, '#new', { a: 'claim #new: A', b: '[[a#new]]' });
  });

  it('changes only the second of two equal ids where that is meant: nothing refers to it', () => {
    check({ a: 'claim #x: A\nclaim #⟦x‸⟧: B\nrebuttal -> #x: C' }, 'z', {
      a: 'claim #x: A\nclaim #z: B\nrebuttal -> #x: C',
    });
  });

  it('works in half-typed lines beside it', () => {
    check({ a: 'claim #⟦x‸⟧: A\nrebuttal -> #x, : B\nsupport -> #: C\nsupport -> #x' }, 'z', {
      a: 'claim #z: A\nrebuttal -> #z, : B\nsupport -> #: C\nsupport -> #x',
    });
  });

  it('refuses what is no id', () => {
    for (const name of ['', '1a', 'a b', 'a:b', 'ä#', '-a', 'a)'])
      checkRefused({ a: 'claim #x‸: A' }, name, /is no id: an id is a letter/);
    check({ a: 'claim #⟦x‸⟧: A' }, 'Größe-2_ß', { a: 'claim #Größe-2_ß: A' });
  });

  it('refuses an id that another statement of the note has', () => {
    checkRefused(
      { a: 'rebuttal -> b#‸x: A', b: 'claim #x: B\n\nquestion #y: C' },
      'y',
      /^'#y' is the id of the question in line 3 already\.$/,
    );
    check({ a: 'claim #⟦x‸⟧: A' }, 'x', { a: 'claim #x: A' });
  });

  it('refuses what leads nowhere, and what has no name', () => {
    checkRefused({ a: 'rebuttal -> #n‸o: A' }, 'y', /'#no' names no statement/, true);
    for (const text of ['cla‸im #x: A', 'claim #x: w‸ords', 'pro‸se', '`[[#x‸]]`\n\nclaim #x: A'])
      checkRefused({ a: text }, 'y', /Only ids, speakers and citation keys can be renamed/, true);
  });
});

describe('renaming a speaker', () => {
  it('changes headers, headings, the front matter and @name, in all notes', () => {
    check(
      {
        a: '---\nparticipants: [Ada, Ben]\n---\nclaim (⟦A‸da⟧): A, with @Ada and @Adam.\n### (Ada)\nsupport (@ada): B (Ada)',
        b: 'claim (ADA): C',
        c: 'claim (Ben): @Ada',
      },
      'Grace Hopper',
      {
        a: '---\nparticipants: [Grace Hopper, Ben]\n---\nclaim (Grace Hopper): A, with @Grace Hopper and @Adam.\n### (Grace Hopper)\nsupport (@Grace Hopper): B (Ada)',
        b: 'claim (Grace Hopper): C',
      },
    );
  });

  it('keeps the front matter valid YAML', () => {
    const renamed = (entry: string, name: string, fresh: string) =>
      check({ a: `---\nparticipants:\n  - ${entry}\n---\nclaim (⟦A‸da⟧): A\n` }, name, {
        a: `---\nparticipants:\n  - ${fresh}\n---\nclaim (${name}): A\n`,
      });
    renamed('Ada', 'a: b', '"a: b"');
    renamed('Ada', 'null', '"null"');
    renamed('"Ada"', 'say "x"', '"say \\"x\\""');
    renamed("'Ada'", "O'Neil", "'O''Neil'");
    check({ a: "---\nparticipants: ['⟦Ad‸a⟧']\n---\n" }, 'Bo', { a: "---\nparticipants: ['Bo']\n---\n" });
  });

  it('changes only the letters where the name stays the same', () => {
    check({ a: 'claim (⟦a‸da⟧): A\nsupport (Ada): B' }, 'Ada', { a: 'claim (Ada): A\nsupport (Ada): B' });
  });

  it('refuses names that cannot be written, and those that somebody has', () => {
    checkRefused({ a: 'claim (A‸da): A' }, ' ', /has a name/);
    checkRefused({ a: 'claim (A‸da): A' }, 'a)b', /no parentheses/);
    checkRefused({ a: 'claim (A‸da): A', b: '### (@ben)\n' }, 'Ben', /There is a speaker 'Ben' already/);
  });
});

describe('the edits of a renaming', () => {
  it('name the document version where the client takes that', () => {
    const { service, uri, position } = asked({ a: 'claim #x‸: A', b: '[[a#x]]' });
    service.setNote(uri, 'claim #x: A', 7);
    const edit = service.across.rename(uri, position, 'y', true);
    assert.ok(edit && !isRefusal(edit));
    const versions = (edit.documentChanges ?? []).map((change) => 'edits' in change && change.textDocument.version);
    assert.deepEqual(versions, [7, null]);
    assert.deepEqual(editedTexts(service, edit), { a: 'claim #y: A', b: '[[a#y]]' });
  });
});
