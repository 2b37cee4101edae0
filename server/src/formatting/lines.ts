import { columnAfter, skipBlank } from '../syntax/columns';
import { firstOpaque } from '../syntax/pieces';
import type { NoteTree } from '../syntax/tree';

/** Display column at which the content of a line begins. Cost: its white space. */
export function columnOf({ text, lines }: NoteTree, line: number): number {
  const start = lines.start(line);
  return columnAfter(text, start, skipBlank(text, start, lines.end(line)));
}

/** Whether a line begins inside a comment: then its white space is the comment's. Cost: logarithmic. */
export function beginsInComment(tree: NoteTree, line: number): boolean {
  const start = tree.lines.start(line);
  const opaque = firstOpaque(tree, start, start + 1);
  return opaque?.kind === 'comment' && opaque.start < start;
}

/** Whether a line, were it empty, would make one break of the CR in front of it and the LF behind it. */
export function partsBreaks({ text, lines }: NoteTree, line: number): boolean {
  return text[lines.start(line) - 1] === '\r' && text[lines.end(line)] === '\n';
}
