import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { TextRange } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import type { Notes, StatementOf } from '../workspace/notes';
import { type CitedEntry, entryAt, entryPlace } from './citedEntry';
import { type Meant, meantAt, occurrencesOf, statementOf } from './named';
import { toLspRange } from './positions';

/**
 * Where what is meant at a position comes from: for a citation the entry in a bibliography, for a reference the statement,
 * for a speaker the entry in the front matter or else the first mention in the note, for a keyword what the statement
 * replies to, and for a quotation the words that it quotes. Also the answer to where it is declared: notes make no
 * difference.
 */
export function definition(notes: Notes, note: Note, position: Position): LocationLink[] {
  const offset = note.tree.lines.offset(position);
  const cited = entryAt(notes, note, offset);
  if (cited) return entryLinks(note, cited);
  const meant = meantAt(notes, note, offset);
  if (!meant) return quotedLinks(notes, note, offset);
  const { entity, mention } = meant;
  if (entity.kind === 'speaker') return speakerLinks(notes, note, meant, entity.name);
  return mention ? [statementLink(note, meant.range, entity.of)] : repliedTo(notes, meant.range, entity.of);
}

function quotedLinks(notes: Notes, note: Note, offset: number): LocationLink[] {
  const quotation = notes.quotationAt(note.uri, offset);
  if (!quotation) return [];
  const { range, source } = quotation;
  const place = toLspRange(source.note, source.range);
  return [
    {
      originSelectionRange: toLspRange(note, range),
      targetUri: source.note.uri,
      targetRange: place,
      targetSelectionRange: place,
    },
  ];
}

function repliedTo(notes: Notes, origin: TextRange, { note, index }: StatementOf): LocationLink[] {
  const point = note.argument.point(index);
  const meant = point ? notes.repliedTo({ note, point }) : [];
  return meant.map((of) => statementLink(note, origin, { note: of.note, index: of.point.index }));
}

function statementLink(from: Note, origin: TextRange, of: StatementOf): LocationLink {
  const { header, id, keywordRange, lastLine } = statementOf(of);
  const { note } = of;
  return {
    originSelectionRange: toLspRange(from, origin),
    targetUri: note.uri,
    targetRange: toLspRange(note, { start: header.start, end: note.tree.lines.end(lastLine) }),
    targetSelectionRange: toLspRange(note, id?.range ?? keywordRange),
  };
}

function speakerLinks(notes: Notes, note: Note, { entity, range }: Meant, name: string): LocationLink[] {
  const here = occurrencesOf(notes, note, { ...entity, kind: 'speaker', name }, note);
  const [first] = here;
  const found = here.find(({ mention }) => mention.kind === 'speaker' && mention.role === 'participant') ?? first;
  if (!found) return [];
  const place = toLspRange(note, found.mention.range);
  return [
    {
      originSelectionRange: toLspRange(note, range),
      targetUri: note.uri,
      targetRange: place,
      targetSelectionRange: place,
    },
  ];
}

function entryLinks(note: Note, { citation, entry }: CitedEntry): LocationLink[] {
  const place = entryPlace(entry);
  if (!place) return [];
  return [
    {
      originSelectionRange: toLspRange(note, citation.range),
      targetUri: entry.address,
      targetRange: place.entry,
      targetSelectionRange: place.key,
    },
  ];
}
