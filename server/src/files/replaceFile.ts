import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from './failures';

/** What of a file system is needed to replace a file. */
export type ReplacingFiles = Pick<
  typeof nodeFiles,
  'access' | 'open' | 'readFile' | 'realpath' | 'rename' | 'rm' | 'stat'
>;

/** A file that is not replaced although the system would do it; the message says why, after a colon. */
export class FileRefused extends Error {}

/** What a file that was not there before is given. */
const FRESH: Pick<Stats, 'mode'> = { mode: 0o644 };

/**
 * Gives a file other bytes: they are written into a new file beside it, which then takes its name, so that at any time
 * the name leads to all of the old or all of the new. Links are followed and stay links; the mode and, where the system
 * allows it, the owner stay what they were. Other hard links to the file keep the old bytes.
 * @param before what the file held when it was read; null where there was none
 * @throws FileRefused for a file that holds something else by now, is read-only, or is no regular file; else the error of
 * the file system. Whatever is thrown, the file is as it was, and nothing is left beside it.
 */
export async function replaceFile(
  file: string,
  before: Uint8Array | null,
  after: Uint8Array,
  files: ReplacingFiles = nodeFiles,
): Promise<void> {
  const real = before ? await files.realpath(file) : file;
  const attributes = before ? await replaceable(real, files) : FRESH;
  // Not after the name of the file, which may be as long as a name can be.
  const beside = path.join(path.dirname(real), `.debate-notes-${randomBytes(6).toString('hex')}.tmp`);
  const handle = await files.open(beside, 'wx', 0o600);
  try {
    await fill(handle, after, attributes);
    // As late as can be: what was written in the meantime must not be lost.
    if (!(await isStill(real, before, files))) throw new FileRefused('it has changed since it was read');
    await files.rename(beside, real);
  } catch (error) {
    await files.rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** To rename over a read-only file is no matter to POSIX, so it is asked for here; root may do anything. */
async function replaceable(file: string, files: ReplacingFiles): Promise<Stats> {
  const attributes = await files.stat(file);
  if (!attributes.isFile()) throw new FileRefused('it is no regular file');
  if ((attributes.mode & 0o222) === 0) throw new FileRefused('it is read-only');
  await files.access(file, nodeFiles.constants.W_OK);
  return attributes;
}

async function isStill(file: string, before: Uint8Array | null, files: ReplacingFiles): Promise<boolean> {
  if (before) return (await files.readFile(file)).equals(before);
  return files.stat(file).then(
    () => false,
    (error: unknown) => isMissing(error),
  );
}

async function fill(
  handle: nodeFiles.FileHandle,
  bytes: Uint8Array,
  { mode, uid, gid }: Pick<Stats, 'mode'> & Partial<Stats>,
): Promise<void> {
  try {
    await handle.writeFile(bytes);
    // Only root may give a file to another; what anybody else replaces becomes their own.
    if (uid !== undefined && gid !== undefined) await handle.chown(uid, gid).catch(() => undefined);
    await handle.chmod(mode & 0o7777);
    // Else a crash may find the new name and none of the bytes.
    await handle.sync();
  } finally {
    await handle.close();
  }
}
