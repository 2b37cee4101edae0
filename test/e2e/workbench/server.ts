import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Carried } from './carried';
import { runQuietly, startGroup } from './processes';
import type { Scope } from './program';

/** Milliseconds until a server that has not answered is taken for dead. */
const startLimit = 60_000;

/** Settings under which VS Code asks nobody anything and shows nothing of its own. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** How to start a server. */
export interface ServerOptions {
  /** A packaged extension to install first. */
  readonly vsix?: string;
  /** Lets the page name an extension under development and its tests; VS Code listens to that in this mode only. */
  readonly automation?: boolean;
  /** Whether folders are asked about before they are trusted, as on any desktop; else all are. */
  readonly asksForTrust?: boolean;
  /** More user settings. */
  readonly settings?: Record<string, unknown>;
}

/** A running VS Code server on a loopback port of the system's choice. */
export interface Server {
  /** Host and port, `127.0.0.1:12345`. */
  readonly authority: string;
  /** The group that all its processes are of. */
  readonly group: number;
  /** The folder of its log files. */
  readonly logs: string;
  /** The address of the workbench on a folder or a workspace file, token included; more query parameters may be given. */
  url(opened: string, query?: Record<string, string>): string;
  /** Fulfilled when the server has ended, by itself or with the scope. */
  readonly ended: Promise<unknown>;
}

/** Starts the carried VS Code's server, which ends with the scope together with every process it started. */
export async function startServer(scope: Scope, carried: Carried, options: ServerOptions = {}): Promise<Server> {
  const home = await scope.temporaryFolder();
  const token = randomBytes(24).toString('hex');
  await fs.writeFile(path.join(home, 'token'), token, { mode: 0o600 });
  const asks = options.asksForTrust ?? false;
  await writeSettings(home, { 'security.workspace.trust.enabled': asks, ...options.settings });
  if (options.vsix) await installExtension(scope, carried, home, options.vsix);
  const more = [
    ...(options.automation ? ['--enable-smoke-test-driver'] : []),
    ...(asks ? [] : ['--disable-workspace-trust']),
  ];
  const server = launch(scope, carried, home, more);
  const ended = once(server, 'exit');
  const port = await listeningPort(server, ended);
  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    group: server.pid as number,
    logs: path.join(home, 'user', 'logs'),
    url: (opened, query = {}) => {
      const kind = opened.endsWith('.code-workspace') ? 'workspace' : 'folder';
      return `http://${authority}/?${new URLSearchParams({ tkn: token, [kind]: opened, ...query })}`;
    },
    ended,
  };
}

async function writeSettings(home: string, settings: Record<string, unknown>): Promise<void> {
  // The server writes user settings here when the browser changes them, and reads them for every new window.
  const folder = path.join(home, 'user', 'User');
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(path.join(folder, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

function folders(home: string): string[] {
  const folder = (name: string) => path.join(home, name);
  return [
    '--server-data-dir',
    folder('server'),
    '--user-data-dir',
    folder('user'),
    '--extensions-dir',
    folder('extensions'),
  ];
}

function installExtension(scope: Scope, carried: Carried, home: string, vsix: string): Promise<void> {
  const args = [serverMain(carried), '--install-extension', vsix, '--force', '--accept-server-license-terms'];
  return runQuietly(scope, 'Installing the packaged extension', carried.node, [...args, ...folders(home)]);
}

function serverMain(carried: Carried): string {
  return path.join(carried.vscode, 'out', 'server-main.js');
}

function launch(scope: Scope, carried: Carried, home: string, more: string[]): ChildProcess {
  const args = [
    ...[serverMain(carried), '--host', '127.0.0.1', '--port', '0', '--connection-token-file', path.join(home, 'token')],
    ...['--accept-server-license-terms', '--disable-telemetry'],
    ...folders(home),
    ...more,
  ];
  return startGroup(scope, carried.node, args, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Waits until the server listens, and returns its port; the error shows what the server printed instead. */
async function listeningPort(server: ChildProcess, ended: Promise<unknown[]>): Promise<number> {
  let output = '';
  const port = new Promise<number>((resolve) => {
    const read = (part: Buffer) => {
      output += part;
      const match = /Extension host agent listening on (\d+)/.exec(output);
      if (match) resolve(Number(match[1]));
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
  });
  let timer: NodeJS.Timeout | undefined;
  const failed = new Promise<never>((_, reject) => {
    const fail = (reason: string) => reject(new Error(`VS Code's server ${reason}.\n${output}`));
    timer = setTimeout(() => fail(`did not start in ${startLimit / 1000} s`), startLimit);
    ended.then(([code]) => fail(`ended with code ${code}`), reject);
  });
  return Promise.race([port, failed]).finally(() => clearTimeout(timer));
}
