import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import { isAccepted, type Reference } from '../citations/reference';
import type { TextRange } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import type { Notes, StatementOf } from '../workspace/notes';
import { citationAt } from './citationAt';
import { entryPlace } from './citedEntry';
import { type Entity, meantAt, occurrencesOf, statementOf } from './named';
import { toLspRange } from './positions';

/** A place that has to do with something; it is declared at one of them, or a few. */
interface Place {
  readonly uri: string;
  readonly range: Range;
  readonly isDeclaration: boolean;
}

/**
 * Every place, in all notes, that names what is meant at a position; asked of a keyword, also the replies that name
 * nothing and stand under the statement; asked of a citation, every place that cites the paper, whatever it calls it.
 * @param includeDeclaration whether the statement's own id is one of them, or the entry of a speaker in the front matter
 *   or of a paper in the bibliography
 */
export function references(notes: Notes, note: Note, position: Position, includeDeclaration: boolean): Location[] {
  return placesOf(notes, note, position)
    .filter(({ isDeclaration }) => includeDeclaration || !isDeclaration)
    .map(({ uri, range }) => ({ uri, range }));
}

/** The same within the note, or a quotation with its source: a place that declares is written to, the others are read. */
export function documentHighlights(notes: Notes, note: Note, position: Position): DocumentHighlight[] {
  const named = placesOf(notes, note, position, note);
  const places = named.length > 0 ? named : quotedPlaces(notes, note, position);
  return places.map(({ range, isDeclaration }) => ({
    range,
    kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

function placesOf(notes: Notes, note: Note, position: Position, within?: Note): Place[] {
  const offset = note.tree.lines.offset(position);
  const citation = citationAt(note, offset);
  if (citation) return isAccepted(citation) ? citedPlaces(notes, note, citation.reference, within) : [];
  const meant = meantAt(notes, note, offset);
  if (!meant) return [];
  const { entity, mention } = meant;
  const named = namedPlaces(notes, note, entity, within);
  if (entity.kind === 'speaker' || mention) return named;
  return [...headOf(entity.of), ...named, ...silentReplies(notes, entity.of, within)];
}

function quotedPlaces(notes: Notes, note: Note, position: Position): Place[] {
  const quotation = notes.quotationAt(note.uri, note.tree.lines.offset(position));
  if (quotation?.source.note !== note) return [];
  return [placeIn(note, quotation.source.range, true), placeIn(note, quotation.range, false)];
}

function namedPlaces(notes: Notes, note: Note, entity: Entity, within?: Note): Place[] {
  return occurrencesOf(notes, note, entity, within).map(({ note, mention }) =>
    placeIn(note, mention.range, mention.role === 'definition' || mention.role === 'participant'),
  );
}

/** A statement without an id is declared by its keyword. */
function headOf(of: StatementOf): Place[] {
  const { id, keywordRange } = statementOf(of);
  return id ? [] : [placeIn(of.note, keywordRange, true)];
}

/** What replies to a statement by where it stands. */
function silentReplies(notes: Notes, { note, index }: StatementOf, within?: Note): Place[] {
  const point = note.argument.point(index);
  if (!point) return [];
  return notes.repliesTo({ note, point }).flatMap((reply) => {
    const { repliesTo, statement } = reply.point;
    const isSilent = repliesTo.some(({ target }) => target === null);
    if (!isSilent || (within && reply.note !== within)) return [];
    return placeIn(reply.note, statement.keywordRange, false);
  });
}

/** The entry of a paper, which no note holds, and the citations of it. */
function citedPlaces(notes: Notes, note: Note, reference: Reference, within?: Note): Place[] {
  const entry = within ? null : notes.bibliographies.of(note).entryOf(reference);
  const declared = entry && entryPlace(entry);
  const places = notes.citing.placesOf(note, reference, within);
  return [
    ...(entry && declared ? [{ uri: entry.address, range: declared.key, isDeclaration: true }] : []),
    ...places.map((place) => placeIn(place.note, place.citation.range, false)),
  ];
}

function placeIn(note: Note, range: TextRange, isDeclaration: boolean): Place {
  return { uri: note.uri, range: toLspRange(note, range), isDeclaration };
}
