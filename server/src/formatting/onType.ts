/** What is set right while somebody types. No more than the line in hand is touched, and of it as little as can be. */
import { skipBlank } from '../syntax/columns';
import { blockAt } from '../syntax/noteTree';
import type { TextEdit } from '../syntax/textEdit';
import type { NoteTree } from '../syntax/tree';
import { Edits } from './edits';
import { editAttributes } from './headerEdits';
import { beginsInComment, partsBreaks } from './lines';

/**
 * Tidies the header that a colon has just completed. What stands behind the colon, where the writer goes on, stays.
 * @param offset after the colon. Cost: logarithmic, and the header's length.
 */
export function formatAtColon(tree: NoteTree, offset: number): TextEdit[] {
  const block = tree.block(blockAt(tree, Math.max(0, offset - 1)));
  const edits = new Edits(tree.text);
  if (block.kind === 'statement' && block.header.end === offset) editAttributes(tree.text, block, edits);
  return edits.list;
}

/**
 * Indents a new, empty line like the line above it, where that belongs to a statement: below a header stands what answers
 * beside it, below its text more of the text. Behind a blank line, in code and in comments the writer decides.
 * @param offset on the new line. Cost: logarithmic, and the statement's length.
 */
export function formatAtNewLine(tree: NoteTree, offset: number): TextEdit[] {
  const { text, lines } = tree;
  const edits = new Edits(text);
  const line = lines.lineAt(offset);
  const [start, end] = [lines.start(line), lines.end(line)];
  if (skipBlank(text, start, end) < end || beginsInComment(tree, line) || !isOwned(tree, line - 1)) return edits.list;
  const above = lines.start(line - 1);
  const written = text.slice(start, end);
  const wanted = text.slice(above, skipBlank(text, above, lines.end(line - 1))).replaceAll('\ufeff', '');
  let same = 0;
  while (same < written.length && written[same] === wanted[same]) same++;
  if (wanted !== '' || !partsBreaks(tree, line)) edits.replace(start + same, end, wanted.slice(same));
  return edits.list;
}

/** Whether a line belongs to a statement, and neither it nor the next to code in it. */
function isOwned(tree: NoteTree, line: number): boolean {
  if (line < 0) return false;
  const { text, lines } = tree;
  const [start, end] = [lines.start(line), lines.end(line)];
  const block = tree.block(blockAt(tree, start));
  if (block.kind !== 'statement' || skipBlank(text, start, end) === end) return false;
  return !block.parts.some((part) => part.kind === 'code' && part.firstLine <= line && line < part.lastLine);
}
