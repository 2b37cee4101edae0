import type { Range } from 'vscode-languageserver-types';
import type { TextRange } from '../syntax/textRange';
import type { Note } from '../workspace/note';

/** Offsets of a note as an LSP range: lines and UTF-16 characters from 0. */
export function toLspRange(note: Note, range: TextRange): Range {
  return note.tree.lines.positions(range);
}

/** An LSP range as offsets of a note; what lies outside the text is moved to its edge. */
export function toTextRange(note: Note, range: Range): TextRange {
  const { lines } = note.tree;
  const start = lines.offset(range.start);
  return { start, end: Math.max(start, lines.offset(range.end)) };
}
