import type { Hover } from 'vscode-languageserver-types';
import type { Point } from '../argument/argument';
import { blockAt } from '../syntax/noteTree';
import { touches } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import type { Notes, PointOf } from '../workspace/notes';
import { shortened } from '../workspace/shortened';
import { type WhyPart, why } from '../workspace/why';
import { mentionAt } from './named';
import { noteName } from './noteName';
import { toLspRange } from './positions';
import { repliesCounted } from './repliesCounted';
import type { Writer } from './writer';

/** UTF-16 units of a statement that are shown over a reference to it. */
const LONGEST_TEXT = 600;

/** What is known of the statement at an offset: whether it stands and why, and what has been said to it. */
export function statementHover(notes: Notes, note: Note, offset: number, write: Writer): Hover | null {
  const point = pointAt(note, offset);
  const value = point && aboutStatement(notes, { note, point }, note, write);
  if (!point || !value) return null;
  return { range: toLspRange(note, point.statement.header), contents: { kind: write.kind, value } };
}

/** The statement that a target or `[[#id]]` at an offset means, in this note or another, and what is known of it. */
export function referenceHover(notes: Notes, note: Note, offset: number, write: Writer): Hover | null {
  const mention = mentionAt(note, offset);
  if (mention?.kind !== 'id' || mention.role === 'definition') return null;
  const meant = notes.resolve(note, mention);
  if (!meant) return null;
  const value = [describe(meant, write), aboutStatement(notes, meant, note, write)]
    .filter((part) => part !== '')
    .join('\n\n');
  return { range: toLspRange(note, mention.whole), contents: { kind: write.kind, value } };
}

/** A statement for people who do not see it: what it is, whose, where, and its words. */
export function describe({ note, point }: PointOf, write: Writer): string {
  const { statement, speaker, text } = point;
  const by = speaker === null ? '' : ` by ${write.text(speaker)}`;
  const place = `${noteName(note)}, line ${statement.firstLine + 1}`;
  const where = write.link(write.text(place), `${note.uri}#L${statement.firstLine + 1}`);
  const words = shortened(text, LONGEST_TEXT);
  return [`${write.name(capitalised(statement.keyword))}${by} (${where})`, words && write.quote(words)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/**
 * Whether a statement stands, with the reason, and the replies to it in numbers; empty where there is nothing to say.
 * @param from the note in which it is read
 */
export function aboutStatement(notes: Notes, of: PointOf, from: Note, write: Writer): string {
  const label = notes.labelOf(of);
  const reason = why(notes, of).map((part) => writePart(from, part, write));
  const standing = label ? `${write.name(capitalised(label))}${reason.join('')}` : '';
  return [standing, repliesCounted(notes, of).join(' · ')].filter((part) => part !== '').join('\n\n');
}

/** The statement whose header or own words an offset touches; quotations are somebody else's. */
function pointAt(note: Note, offset: number): Point | undefined {
  const index = blockAt(note.tree, offset);
  const block = note.tree.block(index);
  if (block.kind !== 'statement') return undefined;
  const own = [block.header, ...block.parts.filter(({ kind }) => kind === 'text')];
  const isOver = own.some((range) => touches(range, offset));
  return isOver ? note.argument.point(note.argument.firstFrom(index)) : undefined;
}

function writePart(from: Note, part: WhyPart, write: Writer): string {
  if (typeof part === 'string') return part;
  const { statement } = part.point;
  const line = statement.firstLine + 1;
  const name = statement.id ? `#${statement.id.name}` : `the ${statement.keyword}`;
  const path = part.note === from ? '' : noteName(part.note);
  const where = path && !statement.id ? `in ${path}, line ${line}` : `line ${line}`;
  const label = statement.id ? `${path}${name} (${where})` : `${name} (${where})`;
  return write.link(write.text(label), `${part.note.uri}#L${line}`);
}

function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
