import type { NoteFilter } from './noteFilter';

/** The files of a workspace, as far as the service needs them: a desktop, a browser or a test each bring their own. */
export interface FileSystem {
  /** URI of the user's own folder, which `~` means in settings; left out where there is none. */
  readonly home?: string;
  /**
   * URIs of the note files below a folder, in a stable order. What cannot be listed is left out; a folder of a scheme
   * that is not served has none.
   * @param folder URI
   */
  findNotes(folder: string, filter: Pick<NoteFilter, 'accepts'>): AsyncIterable<string>;
  /**
   * Bytes of a file; null when it is not there, or its scheme is not served.
   * @throws Error whose message completes “It cannot be read: ….”, for a file that is there
   */
  readFile(uri: string): Promise<Uint8Array | null>;
  /**
   * Tells of changed files below a folder, for clients that cannot; as a search, it passes over hidden folders and
   * packages. A folder that goes may be told of alone. Missing where nothing can be watched.
   * @param folder URI; one of a scheme that is not served has no changes
   * @param onFailure told of what cannot be watched
   * @returns ends it
   */
  watch?(
    folder: string,
    tell: (changes: readonly FileChange[]) => void,
    onFailure: (sentence: string) => void,
  ): () => void;
}

/** What a watcher has seen of a file. */
export interface FileChange {
  readonly uri: string;
  /** It is gone. Otherwise it has been made or changed. */
  readonly isGone: boolean;
}
