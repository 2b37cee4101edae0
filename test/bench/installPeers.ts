import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const project = path.resolve(__dirname, '..', '..', '..');

/** Milliseconds that an install may take before the bench goes on without it. */
const patience = 60_000;

/**
 * Installs what the lockfile in a folder beside this file pins, unless that was done; npm's own leftovers of an
 * interrupted install are not taken for a finished one.
 * @param name of the folder with the manifest and its lockfile
 * @returns where the packages are, and why they are not
 */
export function installPeers(name: string): { readonly folder: string; readonly problem: string | null } {
  const pins = path.join(project, 'test', 'bench', name);
  const folder = path.join(project, '.bench', name);
  const lock = fs.readFileSync(path.join(pins, 'package-lock.json'), 'utf8');
  const stamp = path.join(folder, 'installed-package-lock.json');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) return { folder, problem: null };
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(pins, folder, { recursive: true });
  // What a person may have configured otherwise is said here: highlighting, which the bench does not load, asks for Node 22.
  const certain = ['--ignore-scripts', '--engine-strict=false'];
  const retries = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=1000'];
  const args = ['ci', ...certain, ...retries, '--no-audit', '--no-fund', '--loglevel=error'];
  const shell = process.platform === 'win32';
  const { status, error, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', timeout: patience, shell });
  if (status !== 0) {
    const problem = error?.message ?? /^npm error code (.*)/m.exec(stderr)?.[1] ?? `npm ended with code ${status}`;
    return { folder, problem };
  }
  fs.writeFileSync(stamp, lock);
  return { folder, problem: null };
}
