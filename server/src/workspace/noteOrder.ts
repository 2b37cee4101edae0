/** Endings of note files, longest first. A file named outright is a note whatever its ending. */
export const NOTE_ENDINGS = ['.debate.md', '.debate'] as const;

/** Whether a file name or URI is that of a note. */
export function hasNoteEnding(name: string): boolean {
  return NOTE_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}

/**
 * The order of notes, which decides what of two equal passages is the original: by URI, and untitled documents after
 * those that are saved, because people paste into them.
 */
export function comesBefore(a: string, b: string): boolean {
  const [unsavedA, unsavedB] = [isUnsaved(a), isUnsaved(b)];
  return unsavedA === unsavedB ? a < b : unsavedB;
}

function isUnsaved(uri: string): boolean {
  return uri.startsWith('untitled:');
}

/**
 * Whether a URI names an earlier state of a document, as one side of a diff does: editors tell such states apart by a
 * query. A note must not count as a repeat of itself.
 */
export function isSnapshot(uri: string): boolean {
  return uri.includes('?');
}

/**
 * What a note is called in references from other notes: its URI, decoded and without the note's ending.
 */
export function referenceName(uri: string): string {
  return decode(uri).replace(/(?:\.debate\.md|\.debate|\.md|\.markdown|\.txt)$/i, '');
}

/**
 * What a path in a reference means, seen from a note.
 * @param path relative to the note, ending left out or not, as written
 * @returns the name that `referenceName` gives the note meant; null where the note has no place to start from
 */
export function referencedName(from: string, path: string): string | null {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  try {
    return referenceName(new URL(encoded, from).href);
  } catch {
    // An untitled document lies in no folder.
    return null;
  }
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
