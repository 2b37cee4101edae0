import path from 'node:path';
import picomatch from 'picomatch';
import { searchNotes } from '../files/searchNotes';

/** Whether a path that names no file may be meant as a pattern. */
export function isGlob(given: string): boolean {
  return picomatch.scan(slashed(given), OPTIONS).isGlob;
}

/**
 * The files that a pattern names, by name, as a shell expands it; for shells that do not, and `**` for all. A wildcard
 * names no hidden file, and no file below hidden folders or `node_modules`, unless the pattern itself says so.
 * @param onFailure told of each file or folder that cannot be looked at
 */
export async function* expandGlob(
  given: string,
  onFailure: (file: string, error: unknown) => void,
): AsyncGenerator<string> {
  const { base, glob, prefix } = picomatch.scan(slashed(given), OPTIONS);
  const accepts = picomatch(glob, OPTIONS);
  // Without `**` and repeated groups, what lies deeper than the pattern has slashes cannot be meant.
  const depth = /\*\*|\(/.test(glob) ? Number.POSITIVE_INFINITY : glob.split('/').length - 1;
  const folder = base === '' ? '.' : base;
  for await (const file of searchNotes(folder, onFailure, { accepts }, depth)) {
    yield prefix + (base === '' ? path.relative('.', file) : file);
  }
}

/** A `!` in front is part of a name: shells know no negation there. */
const OPTIONS = { dot: false, nonegate: true };

/** In patterns, Windows too has slashes: a backslash there parts folders, and takes the meaning of nothing away. */
function slashed(given: string): string {
  return path.sep === '\\' ? given.replaceAll('\\', '/') : given;
}
