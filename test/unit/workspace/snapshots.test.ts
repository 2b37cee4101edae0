import assert from 'node:assert/strict';
import { Notes } from '../../../server/src/workspace/notes';

const PASSAGE = 'the judge is paid to be right in the end and never for having been persuaded';
const SAVED = 'file:///a.debate';
/** What VS Code calls the left side of a diff. */
const COMMITTED = 'git:/a.debate?%7B%22path%22%3A%22%2Fa.debate%22%2C%22ref%22%3A%22HEAD%22%7D';

/** And the side that holds the clipboard, in a comparison with it. */
const COMPARED = 'clipboardCompare:/a.debate';

describe('an earlier state of a note, as in a diff', () => {
  it('is no note that others repeat, nor repeats them', () => {
    const notes = new Notes();
    notes.set(COMMITTED, PASSAGE);
    notes.set(SAVED, PASSAGE);
    assert.deepEqual(notes.repeatsIn(SAVED), []);
    notes.set(COMPARED, PASSAGE);
    assert.deepEqual(notes.repeatsIn(SAVED), []);
    assert.deepEqual(notes.repeatsIn(COMMITTED), []);
    assert.deepEqual(notes.repeatsIn(COMPARED), []);
  });

  it('is none of a file system that nobody has heard of', () => {
    const notes = new Notes();
    for (const scheme of ['github1s', 'ssh', 'memory-of-mine', 'vscode-vfs']) {
      const [first, second] = [`${scheme}://host/a.debate`, `${scheme}://host/b.debate`];
      notes.set(first, PASSAGE);
      notes.set(second, PASSAGE);
      assert.equal(notes.repeatsIn(second)[0]?.first.note.uri, first, scheme);
      notes.delete(first);
      notes.delete(second);
    }
  });

  it('still has repeats of its own', () => {
    const notes = new Notes();
    notes.set(COMMITTED, `${PASSAGE}\n\nBut ${PASSAGE}`);
    const [repeat, ...others] = notes.repeatsIn(COMMITTED);
    assert.equal(others.length, 0);
    assert.equal(repeat?.first.note.uri, COMMITTED);
    assert.deepEqual(repeat?.first.range, { start: 0, end: PASSAGE.length });
  });
});
