import type { Position } from 'vscode-languageserver-types';
import type { Keyword } from '../../syntax/tree';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import { isSnapshot } from '../../workspace/noteUri';
import { shortened } from '../../workspace/shortened';
import { noteName } from '../noteName';

/** UTF-16 units of a statement or a heading that are told. */
const LONGEST_TEXT = 120;

/** Where branches can be moved to. */
export interface ListedDestination {
  readonly uri: string;
  /** In the statement or the heading; null for the end of the note. */
  readonly position: Position | null;
  readonly noteName: string;
  /** Null for a section, and for the note as a whole. */
  readonly kind: Keyword | null;
  readonly id: string | null;
  readonly speaker: string | null;
  /** Words or title; empty for the note as a whole. */
  readonly text: string;
}

/**
 * Every statement, section and note that something can be moved to: those of one note first. Whether a move there makes
 * sense is said when it is tried. Cost: linear in all notes.
 */
export function destinations(notes: Notes, first: Note): ListedDestination[] {
  const others = notes.all().filter((note) => note !== first && !isSnapshot(note.uri));
  return [first, ...others].flatMap(inNote);
}

function inNote(note: Note): ListedDestination[] {
  const { tree, argument, uri } = note;
  const name = noteName(note);
  const listed: ListedDestination[] = [];
  tree.green.forEach(({ kind }, index) => {
    if (kind !== 'statement' && kind !== 'heading') return;
    const block = tree.block(index);
    const position = tree.lines.position(block.start);
    const at = { uri, position, noteName: name };
    if (block.kind === 'heading') {
      const text = shortened(tree.text.slice(block.title.start, block.title.end).trim(), LONGEST_TEXT);
      listed.push({ ...at, kind: null, id: null, speaker: null, text });
    }
    const point = block.kind === 'statement' ? argument.pointAt(index) : null;
    if (!point) return;
    const { keyword, id } = point.statement;
    const { speaker } = point;
    listed.push({ ...at, kind: keyword, id: id?.name ?? null, speaker, text: shortened(point.text, LONGEST_TEXT) });
  });
  return [...listed, { uri, position: null, noteName: name, kind: null, id: null, speaker: null, text: '' }];
}
