// The ways to run a bundle of tests inside VS Code's extension host.
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { countsLine, testLine } from '../../support/testLines';
import { launchBrowser } from './browser';
import type { Carried } from './carried';
import { tailOfLogs } from './logs';
import { Explained, type Scope } from './program';
import { startServer } from './server';
import { serveWeb, setUpWeb } from './webWorkbench';

/** What is run, all as absolute paths. */
export interface TestRun {
  /** The extension under development. */
  readonly extension: string;
  /** A module that exports `run()`. */
  readonly tests: string;
  /** The folder to open; the tests may change it. */
  readonly workspace: string;
  /** Milliseconds until a run that has not ended is given up. */
  readonly limit: number;
}

/** Milliseconds that a desktop VS Code gets to close. */
const closingLimit = 10_000;

/** Runs tests in the carried VS Code; prints what they print and returns their exit code. */
export async function runInCarried(scope: Scope, carried: Carried, run: TestRun): Promise<number> {
  const server = await startServer(scope, carried, { automation: true });
  const page = await (await launchBrowser(scope, carried)).newPage();
  const output = new Output();
  const ended = exitCode(page, output);
  const remote = (file: string) => `vscode-remote://${server.authority}${pathToFileURL(file).pathname}`;
  const payload = [
    ['extensionDevelopmentPath', remote(run.extension)],
    ['extensionTestsPath', remote(run.tests)],
    ['skipWelcome', 'true'],
  ];
  await page.goto(server.url(run.workspace, { payload: JSON.stringify(payload) }));
  const code = await within(run.limit, ended);
  return code === 0 || (code !== undefined && output.hasTests)
    ? code
    : fail(code, run, output, await tailOfLogs(server.logs, 20));
}

/** Runs tests in VS Code for the Web, with extension and language server in workers of a browser. */
export async function runInWeb(scope: Scope, carried: Carried, run: TestRun, onCounts: (counts: string) => void) {
  const address = await serveWeb(scope, await setUpWeb(scope, console.log), run);
  const context = await (await launchBrowser(scope, carried)).newContext();
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
  const page = await context.newPage();
  const output = new Output(onCounts);
  const ended = exitCode(page, output);
  await page.goto(address);
  const code = await within(run.limit, ended);
  return code === 0 || (code !== undefined && output.hasTests) ? code : fail(code, run, output, 'none in a browser');
}

function fail(code: number | undefined, run: TestRun, output: Output, logs: string): never {
  const problem = code === undefined ? `did not end within ${run.limit / 1000} s` : `did not start (code ${code})`;
  throw new Explained(
    `The tests in VS Code ${problem}.\n\nThe last lines of the workbench:\n${output.rest.slice(-20).join('\n')}\n\n` +
      `The last lines of VS Code's logs:\n${logs}`,
  );
}

/** What VS Code prints: the lines of the tests go to standard output, the rest is kept for when something goes wrong. */
class Output {
  hasTests = false;
  readonly rest: string[] = [];

  constructor(private readonly onCounts: (counts: string) => void = () => undefined) {}

  add(line: string): void {
    if (line.startsWith(countsLine)) this.onCounts(line.slice(countsLine.length));
    if (!line.startsWith(testLine)) {
      this.rest.push(line);
      return;
    }
    this.hasTests = true;
    console.log(line.slice(testLine.length));
  }
}

/** VS Code in automation mode calls these two functions of the page, where the page has them. */
async function exitCode(page: Page, output: Output): Promise<number> {
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => output.add(format(...args)));
  return new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.on('crash', () => reject(new Error('The page of VS Code crashed.')));
    page.on('pageerror', (error) => output.add(error.stack ?? error.message));
  });
}

/** The promise's value, or undefined when it takes longer than the limit in milliseconds. */
async function within<T>(limit: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Runs tests in a desktop VS Code; prints what they print and returns their exit code. */
export async function runOnDesktop(scope: Scope, program: string | undefined, run: TestRun): Promise<number> {
  const { runTests, TestRunFailedError } = await import('@vscode/test-electron');
  const home = await scope.temporaryFolder();
  const running = runTests({
    ...(program && { vscodeExecutablePath: program }),
    extensionDevelopmentPath: run.extension,
    extensionTestsPath: run.tests,
    launchArgs: [run.workspace, '--user-data-dir', home, '--disable-extensions'],
  }).catch((error) => {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  });
  scope.onEnd(async () => {
    // test-electron offers no other way to close a VS Code that is still running.
    process.emit('SIGINT');
    await within(closingLimit, running);
  });
  const code = await within(run.limit, running);
  if (code !== undefined) return code;
  throw new Explained(`The tests in the desktop VS Code did not end within ${run.limit / 1000} s.`);
}
