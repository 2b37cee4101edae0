import { languages, type TextDocument, workspace } from 'vscode';

/** Documents of a language, at places that a glob pattern fits. */
export interface NoteSelector {
  readonly language: string;
  readonly pattern?: string;
}

const INCLUDE = 'debateNotes.include';

/**
 * Which documents are notes: those in the language of notes, whatever their scheme, because people paste into untitled
 * documents and work in remote folders; and Markdown files that the user has included.
 */
export function noteSelector(): NoteSelector[] {
  const include = workspace.getConfiguration().get<unknown>(INCLUDE);
  const patterns = Array.isArray(include) ? include.filter((pattern) => typeof pattern === 'string') : [];
  return [{ language: 'debate' }, ...patterns.map((pattern) => ({ language: 'markdown', pattern: anywhere(pattern) }))];
}

/** Whether a document is a note. */
export function isNote(document: TextDocument): boolean {
  return languages.match(noteSelector(), document) > 0;
}

/** Calls back when other documents may have become notes. */
export function onDidChangeNoteSelector(call: () => void) {
  return workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(INCLUDE) && call());
}

/** The pattern at any depth; one that begins with a slash begins at a folder of the workspace, as far as editors can say. */
function anywhere(pattern: string): string {
  return pattern.startsWith('**/') ? pattern : `**/${pattern.replace(/^\//, '')}`;
}
