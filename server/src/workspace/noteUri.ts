/** Endings of note files, longest first. A file named outright is a note whatever its ending. */
export const NOTE_ENDINGS = ['.debate.md', '.debate'] as const;

/** Whether a file name or URI is that of a note. */
export function hasNoteEnding(name: string): boolean {
  return NOTE_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}

/**
 * A form of a URI that is the same however it was written: editors and Node encode different characters, and write the
 * letter of a Windows drive large or small.
 */
export function canonicalUri(uri: string): string {
  return decode(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** Whether a note lies below a folder. Both may be written in any way. */
export function isBelow(uri: string, folder: string): boolean {
  return canonicalUri(uri).startsWith(`${canonicalFolder(folder)}/`);
}

/** Whether two URIs name one folder, with a slash at the end or without. */
export function isSameFolder(a: string, b: string): boolean {
  return canonicalFolder(a) === canonicalFolder(b);
}

/** The canonical URI of a folder, without the slash that some write at its end. */
export function canonicalFolder(uri: string): string {
  return canonicalUri(uri).replace(/\/$/, '');
}

/**
 * The order of notes, by canonical URI, which decides what of two equal passages is the original: untitled documents
 * come after those that are saved, because people paste into them.
 */
export function comesBefore(a: string, b: string): boolean {
  const [unsavedA, unsavedB] = [isUnsaved(a), isUnsaved(b)];
  return unsavedA === unsavedB ? a < b : unsavedB;
}

function isUnsaved(key: string): boolean {
  return key.startsWith('untitled:');
}

/**
 * Schemes of views and earlier states of documents. Most of them say in a query of which; file systems, of which anybody
 * may make one, have none.
 */
const VIEWS =
  /^(?:git|gitfs|gitlens[\w-]*|svn|hg|pr|review|scm|output|comment|clipboardcompare|debug|chat-editing-[\w-]+|conflictresolution|merge-conflict[\w.-]*|vscode-(?:chat|interactive|local-history|notebook|scm)[\w-]*):/i;

/**
 * Whether a URI, as written, names a view or an earlier state of a document, as one side of a diff does. Such a note
 * stands alone: it must not count as a repeat of itself.
 */
export function isSnapshot(uri: string): boolean {
  return uri.includes('?') || VIEWS.test(uri);
}

/** What a note is called in references from other notes: its canonical URI without the note's ending. */
export function referenceName(uri: string): string {
  return canonicalUri(uri).replace(/(?:\.debate\.md|\.debate|\.md|\.markdown|\.txt)$/i, '');
}

/**
 * What a path in a reference means, seen from a note.
 * @param path relative to the note, ending left out or not, as written
 * @returns the name that `referenceName` gives the note meant; null where the note has no place to start from
 */
export function referencedName(from: string, path: string): string | null {
  try {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    return referenceName(new URL(encoded, from).href);
  } catch {
    // An untitled document lies in no folder, and half a character is in no address.
    return null;
  }
}

/**
 * The path by which a note refers to another: relative to its folder, ending left out.
 * @returns null where no path leads from one to the other, or none that can be written in a reference
 */
export function referencePath(from: string, to: string): string | null {
  const [start, end] = [canonicalUri(from).split('/'), referenceName(to).split('/')];
  const folders = start.length - 1;
  let common = 0;
  while (common < folders && common < end.length - 1 && start[common] === end[common]) common++;
  // A URI begins with its scheme and its host: `file:`, nothing, nothing. Schemes of virtual workspaces need have none.
  if (common < (canonicalUri(from).includes('://') ? 3 : 1)) return null;
  const path = [...Array.from({ length: folders - common }, () => '..'), ...end.slice(common)].join('/');
  return !/[[\]#<>]/.test(path) && referencedName(from, path) === referenceName(to) ? path : null;
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
