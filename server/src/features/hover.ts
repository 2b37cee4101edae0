import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import { isAccepted, type Reference } from '../citations/reference';
import type { Note } from '../workspace/note';
import { citationAt } from './citationAt';
import { toLspRange } from './positions';
import { referenceName } from './referenceName';

/** What is known of the citation at a position; null where there is none. */
export function hover(note: Note, position: Position): Hover | null {
  const citation = citationAt(note, note.tree.lines.offset(position));
  if (!citation) return null;
  const value = isAccepted(citation)
    ? aboutPaper(citation.reference)
    : `Not a link to a paper: ${escapeMarkdown(citation.reason)}.`;
  return { range: toLspRange(note, citation.range), contents: { kind: MarkupKind.Markdown, value } };
}

function aboutPaper(reference: Reference): string {
  const links = [link('Landing page', reference.url), link('PDF', reference.pdf)].filter((part) => part !== null);
  return [`**${escapeMarkdown(referenceName(reference))}**`, links.join(' · ')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function link(label: string, target: string | null): string | null {
  // In angle brackets only these could end the target.
  return target === null ? null : `[${label}](<${target.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

/** Text of the note must stay text: no links, no HTML, no markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~&:/@]/g, '\\$&').replace(/\s+/g, ' ');
}
