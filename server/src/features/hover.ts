import type { Hover, Position } from 'vscode-languageserver-types';
import { isAccepted } from '../citations/reference';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { citationAt } from './citationAt';
import { aboutPaper } from './paperText';
import { toLspRange } from './positions';
import { quotationHover } from './quotationHover';
import { referenceHover, statementHover } from './statementHover';
import { MARKDOWN, PLAIN_TEXT } from './writer';

/**
 * What is known of the citation at a position, or else of the statement that a reference there names, or whose words a
 * quotation there has, or else of the statement itself. Null where there is none of them.
 * @param markdown whether the client renders Markdown; plain text otherwise
 */
export function hover(notes: Notes, note: Note, position: Position, markdown = true): Hover | null {
  const offset = note.tree.lines.offset(position);
  const write = markdown ? MARKDOWN : PLAIN_TEXT;
  const citation = citationAt(note, offset);
  if (citation) {
    if (isAccepted(citation)) notes.papers.notice(note, citation.reference);
    const value = isAccepted(citation)
      ? aboutPaper(notes, note, citation.reference, write, { note, citation })
      : `Not a link to a paper: ${write.text(citation.reason)}.`;
    return { range: toLspRange(note, citation.range), contents: { kind: write.kind, value } };
  }
  return (
    referenceHover(notes, note, offset, write) ??
    quotationHover(notes, note, offset, write) ??
    statementHover(notes, note, offset, write)
  );
}
