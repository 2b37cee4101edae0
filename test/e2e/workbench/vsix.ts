import fs from 'node:fs/promises';
import { inProject } from './paths';
import { runQuietly } from './processes';
import { Explained, type Scope } from './program';

/** Bytes, in thousands of 1,024 as vsce counts: what somebody on a slow line waits for. */
const SIZE_LIMIT = 500 * 1024;

/** Packages the extension with the project's own script; returns the path of the package, which must not be too large. */
export async function packageExtension(scope: Scope): Promise<string> {
  await runQuietly(scope, 'Packaging the extension', 'npm', ['run', 'package'], { cwd: inProject() });
  const file = inProject('debate-notes.vsix');
  const { size } = await fs.stat(file);
  console.log(`The package has ${Math.round(size / 1024)} KB.`);
  if (size > SIZE_LIMIT) throw new Explained(`The package is larger than ${SIZE_LIMIT / 1024} KB.`);
  return file;
}
