import { beginsInComment, columnOf } from '../../formatting/lines';
import type { TextEdit } from '../../rules/rule';
import { skipBlank, TAB } from '../../syntax/columns';
import type { NoteTree } from '../../syntax/tree';

/**
 * Edits that bring lines to other columns. Blank lines stay, and so do those that begin in a comment, whose white space
 * is the comment's.
 * @param to the column of a line that stands at some column now; below 0 counts as 0
 */
export function indented(
  tree: NoteTree,
  firstLine: number,
  lastLine: number,
  to: (column: number) => number,
): TextEdit[] {
  const { text, lines } = tree;
  const edits: TextEdit[] = [];
  for (let line = firstLine; line <= lastLine; line++) {
    // White space behind a byte order mark begins a line, the mark does not.
    const start = lines.start(line) + (line === 0 && text.startsWith('\ufeff') ? 1 : 0);
    const end = skipBlank(text, start, lines.end(line));
    if (end === lines.end(line) || beginsInComment(tree, line)) continue;
    const column = Math.max(0, to(columnOf(tree, line)));
    const newText = whiteSpace(column, text.slice(start, end).includes('\t'));
    if (newText !== text.slice(start, end)) edits.push({ range: { start, end }, newText });
  }
  return edits;
}

function whiteSpace(column: number, tabs: boolean): string {
  return tabs ? '\t'.repeat(Math.floor(column / TAB)) + ' '.repeat(column % TAB) : ' '.repeat(column);
}
