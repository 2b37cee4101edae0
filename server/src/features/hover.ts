import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import type { Point } from '../argument/argument';
import { isAccepted, type Reference } from '../citations/reference';
import { blockAt } from '../syntax/noteTree';
import { touches } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { type WhyPart, why } from '../workspace/why';
import { citationAt } from './citationAt';
import { toLspRange } from './positions';
import { referenceName } from './referenceName';

/**
 * What is known of the citation at a position, or else of the statement: whether it stands, and why. Null where there
 * is neither.
 * @param markdown whether the client renders Markdown; plain text otherwise
 */
export function hover(notes: Notes, note: Note, position: Position, markdown = true): Hover | null {
  const offset = note.tree.lines.offset(position);
  const write = markdown ? MARKDOWN : PLAIN_TEXT;
  const citation = citationAt(note, offset);
  if (citation) {
    const value = isAccepted(citation)
      ? aboutPaper(citation.reference, write)
      : `Not a link to a paper: ${write.text(citation.reason)}.`;
    return { range: toLspRange(note, citation.range), contents: { kind: write.kind, value } };
  }
  const point = statementAt(note, offset);
  const label = point && notes.labelOf({ note, point });
  if (!point || !label) return null;
  const reason = why(notes, { note, point }).map((part) => writePart(note, part, write));
  return {
    range: toLspRange(note, point.statement.header),
    contents: { kind: write.kind, value: `${write.name(capitalised(label))}${reason.join('')}` },
  };
}

/** The statement whose header or own words an offset touches; quotations are somebody else's. */
function statementAt(note: Note, offset: number): Point | undefined {
  const block = note.tree.block(blockAt(note.tree, offset));
  if (block.kind !== 'statement') return undefined;
  const own = [block.header, ...block.parts.filter(({ kind }) => kind === 'text')];
  const isOver = own.some((range) => touches(range, offset));
  return isOver ? note.argument.points.find(({ statement }) => statement === block) : undefined;
}

function writePart(note: Note, part: WhyPart, write: Writer): string {
  if (typeof part === 'string') return part;
  const { statement } = part.point;
  const line = statement.firstLine + 1;
  const name = statement.id ? `#${statement.id.name}` : `the ${statement.keyword}`;
  const path = part.note === note ? '' : shortName(part.note);
  const where = path && !statement.id ? `in ${path}, line ${line}` : `line ${line}`;
  const label = statement.id ? `${path}${name} (${where})` : `${name} (${where})`;
  return write.link(write.text(label), `${part.note.uri}#L${line}`);
}

/** What a note of another file is called in a hover: its file's name without the ending. */
function shortName(note: Note): string {
  return note.referenceName.slice(note.referenceName.lastIndexOf('/') + 1);
}

function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
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
  link: (label, target) => (target.startsWith('http') ? `${label}: ${target}` : label),
  betweenLinks: '\n',
};

function aboutPaper(reference: Reference, write: Writer): string {
  const { url, pdf } = reference;
  const links = [url && write.link('Landing page', url), pdf && write.link('PDF', pdf)].filter((link) => link);
  return [write.name(write.text(referenceName(reference))), links.join(write.betweenLinks)].join('\n\n').trim();
}
