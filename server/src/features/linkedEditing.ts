import type { Position, Range } from 'vscode-languageserver-types';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { meantAt, occurrencesOf } from './named';
import { toLspRange } from './positions';

/** LSP's `LinkedEditingRanges`, which the package of plain data types lacks. */
interface LinkedEditingRanges {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/** An id, while it is typed: JavaScript without the `u` flag, as clients read it. */
const ID_PATTERN = '[-\\w\\u00aa-\\uffff]*';

/**
 * The places in a note that are to change together while an id is edited. Only where it is given, not where it is
 * referred to: who goes on typing `-> #a` means another statement, and must not rename that of `#a`. For the same reason
 * an id that two statements have is not linked, and a reference that is written in another way is left out.
 */
export function linkedEditingRanges(notes: Notes, note: Note, position: Position): LinkedEditingRanges | null {
  const meant = meantAt(notes, note, note.tree.lines.offset(position));
  if (meant?.entity.kind !== 'statement' || meant.mention?.role !== 'definition') return null;
  const { id } = meant.mention;
  const given = note.mentionsWhere((mention) => mention.role === 'definition' && mention.id === id);
  if (given.length > 1) return null;
  const equal = occurrencesOf(notes, note, meant.entity, note).filter(
    ({ mention }) => mention.kind === 'id' && mention.id === id,
  );
  if (equal.length < 2) return null;
  return { ranges: equal.map(({ mention }) => toLspRange(note, mention.range)), wordPattern: ID_PATTERN };
}
