import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from 'vscode-languageserver-types';
import type { TextRange } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import type { Notes, StatementOf } from '../workspace/notes';
import { type Entity, meantAt, occurrencesOf, statementOf } from './named';
import { toLspRange } from './positions';

/** A place that has to do with something; it is declared at one of them, or a few. */
interface Place {
  readonly note: Note;
  readonly range: TextRange;
  readonly isDeclaration: boolean;
}

/**
 * Every place, in all notes, that names what is meant at a position; asked of a keyword, also the replies that name
 * nothing and stand under the statement.
 * @param includeDeclaration whether the statement's own id is one of them, or the entry of a speaker in the front matter
 */
export function references(notes: Notes, note: Note, position: Position, includeDeclaration: boolean): Location[] {
  return placesOf(notes, note, position)
    .filter(({ isDeclaration }) => includeDeclaration || !isDeclaration)
    .map((place) => ({ uri: place.note.uri, range: toLspRange(place.note, place.range) }));
}

/** The same within the note: a place that declares is written to, the others are read. */
export function documentHighlights(notes: Notes, note: Note, position: Position): DocumentHighlight[] {
  return placesOf(notes, note, position, note).map(({ range, isDeclaration }) => ({
    range: toLspRange(note, range),
    kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

function placesOf(notes: Notes, note: Note, position: Position, within?: Note): Place[] {
  const meant = meantAt(notes, note, note.tree.lines.offset(position));
  if (!meant) return [];
  const { entity, mention } = meant;
  const named = namedPlaces(notes, note, entity, within);
  if (entity.kind === 'speaker' || mention) return named;
  return [...headOf(entity.of), ...named, ...silentReplies(notes, entity.of, within)];
}

function namedPlaces(notes: Notes, note: Note, entity: Entity, within?: Note): Place[] {
  return occurrencesOf(notes, note, entity, within).map(({ note, mention }) => ({
    note,
    range: mention.range,
    isDeclaration: mention.role === 'definition' || mention.role === 'participant',
  }));
}

/** A statement without an id is declared by its keyword. */
function headOf(of: StatementOf): Place[] {
  const { id, keywordRange } = statementOf(of);
  return id ? [] : [{ note: of.note, range: keywordRange, isDeclaration: true }];
}

/** What replies to a statement by where it stands. */
function silentReplies(notes: Notes, { note, index }: StatementOf, within?: Note): Place[] {
  const point = note.argument.point(index);
  if (!point) return [];
  return notes.repliesTo({ note, point }).flatMap((reply) => {
    const { repliesTo, statement } = reply.point;
    const isSilent = repliesTo.some(({ target }) => target === null);
    if (!isSilent || (within && reply.note !== within)) return [];
    return { note: reply.note, range: statement.keywordRange, isDeclaration: false };
  });
}
