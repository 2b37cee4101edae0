// The suite of test/e2e/suite inside a real VS Code: on a desktop where there is one, otherwise in the VS Code and the
// browser that npm carries. `--host desktop` and `--host carried` ask for one of the two, `--host web` for VS Code for the
// Web; `--limit` is in seconds.
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { STAND_IN } from '../../../server/src/network';
import { PaperIndexProcess } from '../../support/paperIndexProcess';
import type { Counts } from '../../support/runMocha';
import { setUpCarried, whyNotCarried } from '../workbench/carried';
import { findDesktop } from '../workbench/desktop';
import { runInCarried, runInWeb, runOnDesktop, type TestRun } from '../workbench/hosts';
import { inProject } from '../workbench/paths';
import { Explained, NOT_RUN, runProgram, type Scope } from '../workbench/program';

void runProgram(async (scope) => {
  const { host, limit } = parseArgs({ options: { host: { type: 'string' }, limit: { type: 'string' } } }).values;
  const isWeb = host === 'web';
  const results = inProject('dist', 'test', 'results', isWeb ? 'web.json' : 'e2e.json');
  await fs.rm(results, { force: true });
  const run: TestRun = {
    extension: inProject(),
    tests: inProject('dist', 'test', isWeb ? 'e2eWeb.js' : 'e2eHost.js'),
    workspace: await copyOfFixture(scope),
    limit: 1_000 * Number(limit ?? 300),
  };
  const reason = isWeb ? whyNotCarried() : undefined;
  if (reason) {
    console.log(`NOT RUN: the browser for VS Code for the Web is one for Linux x64, and ${reason}.`);
    return NOT_RUN;
  }
  await standInForIndexes(scope);
  const code = await (isWeb ? runInBrowser(scope, run, results) : runInSomeHost(scope, run, host));
  const { passed, failed } = await counts(results);
  console.log(`In VS Code: ${passed} passed, ${failed} failed.`);
  if (passed + failed === 0) throw new Explained('VS Code started, but no test ran.');
  return code || (failed > 0 ? 1 : 0);
});

/** Whatever VS Code starts asks a server of the tests, and nobody else, when papers are looked up. */
async function standInForIndexes(scope: Scope): Promise<void> {
  const index = await PaperIndexProcess.start(inProject('dist', 'test', 'support', 'paperIndex.js'));
  scope.onEnd(() => index.stop());
  process.env[STAND_IN] = index.address;
}

/** A copy, since the tests edit notes. */
async function copyOfFixture(scope: Scope): Promise<string> {
  const workspace = path.join(await scope.temporaryFolder(), 'workspace');
  await fs.cp(inProject('test', 'fixtures', 'workspace'), workspace, { recursive: true });
  return workspace;
}

async function runInSomeHost(scope: Scope, run: TestRun, host: string | undefined): Promise<number> {
  const program = host === 'carried' ? undefined : findDesktop()?.program;
  if (program) {
    console.log(`Tests run in the desktop VS Code: ${program}`);
    return runOnDesktop(scope, program, run);
  }
  // Windows and macOS always have a desktop, and test-electron fetches a VS Code for it.
  const canFetch = process.platform === 'win32' || process.platform === 'darwin';
  if (host === 'desktop' || (host !== 'carried' && whyNotCarried() && canFetch)) {
    if (!canFetch)
      throw new Explained('There is no desktop VS Code: put `code` on the PATH, or name it in VSCODE_PATH.');
    console.log('Tests run in a desktop VS Code that @vscode/test-electron fetches.');
    return runOnDesktop(scope, undefined, run);
  }
  const carried = await setUpCarried(scope, console.log);
  console.log('No desktop VS Code here: tests run in the VS Code that npm carries, in a headless browser.');
  return runInCarried(scope, carried, run);
}

async function runInBrowser(scope: Scope, run: TestRun, results: string): Promise<number> {
  const carried = await setUpCarried(scope, console.log);
  console.log('Tests run in VS Code for the Web, in a headless browser.');
  let printed: string | undefined;
  const code = await runInWeb(scope, carried, run, (counts) => {
    printed = counts;
  });
  if (printed !== undefined) {
    await fs.mkdir(path.dirname(results), { recursive: true });
    await fs.writeFile(results, printed);
  }
  return code;
}

async function counts(results: string): Promise<Counts> {
  const text = await fs.readFile(results, 'utf8').catch(() => {
    throw new Explained('VS Code ended without running the tests: see the lines above.');
  });
  return JSON.parse(text) as Counts;
}
