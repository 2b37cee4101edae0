import assert from 'node:assert/strict';
import fs from 'node:fs';
import { formatting } from '../../server/src/features/formatting';
import { Note } from '../../server/src/workspace/note';
import { edited } from '../support/formatting';

describe('the page about formatting', () => {
  it('shows what comes of its example', () => {
    const page = fs.readFileSync('docs/formatting.md', 'utf8');
    const [before = '', after] = Array.from(page.matchAll(/^```debate\n(.*?)^```$/gms), ([, example]) => example);
    const note = new Note('file:///notes/example.debate', before);
    const edits = formatting(note, { tabSize: 2, insertSpaces: true }, 'keep').map(({ range, newText }) => ({
      range: { start: note.tree.lines.offset(range.start), end: note.tree.lines.offset(range.end) },
      newText,
    }));
    assert.equal(edited(before, edits), after);
  });
});
