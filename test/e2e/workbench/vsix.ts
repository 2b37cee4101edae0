import { inProject } from './paths';
import { runQuietly } from './processes';
import type { Scope } from './program';

/** Packages the extension with the project's own script; returns the path of the package. */
export async function packageExtension(scope: Scope): Promise<string> {
  await runQuietly(scope, 'Packaging the extension', 'npm', ['run', 'package'], { cwd: inProject() });
  return inProject('debate-notes.vsix');
}
