import type { Note } from './note';
import type { Notes } from './notes';
import { isSnapshot, NOTE_ENDINGS } from './noteUri';

/**
 * URIs that notes may have which a note refers to by their names, and which are not in: one for every ending, each once.
 * Cost: the references of the note.
 */
export function wantedNotes(notes: Notes, note: Note): string[] {
  if (isSnapshot(note.uri)) return [];
  const names = note
    .mentionsWhere((mention) => mention.kind === 'id' && mention.path !== null)
    .flatMap((mention) => (mention.kind === 'id' && mention.path !== null ? [mention.path] : []))
    .filter((path) => !notes.noteOf(note, path))
    .flatMap((path) => note.nameOf(path) ?? []);
  return [...new Set(names)].flatMap((name) => NOTE_ENDINGS.map((ending) => encoded(name) + ending));
}

/** The name of a note is its canonical URI, which is not encoded. */
function encoded(name: string): string {
  const [, scheme = '', path = ''] = /^([a-z][a-z\d+.-]*:(?:\/\/[^/]*)?)(.*)$/is.exec(name) ?? [];
  return scheme + path.split('/').map(encodeURIComponent).join('/');
}
