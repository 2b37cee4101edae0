// Argdown, the nearest neighbour: its parser and its model, from npm, as pinned by the lockfile in peer/.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dependencies } from './peer/package.json';

/** What is used of `@argdown/core`, which is installed apart and so unknown to the compiler. */
interface ArgdownCore {
  readonly ArgdownApplication: new () => Application;
  readonly ParserPlugin: new () => object;
  readonly ModelPlugin: new () => object;
}

interface Application {
  addPlugin(plugin: object, process: string): void;
  run(request: object): Response;
}

interface Response {
  readonly statements: Readonly<Record<string, unknown>>;
  readonly relations: readonly unknown[];
}

/** Argdown, ready to read. */
export interface Peer {
  readonly name: string;
  /** Parses a text and builds its model: what Argdown's own language server does on every edit. */
  read(text: string): Response;
}

const project = path.resolve(__dirname, '..', '..', '..');
const pins = path.join(project, 'test', 'bench', 'peer');
const folder = path.join(project, '.bench');

/** Milliseconds that an install may take before the bench goes on without it. */
const patience = 60_000;

/**
 * Loads the peer, and installs it first where it is not yet.
 * @returns the peer, or why there is none
 */
export async function loadPeer(): Promise<Peer | string> {
  const problem = install();
  if (problem !== null) return problem;
  const entry = path.join(folder, 'node_modules', '@argdown', 'core', 'dist', 'index.js');
  const core = (await import(pathToFileURL(entry).href)) as ArgdownCore;
  const application = new core.ArgdownApplication();
  application.addPlugin(new core.ParserPlugin(), 'parse-input');
  application.addPlugin(new core.ModelPlugin(), 'build-model');
  const request = { process: ['parse-input', 'build-model'], throwExceptions: true };
  return {
    name: `@argdown/core ${dependencies['@argdown/core']}`,
    read: (input) => application.run({ ...request, parser: { throwExceptions: true }, input }),
  };
}

/** Installs what the lockfile pins; npm's own leftovers of an interrupted install are not taken for a finished one. */
function install(): string | null {
  const lock = fs.readFileSync(path.join(pins, 'package-lock.json'), 'utf8');
  const stamp = path.join(folder, 'installed-package-lock.json');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) return null;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(pins, folder, { recursive: true });
  // What a person may have configured otherwise is said here: highlighting, which the bench does not load, asks for Node 22.
  const certain = ['--ignore-scripts', '--engine-strict=false'];
  const retries = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=1000'];
  const args = ['ci', ...certain, ...retries, '--no-audit', '--no-fund', '--loglevel=error'];
  const shell = process.platform === 'win32';
  const { status, error, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', timeout: patience, shell });
  if (status !== 0)
    return error?.message ?? /^npm error code (.*)/m.exec(stderr)?.[1] ?? `npm ended with code ${status}`;
  fs.writeFileSync(stamp, lock);
  return null;
}
