import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { NoteFilter } from '../workspace/noteFilter';

/** Says of a path below a folder, with `/` between names, whether it is one of those that are looked for. */
export type Accepting = Pick<NoteFilter, 'accepts'>;

/**
 * The note files below a folder, by name. Hidden folders and `node_modules` are passed over. Links to files are
 * followed, links to folders are not, so that a search ends; pipes and devices are no notes, because reading one could
 * wait for ever.
 * @param filter which files are notes; those with a note's ending unless it says more
 * @param onFailure told of each file or folder that cannot be looked at
 * @param depth how many folders down to look; 0 is the folder itself
 */
export async function* searchNotes(
  folder: string,
  onFailure: (file: string, error: unknown) => void,
  filter: Accepting = new NoteFilter(),
  depth = Number.POSITIVE_INFINITY,
): AsyncGenerator<string> {
  yield* searchBelow(folder, '', onFailure, filter, depth);
}

/** @param place the folder's path from where the search began, with a `/` at its end unless it is there */
async function* searchBelow(
  folder: string,
  place: string,
  onFailure: (file: string, error: unknown) => void,
  filter: Accepting,
  depth: number,
): AsyncGenerator<string> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    onFailure(folder, error);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (depth > 0 && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        yield* searchBelow(file, `${place}${entry.name}/`, onFailure, filter, depth - 1);
    } else if (filter.accepts(place + entry.name) && (entry.isFile() || (await isRegular(file, onFailure)))) {
      yield file;
    }
  }
}

async function isRegular(file: string, onFailure: (file: string, error: unknown) => void): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    onFailure(file, error);
    return false;
  }
}
