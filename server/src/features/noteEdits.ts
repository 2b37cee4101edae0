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

/** Edits of a file that is no note, whose version in an editor nobody knows. */
export interface FileEdits {
  readonly uri: string;
  readonly edits: TextEdit[];
}

/**
 * Edits of several notes as one.
 * @param versioned whether the client takes edits that name the document version they are for; it refuses them when the
 * text has changed in the meantime
 */
export function workspaceEdit(
  edits: readonly NoteEdit[],
  versioned: boolean,
  files: readonly FileEdits[] = [],
): WorkspaceEdit {
  const byNote = new Map<Note, TextEdit[]>();
  for (const { note, range, newText } of edits) {
    const ofNote = byNote.get(note) ?? [];
    ofNote.push({ range: toLspRange(note, range), newText });
    byNote.set(note, ofNote);
  }
  const all: { uri: string; version: number | null; list: TextEdit[] }[] = [
    ...Array.from(byNote, ([{ uri, version }, list]) => ({ uri, version, list })),
    ...files.map(({ uri, edits: list }) => ({ uri, version: null, list })),
  ];
  if (!versioned) return { changes: Object.fromEntries(all.map(({ uri, list }) => [uri, list])) };
  const documentChanges = all.map(
    ({ uri, version, list }): TextDocumentEdit => ({ textDocument: { uri, version }, edits: list }),
  );
  return { documentChanges };
}
