import fs from 'node:fs';
import path from 'node:path';

/** The project's folder: the nearest above the running bundle that has a manifest. */
export const projectFolder = folderWithManifest(__dirname);

/** Absolute path of something inside the project. */
export function inProject(...parts: string[]): string {
  return path.join(projectFolder, ...parts);
}

function folderWithManifest(folder: string): string {
  return fs.existsSync(path.join(folder, 'package.json')) ? folder : folderWithManifest(path.dirname(folder));
}
