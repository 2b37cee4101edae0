import { readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileSystem } from '../workspace/fileSystem';
import { isMissing, reasonOf } from './failures';
import { searchNotes } from './searchNotes';
import { watchFolder } from './watchFolder';

/** The files of this machine, by `file:` URIs. */
export const nodeFileSystem: FileSystem = {
  get home() {
    return pathToFileURL(homedir()).href;
  },
  async *findNotes(folder, filter) {
    const path = pathOf(folder);
    if (path === null) return;
    const seen = new Set<string>();
    for await (const file of searchNotes(path, () => undefined, filter)) {
      // A link to a note beside it is the same note, and no repeat of it.
      const real = await realpath(file).catch(() => file);
      if (!seen.has(real)) yield pathToFileURL(file).href;
      seen.add(real);
    }
  },
  async readFile(uri) {
    const path = pathOf(uri);
    try {
      if (path === null) return null;
      // To read a pipe could wait for ever.
      const attributes = await stat(path);
      if (!attributes.isFile() && !attributes.isDirectory()) throw new Error('it is no regular file');
      return await readFile(path);
    } catch (error) {
      if (isMissing(error)) return null;
      throw new Error(reasonOf(error), { cause: error });
    }
  },
  watch(folder, tell, onFailure) {
    const path = pathOf(folder);
    if (path === null) return () => undefined;
    return watchFolder(
      path,
      (changes) => tell(changes.map(({ path, isGone }) => ({ uri: pathToFileURL(path).href, isGone }))),
      (failed, error) => onFailure(`${failed} cannot be watched, and others may not: ${String(error)}.`),
    );
  },
};

/** The path that a URI names; null for other schemes and for `file:` URIs that this system has no path for. */
function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}
