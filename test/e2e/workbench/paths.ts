import path from 'node:path';

/** The project's folder: every command runs from its bundle, `dist/test/tools/<command>.js`. */
export const projectFolder = path.resolve(__dirname, '..', '..', '..');

/** Absolute path of something inside the project. */
export function inProject(...parts: string[]): string {
  return path.join(projectFolder, ...parts);
}
