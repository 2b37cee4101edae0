/** What the server asks a client that reads files for it. */

/**
 * Requests of the server to a client that has said `initializationOptions.readsFiles`: a file or a folder that is not on
 * the server's machine. Both have `FileParams`.
 */
export const READ_FILE_REQUEST = 'debateNotes/readFile';
export const READ_FOLDER_REQUEST = 'debateNotes/readFolder';

export interface FileParams {
  readonly uri: string;
}

/** Answer to `debateNotes/readFile`. Where both are null, there is no such file. */
export interface ReadFileAnswer {
  /** In Base64, since messages are JSON. */
  readonly bytes: string | null;
  /** Why a file that is there cannot be read, in words that complete “It cannot be read: ….” */
  readonly failure: string | null;
}

/** Answer to `debateNotes/readFolder`: what is in it, in any order; nothing for a folder that cannot be listed. */
export interface FolderEntry {
  readonly name: string;
  /** A link to a file is a file; links to folders are left out, so that a search ends. */
  readonly kind: 'file' | 'folder';
}
