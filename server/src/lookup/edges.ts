/** What look-ups need of the world. A desktop, a browser or a test each bring their own. */
export interface Edges {
  /** `fetch`, as browsers and Node have it. The only way out of this machine. */
  readonly fetch: Fetch;
  /** The Zotero on this machine; left out where there can be none. */
  readonly postToZotero?: PostToZotero;
  readonly clock: Clock;
  /** Something that no other window has: who holds a lease. */
  readonly holder: string;
  /** The folder that a URI names; null where the place has none. */
  openStorage(folder: string): PaperStorage | null;
}

/**
 * Sends a body to Better BibTeX in the Zotero that runs on this machine. The address is not for the caller to choose, and
 * redirects are not followed.
 */
export type PostToZotero = (
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<Response>;

export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Returns after some milliseconds, or as soon as the signal is aborted. Never throws. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** A folder of small text files, shared by all windows. Names are single path segments. */
export interface PaperStorage {
  /** Names, lengths in bytes and times (milliseconds since 1970) of the files; none where there is no folder yet. */
  list(): Promise<readonly StoredFile[]>;
  /**
   * Text of a file; null when it is not there, cannot be read or is larger.
   * @param mostBytes no more is read
   */
  read(name: string, mostBytes: number): Promise<string | null>;
  /** Replaces a file as a whole: a reader sees the one text or the other. */
  write(name: string, text: string): Promise<void>;
  /** Makes a file that must not be there yet; false when it is. Of several windows one succeeds. */
  create(name: string, text: string): Promise<boolean>;
  /** Gives a file another name; false when it is not there. Of several windows one succeeds. */
  rename(name: string, to: string): Promise<boolean>;
  /** Removes a file, if it is there. */
  remove(name: string): Promise<void>;
}

export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
  readonly changed: number;
}
