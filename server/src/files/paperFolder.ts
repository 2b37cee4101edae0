import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { PaperStorage, StoredFile } from '../lookup/edges';
import { isMissing } from './failures';

/**
 * A folder of this machine as storage for what was learnt of papers. It is made when something is first written.
 * @param uri `file:` URI
 * @param holder something that no other process has, for the names of files that are being written
 * @returns null for another scheme
 */
export function openPaperFolder(uri: string, holder: string): PaperStorage | null {
  try {
    return new PaperFolder(fileURLToPath(uri), holder);
  } catch {
    return null;
  }
}

const MOST_ATTEMPTS = 4;

class PaperFolder implements PaperStorage {
  private written = 0;

  constructor(
    private readonly folder: string,
    private readonly holder: string,
  ) {}

  async list(): Promise<StoredFile[]> {
    const entries = await readdir(this.folder, { withFileTypes: true }).catch(() => []);
    const files: StoredFile[] = [];
    for (const { name } of entries.filter((entry) => entry.isFile())) {
      // Another window may have removed it.
      const found = await stat(this.at(name)).catch(() => null);
      if (found) files.push({ name, bytes: found.size, changed: found.mtimeMs });
    }
    return files;
  }

  async read(name: string, mostBytes: number): Promise<string | null> {
    try {
      // Asked before it is opened: opening a pipe could wait for ever.
      const found = await stat(this.at(name));
      return found.isFile() && found.size <= mostBytes ? await readFile(this.at(name), 'utf8') : null;
    } catch {
      return null;
    }
  }

  async write(name: string, text: string): Promise<void> {
    const beside = this.at(`${name}.${this.holder}-${this.written++}`);
    await mkdir(this.folder, { recursive: true });
    try {
      await writeFile(beside, text, { flag: 'wx' });
      await this.replace(beside, this.at(name));
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  }

  async create(name: string, text: string): Promise<boolean> {
    await mkdir(this.folder, { recursive: true });
    try {
      await writeFile(this.at(name), text, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  async rename(name: string, to: string): Promise<boolean> {
    try {
      await rename(this.at(name), this.at(to));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.at(name), { force: true });
  }

  /** Renames over a file. On Windows that fails for as long as another process has the file open. */
  private async replace(beside: string, file: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await rename(beside, file);
      } catch (error) {
        const { code = '' } = error as NodeJS.ErrnoException;
        if (attempt === MOST_ATTEMPTS || !['EPERM', 'EACCES', 'EBUSY'].includes(code)) throw error;
        await setTimeout(20 * attempt);
      }
    }
  }

  private at(name: string): string {
    return path.join(this.folder, path.basename(name));
  }
}
