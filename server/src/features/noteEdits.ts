import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextRange } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import { toLspRange } from './positions';

/** One edit of some note. */
export interface NoteEdit {
  readonly note: Note;
  readonly range: TextRange;
  readonly newText: string;
}

/**
 * Edits of several notes as one.
 * @param versioned whether the client takes edits that name the document version they are for; it refuses them when the
 * text has changed in the meantime
 */
export function workspaceEdit(edits: readonly NoteEdit[], versioned: boolean): WorkspaceEdit {
  const byNote = new Map<Note, TextEdit[]>();
  for (const { note, range, newText } of edits) {
    const ofNote = byNote.get(note) ?? [];
    ofNote.push({ range: toLspRange(note, range), newText });
    byNote.set(note, ofNote);
  }
  if (!versioned) return { changes: Object.fromEntries([...byNote].map(([{ uri }, list]) => [uri, list])) };
  const documentChanges = [...byNote].map(
    ([{ uri, version }, list]): TextDocumentEdit => ({ textDocument: { uri, version }, edits: list }),
  );
  return { documentChanges };
}
