import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { reasonOf } from '../files/failures';
import { searchNotes } from '../files/searchNotes';
import { decodeUtf8 } from '../workspace/decode';

/** A file that was read as a note. */
export interface NoteFile {
  /** Path as given, or below the folder as given. */
  readonly file: string;
  readonly uri: string;
  readonly text: string;
  /** UTF-16 offset of the first character that stands for bytes that are no UTF-8; null when there is none. */
  readonly firstInvalid: number | null;
}

export interface FoundNotes {
  /** In the order of the arguments; within a folder by name. No file twice. */
  readonly notes: readonly NoteFile[];
  /** What could not be read, one sentence each. */
  readonly failures: readonly string[];
}

/**
 * Reads the notes that paths name. A file is a note whatever its ending; a folder is searched for note files, but for
 * hidden folders and `node_modules`. Links to files are followed, links to folders are not, so that a search ends.
 */
export async function findNotes(paths: readonly string[]): Promise<FoundNotes> {
  const search = new Search();
  for (const given of paths) await search.add(given);
  return search;
}

class Search implements FoundNotes {
  readonly notes: NoteFile[] = [];
  readonly failures: string[] = [];
  private readonly seen = new Set<string>();

  async add(given: string): Promise<void> {
    try {
      if (!(await stat(given)).isDirectory()) return await this.read(given);
    } catch (error) {
      this.fail(given, error);
      return;
    }
    const failures = this.failures.length;
    let found = false;
    for await (const file of searchNotes(given, (failed, error) => this.fail(failed, error))) {
      found = true;
      await this.read(file);
    }
    if (!found && this.failures.length === failures) {
      this.failures.push(`No note found in ${given}: looked for *.debate and *.debate.md.`);
    }
  }

  private async read(file: string): Promise<void> {
    try {
      // A pipe (`check <(…)`) has no path of its own; a file that is not there fails when it is read.
      const real = await realpath(file).catch(() => path.resolve(file));
      if (this.seen.has(real)) return;
      const { text, firstInvalid } = decodeUtf8(await readFile(file));
      this.seen.add(real);
      this.notes.push({ file, uri: pathToFileURL(path.resolve(file)).href, text, firstInvalid });
    } catch (error) {
      this.fail(file, error);
    }
  }

  private fail(file: string, error: unknown): void {
    this.failures.push(`Cannot read ${file}: ${reasonOf(error)}.`);
  }
}
