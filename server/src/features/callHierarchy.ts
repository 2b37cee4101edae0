/**
 * LSP's call hierarchy as who supports and attacks a statement, and who those, and what a statement bears on: what
 * calls is what replies.
 */
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Position,
  Range,
} from 'vscode-languageserver-types';
import { contentEnd } from '../syntax/pieces';
import type { Note } from '../workspace/note';
import type { Notes, PointOf } from '../workspace/notes';
import { shortened } from '../workspace/shortened';
import { meantAt, statementAt } from './named';
import { noteName } from './noteName';
import { toLspRange } from './positions';
import { SYMBOL_KINDS } from './symbolKinds';

/** UTF-16 units of a statement in the hierarchy. */
const LONGEST_NAME = 100;

/** The statement that a reference at a position means, or else the one that the position is in. */
export function prepareCallHierarchy(notes: Notes, note: Note, position: Position): CallHierarchyItem[] {
  const offset = note.tree.lines.offset(position);
  const entity = meantAt(notes, note, offset)?.entity;
  if (entity?.kind === 'statement') {
    const point = entity.of.note.argument.point(entity.of.index);
    return point ? [itemOf(notes, { note: entity.of.note, point })] : [];
  }
  const of = statementAt(note, offset);
  return of ? [itemOf(notes, of)] : [];
}

/** The replies to a statement, over all notes. */
export function incomingCalls(notes: Notes, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const of = ofItem(notes, item);
  if (!of) return [];
  return notes.repliesTo(of).map((reply) => ({ from: itemOf(notes, reply), fromRanges: whereNamed(notes, reply, of) }));
}

/** What a statement replies to, in any note. */
export function outgoingCalls(notes: Notes, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const of = ofItem(notes, item);
  if (!of) return [];
  const to = new Map(notes.repliedTo(of).map((meant) => [meant.point, meant]));
  return [...to.values()].map((meant) => ({ to: itemOf(notes, meant), fromRanges: whereNamed(notes, of, meant) }));
}

function itemOf(notes: Notes, of: PointOf): CallHierarchyItem {
  const { note, point } = of;
  const { statement, text, speaker } = point;
  const detail = [statement.keyword, speaker, notes.labelOf(of), noteName(note)].filter((part) => part);
  return {
    name: shortened(text, LONGEST_NAME) || statement.keyword,
    kind: SYMBOL_KINDS[statement.keyword],
    detail: detail.join(' · '),
    uri: note.uri,
    range: toLspRange(note, { start: statement.header.start, end: contentEnd(note.tree, statement) }),
    selectionRange: toLspRange(note, statement.keywordRange),
  };
}

/** The item comes back as it was sent; the note may be another since. */
function ofItem(notes: Notes, { uri, selectionRange }: CallHierarchyItem): PointOf | null {
  const note = notes.get(uri);
  return note ? statementAt(note, note.tree.lines.offset(selectionRange.start)) : null;
}

/** The targets of a reply that mean a statement, or its keyword where it is where it stands that does. */
function whereNamed(notes: Notes, { note, point }: PointOf, meant: PointOf): Range[] {
  const { targets, keywordRange } = point.statement;
  const naming = targets.filter((target) => notes.resolve(note, target)?.point === meant.point);
  return (naming.length > 0 ? naming.map(({ range }) => range) : [keywordRange]).map((range) =>
    toLspRange(note, range),
  );
}
