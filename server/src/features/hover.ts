import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import { isAccepted, type Reference } from '../citations/reference';
import type { Note } from '../workspace/note';
import { citationAt } from './citationAt';
import { toLspRange } from './positions';
import { referenceName } from './referenceName';

/**
 * What is known of the citation at a position; null where there is none.
 * @param markdown whether the client renders Markdown; plain text otherwise
 */
export function hover(note: Note, position: Position, markdown = true): Hover | null {
  const citation = citationAt(note, note.tree.lines.offset(position));
  if (!citation) return null;
  const write = markdown ? MARKDOWN : PLAIN_TEXT;
  const value = isAccepted(citation)
    ? aboutPaper(citation.reference, write)
    : `Not a link to a paper: ${write.text(citation.reason)}.`;
  return { range: toLspRange(note, citation.range), contents: { kind: write.kind, value } };
}

/** How to write a hover. */
interface Writer {
  readonly kind: MarkupKind;
  /** Text that comes from the note. */
  text(text: string): string;
  name(name: string): string;
  link(label: string, target: string): string;
  readonly betweenLinks: string;
}

const MARKDOWN: Writer = {
  kind: MarkupKind.Markdown,
  // Text of the note must stay text: no links, no HTML, no markup.
  text: (text) => text.replace(/[\\`*_{}[\]()<>#+\-.!|~&:/@]/g, '\\$&').replace(/\s+/g, ' '),
  name: (name) => `**${name}**`,
  // In angle brackets only these could end the target.
  link: (label, target) => `[${label}](<${target.replace(/[<>\\\s]/g, encodeURIComponent)}>)`,
  betweenLinks: ' · ',
};

const PLAIN_TEXT: Writer = {
  kind: MarkupKind.PlainText,
  text: (text) => text,
  name: (name) => name,
  link: (label, target) => `${label}: ${target}`,
  betweenLinks: '\n',
};

function aboutPaper(reference: Reference, write: Writer): string {
  const { url, pdf } = reference;
  const links = [url && write.link('Landing page', url), pdf && write.link('PDF', pdf)].filter((link) => link);
  return [write.name(write.text(referenceName(reference))), links.join(write.betweenLinks)].join('\n\n').trim();
}
