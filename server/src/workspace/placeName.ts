import type { TextRange } from '../syntax/textRange';
import type { Note } from './note';

/** A place of a note in words, as one says it in another: `line 2`, `paper.debate, lines 3 to 4`. Lines count from 1. */
export function placeName(from: Note, note: Note, { start, end }: TextRange): string {
  const { lines } = note.tree;
  const [first, last] = [lines.lineAt(start) + 1, lines.lineAt(end) + 1];
  const where = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return note === from ? where : `${fileName(note.uri)}, ${where}`;
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
