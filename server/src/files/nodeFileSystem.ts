import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileSystem } from '../workspace/fileSystem';
import { searchNotes } from './searchNotes';

/** The files of this machine, by `file:` URIs. */
export const nodeFileSystem: FileSystem = {
  async *findNotes(folder) {
    if (!folder.startsWith('file:')) return;
    for await (const file of searchNotes(fileURLToPath(folder), () => undefined)) yield pathToFileURL(file).href;
  },
  async readFile(uri) {
    if (!uri.startsWith('file:')) return null;
    try {
      return await readFile(fileURLToPath(uri));
    } catch {
      return null;
    }
  },
};
