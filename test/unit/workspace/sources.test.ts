import assert from 'node:assert/strict';
import { Note } from '../../../server/src/workspace/note';

const URI = 'file:///notes/note.debate';

/** Whether the statements of a note name a source, after each of its texts in turn. */
function check(...versions: readonly (readonly [text: string, sourced: readonly boolean[]])[]) {
  let note: Note | undefined;
  for (const [text, sourced] of versions) {
    note = new Note(URI, text, null, note);
    const now = note;
    assert.deepEqual(
      now.argument.points.map(({ index }) => now.isSourced(index)),
      sourced,
      text,
    );
  }
}

describe('what names a source, after an edit', () => {
  it('follows the names of those who take part', () => {
    const body = '---\nclaim: A [@ann]\n\nclaim: B arXiv:2107.03374\n';
    check(
      [`---\nparticipants: [bob]\n${body}`, [true, true]],
      [`---\nparticipants: [ann]\n${body}`, [false, true]],
      [`---\nparticipants: [an]\n${body}`, [true, true]],
    );
  });

  it('is the same object while nothing changes it', () => {
    const before = new Note(URI, '---\nparticipants: [ann]\n---\nclaim: A [@ann]\n');
    before.isSourced(0);
    const after = new Note(URI, '---\nparticipants: [ann]\ntitle: T\n---\nclaim: A [@ann]\n', null, before);
    assert.equal(after.sources, before.sources);
  });
});
