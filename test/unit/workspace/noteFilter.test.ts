import assert from 'node:assert/strict';
import { NoteFilter } from '../../../server/src/workspace/noteFilter';

/** Expects which of some files are notes. */
function check(include: readonly string[], files: readonly string[], expected: readonly string[]) {
  const filter = new NoteFilter(include);
  assert.deepEqual(
    files.filter((file) => filter.accepts(file)),
    expected,
  );
}

describe('the notes of a folder', () => {
  const files = ['a.debate', 'sub/b.debate.md', 'c.md', 'sub/d.md', 'sub/deep/e.markdown', 'f.txt', '.g/h.md'];
  it('have the ending of a note', () => check([], files, ['a.debate', 'sub/b.debate.md']));
  it('may be Markdown files that are included, at any depth', () =>
    check(['d.md', '*.markdown'], files, ['a.debate', 'sub/b.debate.md', 'sub/d.md', 'sub/deep/e.markdown']));
  it('are those of one folder behind a slash', () => check(['/*.md'], files, ['a.debate', 'sub/b.debate.md', 'c.md']));
  it('are never files of another kind', () => check(['**/*.txt', '*'], files.slice(5), []));
  it('are found although a pattern is broken', () =>
    check(['[', '', '/'.repeat(70_000), 'c.md'], files, ['a.debate', 'sub/b.debate.md', 'c.md']));
});
