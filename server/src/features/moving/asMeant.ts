/**
 * What becomes of notes by a move, looked at before it is offered: who answers whom follows from the columns and
 * keywords around a statement, and lines of text, quotations and comments may join what they come to stand beside.
 */

import { foldId, type Point } from '../../argument/argument';
import { sameSpeaker } from '../../argument/speakers';
import { firstWhere } from '../../syntax/sorted';
import type { TextRange } from '../../syntax/textRange';
import type { IdMention } from '../../workspace/mentions';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';

/** Tells a statement by where it stood before the move, whatever its note and its place are now. */
export type Identity = string;

export function identityOf(note: Note, index: number): Identity {
  return `${note.key} ${index}`;
}

/** What a reference means that leads to no statement: it is to mean the same afterwards. */
export function nowhere(from: Note, { path, id }: Pick<IdMention, 'path' | 'id'>): Identity {
  return `nowhere ${path === null ? from.referenceName : from.nameOf(path)}#${foldId(id)}`;
}

/** A note after the move, and who its statements were. */
export interface NoteAfter {
  readonly before: Note;
  readonly after: Note;
  /** By number of the statement afterwards. */
  readonly identities: readonly Identity[];
}

/** What is to be otherwise, by statement. */
export interface Meant {
  readonly ids: ReadonlyMap<Identity, string>;
  /** What roots reply to afterwards. */
  readonly replies: ReadonlyMap<Identity, readonly Identity[]>;
}

/** How a move has turned out. */
export interface Outcome {
  readonly isAsMeant: boolean;
  /** Moved statements that would be somebody else's, where everything else is as meant. */
  readonly speakers: ReadonlyMap<Identity, string>;
}

/**
 * Compares notes before and after a move. Cost: linear in the notes.
 * @param changed every note whose text is another
 * @param around notes that name statements of those
 */
export function outcomeOf(notes: Notes, changed: readonly NoteAfter[], around: readonly Note[], meant: Meant): Outcome {
  const before = new Reading(notes, new Map());
  const now = new Reading(notes, new Map(changed.map((one) => [one.before, one])));
  const untouched = around.filter((note) => !changed.some((one) => one.before === note));
  const speakers = new Map<Identity, string>();
  const said = new Map<Identity, Said>();
  for (const note of [...changed.map((one) => one.before), ...untouched]) before.read(note, said);
  const saidNow = new Map<Identity, Said>();
  for (const note of [...changed.map((one) => one.before), ...untouched]) now.read(note, saidNow);
  const isSame =
    said.size === saidNow.size &&
    [...said].every(([identity, was]) => {
      const is = saidNow.get(identity);
      if (!is) return false;
      if (!isSameSpeaker(was, is)) speakers.set(identity, was.speaker ?? '');
      const replies = meant.replies.get(identity) ?? was.replies;
      const id = meant.ids.get(identity) ?? was.id;
      return is.words === was.words && is.id === id && is.replies.join('\n') === replies.join('\n');
    });
  const isAsMeant = isSame && before.passages.sort().join('\0') === now.passages.sort().join('\0');
  return { isAsMeant: isAsMeant && speakers.size === 0, speakers: isAsMeant ? speakers : new Map() };
}

/** A support that names nobody is spoken by whoever said what it supports, and so may be another's elsewhere. */
function isSameSpeaker(was: Said, is: Said): boolean {
  if (was.speaker === null) return is.speaker === null || was.isSupport;
  return is.speaker !== null && sameSpeaker(was.speaker, is.speaker);
}

/** What a statement says, and to what. */
interface Said {
  readonly id: string | null;
  readonly speaker: string | null;
  readonly isSupport: boolean;
  /** Keyword, own words, quotations, code and comments; references as what they lead to. */
  readonly words: string;
  readonly replies: readonly Identity[];
}

class Reading {
  /** Paragraphs, headings, comments and the like, of all notes read. */
  readonly passages: string[] = [];

  /** @param changed notes that are to be read as they are afterwards */
  constructor(
    private readonly notes: Notes,
    private readonly changed: ReadonlyMap<Note, NoteAfter>,
  ) {}

  read(before: Note, said: Map<Identity, Said>): void {
    const note = this.changed.get(before)?.after ?? before;
    const references = note.mentionsWhere(({ kind, role }) => kind === 'id' && role === 'text') as IdMention[];
    const inText = (range: TextRange) => this.textIn(before, note, range, references);
    const { tree, argument } = note;
    let statement = 0;
    for (const block of tree.blocks) {
      if (block.kind === 'statement') {
        const point = argument.point(statement) as Point;
        said.set(this.identity(before, statement), this.saidBy(before, point, inText));
        statement++;
      } else if (block.kind !== 'blank' && block.kind !== 'comment')
        this.passages.push(`${block.kind} ${inText(block)}`);
    }
  }

  private saidBy(note: Note, point: Point, inText: (range: TextRange) => string): Said {
    const { statement, introducedBy, speaker } = point;
    const parts = statement.parts.flatMap((part) =>
      part.kind === 'text' ? part.pieces.map(inText) : [`${part.kind} ${inText(part)}`],
    );
    return {
      id: statement.id?.name ?? null,
      speaker,
      isSupport: statement.keyword === 'support',
      words: [statement.keyword, ...introducedBy.map(inText), '', ...parts].join('\n'),
      replies: point.repliesTo.map(({ index, target }) =>
        index !== null ? this.identity(note, index) : target ? this.meant(note, target) : '',
      ),
    };
  }

  /** A text without its indentation, each reference in it as what it leads to. */
  private textIn(before: Note, note: Note, { start, end }: TextRange, references: readonly IdMention[]): string {
    const parts: string[] = [];
    let from = start;
    for (let i = firstFrom(references, start); i < references.length; i++) {
      const mention = references[i] as IdMention;
      if (mention.whole.end > end) break;
      parts.push(note.text.slice(from, mention.whole.start), this.meant(before, mention));
      from = mention.whole.end;
    }
    parts.push(note.text.slice(from, end));
    const lines = parts.join('').split(/\r\n|[\r\n]/);
    return lines
      .map((line) => line.trim())
      .join('\n')
      .trim();
  }

  /** What a reference in a note leads to, or where it would. */
  private meant(from: Note, { path, id }: Pick<IdMention, 'path' | 'id'>): Identity {
    const note = path === null ? from : this.notes.noteOf(from, path);
    const read = note && (this.changed.get(note)?.after ?? note);
    const index = read?.argument.byId.get(foldId(id));
    if (note && index !== undefined) return this.identity(note, index);
    return nowhere(from, { path, id });
  }

  private identity(note: Note, index: number): Identity {
    return this.changed.get(note)?.identities[index] ?? identityOf(note, index);
  }
}

/** Of mentions in the order of the text, the first that does not begin before an offset. */
function firstFrom(mentions: readonly IdMention[], offset: number): number {
  return firstWhere(mentions.length, (i) => (mentions[i] as IdMention).whole.start >= offset);
}
