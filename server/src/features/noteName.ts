import type { Note } from '../workspace/note';

/** What a note is called in few words: its file's name without the ending. */
export function noteName(note: Note): string {
  return note.referenceName.slice(note.referenceName.lastIndexOf('/') + 1).replace(/^untitled:/, '');
}
