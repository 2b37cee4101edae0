import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { reasonOf } from '../files/failures';
import { searchNotes } from '../files/searchNotes';
import { decodeUtf8 } from '../workspace/decode';
import { expandGlob, isGlob } from './expandGlob';

/** A file that was read as a note. */
export interface NoteFile {
  /** Path as given, or below the folder as given. */
  readonly file: string;
  readonly uri: string;
  readonly text: string;
  /** UTF-16 offset of the first character that stands for bytes that are no UTF-8; null when there is none. */
  readonly firstInvalid: number | null;
  /** Whether the file begins with a byte order mark, which is no part of the text. */
  readonly hasMark: boolean;
}

export interface FoundNotes {
  /** In the order of the arguments; within a folder by name. No file twice. */
  readonly notes: readonly NoteFile[];
  /** What could not be read, one sentence each. */
  readonly failures: readonly string[];
}

/**
 * Reads the notes that paths name. A file is a note whatever its ending; a folder is searched for note files, but for
 * hidden folders and `node_modules`. Links to files are followed, links to folders are not, so that a search ends. What
 * is neither, and looks like a pattern, is expanded.
 * @param onRead told how many notes have been read, after each
 */
export async function findNotes(
  paths: readonly string[],
  onRead: (count: number) => void = () => {},
): Promise<FoundNotes> {
  const notes: NoteFile[] = [];
  const failures = await eachNote(paths, (note) => onRead(notes.push(note)));
  return { notes, failures };
}

/**
 * The same, one note after the other: nothing is kept of them.
 * @param onNote given each note
 * @returns what could not be read, one sentence each
 */
export async function eachNote(paths: readonly string[], onNote: (note: NoteFile) => void): Promise<readonly string[]> {
  const search = new Search(onNote);
  for (const given of paths) await search.add(given);
  return search.failures;
}

/** A note of some bytes, under the name of a file. */
export function noteFile(file: string, bytes: Uint8Array): NoteFile {
  const hasMark = Buffer.from(bytes.subarray(0, MARK.length)).equals(MARK);
  return { file, uri: pathToFileURL(path.resolve(file)).href, ...decodeUtf8(bytes), hasMark };
}

/** The bytes of a note with another text. */
export function bytesOf({ hasMark }: NoteFile, text: string): Uint8Array {
  return Buffer.concat([hasMark ? MARK : Buffer.alloc(0), Buffer.from(text)]);
}

/** U+FEFF in UTF-8. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

class Search {
  readonly failures: string[] = [];
  private readonly seen = new Set<string>();
  private readonly reader = new FileReader();

  constructor(private readonly onNote: (note: NoteFile) => void) {}

  async add(given: string): Promise<void> {
    const onFailure = (failed: string, error: unknown) => this.fail(failed, error);
    try {
      if (!(await stat(given)).isDirectory()) return this.read(given);
    } catch (error) {
      // A file may be called `a[1].debate`: a name that leads somewhere is no pattern.
      if (!isGlob(given)) return this.fail(given, error);
      return this.readAll(expandGlob(given, onFailure), `No file matches ${given}.`);
    }
    await this.readAll(
      searchNotes(given, onFailure),
      `No note found in ${given}: looked for *.debate and *.debate.md.`,
    );
  }

  /** @param ifNone said where there is no file, and no failure that would explain it */
  private async readAll(files: AsyncIterable<string>, ifNone: string): Promise<void> {
    const failures = this.failures.length;
    let found = false;
    for await (const file of files) {
      found = true;
      this.read(file);
    }
    if (!found && this.failures.length === failures) this.failures.push(ifNone);
  }

  private read(file: string): void {
    try {
      // A pipe (`check <(…)`) has no path of its own; a file that is not there fails when it is read.
      const real = realPath(file);
      if (this.seen.has(real)) return;
      // Nothing else is to be done meanwhile, and to wait for thousands of small files takes longer than to read them.
      const note = noteFile(file, this.reader.read(file));
      this.seen.add(real);
      this.onNote(note);
    } catch (error) {
      this.fail(file, error);
    }
  }

  private fail(file: string, error: unknown): void {
    this.failures.push(`Cannot read ${file}: ${reasonOf(error)}.`);
  }
}

/** Reads whole files, one after the other, into the same bytes. */
class FileReader {
  private bytes = Buffer.allocUnsafe(1 << 16);

  /** The bytes of a file. They hold until another is read. */
  read(file: string): Uint8Array {
    const descriptor = openSync(file, 'r');
    try {
      let length = 0;
      // A pipe does not say how much will come.
      for (let read = -1; read !== 0; length += read) {
        if (length === this.bytes.length) this.bytes = Buffer.concat([this.bytes], 2 * length);
        read = readSync(descriptor, this.bytes, length, this.bytes.length - length, null);
      }
      return this.bytes.subarray(0, length);
    } finally {
      closeSync(descriptor);
    }
  }
}

function realPath(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}
