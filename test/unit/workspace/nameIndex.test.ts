import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Mention, mentionsIn } from '../../../server/src/workspace/mentions';
import type { Note } from '../../../server/src/workspace/note';
import { Notes } from '../../../server/src/workspace/notes';
import { noteText } from '../../support/arbitraries';
import { withMarks } from '../../support/marks';
import { uriOf } from '../../support/notes';
import { holds } from '../../support/property';

/** Expects the marked places to be those where the note names something. */
function check(source: string) {
  const text = source.replace(/[⟦⟧]/g, '');
  const note = new Notes().set(uriOf('a'), text);
  assert.equal(
    withMarks(
      text,
      allMentions(note).map(({ range }) => range),
    ),
    source,
  );
}

describe('a note names', () => {
  it('statements by ids, in headers and texts', () => {
    check('claim #⟦a⟧ -> #⟦b⟧, c#⟦d⟧, <e f#⟦g⟧>: x [[#⟦h⟧]] [[i j#⟦k⟧]]\nprose [[#⟦l⟧]]\n# [[#⟦m⟧]]');
    check('claim #: `[[#a]]` <!-- [[#b]] -->\n> [[#c]]\n\n```\n[[#d]]\n```');
  });

  it('speakers in headers and headings', () => {
    check('claim (⟦Ada⟧): x\nsupport (@⟦Ben⟧): y\n### (⟦Cy⟧)\nclaim (@): z\nclaim ( ⟦Dee Dee⟧ ): w');
  });

  it('those who take part by @name, the longest that fits', () => {
    check(
      '---\nparticipants: [⟦Ada⟧, ⟦Ada Lovelace⟧, "⟦Ben⟧"]\n---\n@⟦Ada⟧, @⟦ada⟧ @⟦Ada Lovelace⟧. @Adam x@Ada `@Ada` (@⟦Ben⟧)\n'.replace(
        '"⟦Ben⟧"',
        '⟦"Ben"⟧',
      ),
    );
    check('@Ada\nclaim (⟦Ada⟧): @Ada');
  });
});

describe('the index of names', () => {
  it('is as if it were made anew, after any edits', () => {
    const name = fc.constantFrom('a', 'b', 'deep/c');
    const reference = fc.constantFrom(
      '[[a#x]]',
      '-> b#x',
      'claim (Ada) -> deep/c#x: y',
      '[[../a#x]]',
      'claim #x: z',
      '',
    );
    const text = fc.tuple(noteText, reference).map(([note, last]) => `${last}\n${note}`);
    const edits = fc.array(fc.tuple(name, fc.option(text)), { minLength: 1, maxLength: 8 });
    holds(
      edits,
      (list) => {
        const notes = new Notes();
        for (const [note, fresh] of list) {
          if (fresh === null) notes.delete(uriOf(note));
          else notes.set(uriOf(note), fresh, 1);
          assert.deepEqual(known(notes), known(again(notes)));
        }
      },
      0.5,
    );
  });

  it('reads only the note that was edited, and of it only the blocks', () => {
    const text = 'claim #x (Ada): A [[#x]]\n\nprose [[b#x]]\n\n'.repeat(10);
    const notes = new Notes();
    notes.set(uriOf('a'), text, 1);
    const other = notes.set(uriOf('b'), text, 1);
    notes.names.referring();
    Object.defineProperty(other, 'tree', { get: () => assert.fail('the other note is read again') });
    const before = notes.get(uriOf('a'))?.tree;
    const edited = notes.set(uriOf('a'), `${text}\nmore [[#x]]\n`, 2);
    notes.names.referring();
    assert.equal(edited.tree.green[0], before?.green[0], 'a block that was not edited is shared');
  });

  it('is linear in brackets and marks', () => {
    const participants = `---\nparticipants: [${Array.from({ length: 500 }, (_, i) => `Ada${'a'.repeat(i % 80)}`)}]\n---\n`;
    for (const unit of ['[[', '[[a#', '@Ada ', '@', '[[#x]]@Adaaaaaa', '#x ']) {
      const note = new Notes().set(uriOf('a'), participants + unit.repeat(4000));
      assert.ok(allMentions(note).length >= 500);
      assert.ok(mentionsIn(note.tree, 1).length <= 8000);
    }
  });
});

function allMentions(note: Note): Mention[] {
  return note.mentionsWhere(() => true);
}

/** The same notes, put in at once. */
function again(notes: Notes): Notes {
  const fresh = new Notes();
  for (const { uri, text, version } of notes.all()) fresh.set(uri, text, version);
  return fresh;
}

function known(notes: Notes) {
  const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);
  return {
    around: notes.all().map((note) => keys(notes.names.around(note))),
    speaking: notes.all().map((note) => keys(notes.names.speaking(note, 'ADA'))),
    referring: keys(notes.names.referring()),
    speakers: notes.names.allSpeakers().map(({ name, notes }) => [name.toLowerCase(), notes]),
    mentions: notes.all().map((note) => allMentions(note)),
  };
}
