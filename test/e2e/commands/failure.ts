// What a person sees when the language server fails: the process is killed and stopped from outside while a note is typed,
// and in VS Code for the Web the script of the worker cannot be loaded.
import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../workbench/browser';
import type { Carried } from '../workbench/carried';
import { patience, runCommand, seen, step } from '../workbench/driving';
import { runInCarried } from '../workbench/inCarried';
import { inProject } from '../workbench/paths';
import { processesOf } from '../workbench/processes';
import { Explained, type Scope } from '../workbench/program';
import { startServer } from '../workbench/server';
import { serveWeb, setUpWeb } from '../workbench/webWorkbench';

const NOTE = 'note.debate';

/** Ends of a server after which it is not started again. */
const TOO_MANY = 5;

void runInCarried(async (scope, carried) => {
  console.log('\n  a language server in a process');
  await inProcess(scope, carried);
  console.log('\n  a language server in a web worker');
  await inWorker(scope, carried);
});

async function folderWithNote(scope: Scope): Promise<string> {
  const folder = path.join(await scope.temporaryFolder(), 'notes');
  await fs.mkdir(folder);
  await fs.writeFile(path.join(folder, NOTE), 'claim: Debate finds lies.\n');
  return folder;
}

async function inProcess(scope: Scope, carried: Carried): Promise<void> {
  const server = await startServer(scope, carried, {
    automation: true,
    settings: { 'debateNotes.trace.server': 'messages' },
  });
  const extension = `vscode-remote://${server.authority}${pathToFileURL(inProject()).pathname}`;
  const page = await (await launchBrowser(scope, carried)).newPage();
  page.setDefaultTimeout(patience);
  const payload = JSON.stringify([['extensionDevelopmentPath', extension]]);
  await page.goto(server.url(await folderWithNote(scope), { payload }));
  const languageServers = () => processesOf(server.group, 'dist/server.js');
  /** The one that there is when all others have gone. */
  const languageServer = async () => {
    for (let tries = 0; tries < 200; tries++) {
      const [first, ...others] = await languageServers();
      if (first !== undefined && others.length === 0) return first;
      await page.waitForTimeout(100);
    }
    throw new Explained(`There is not one language server, but ${(await languageServers()).length}.`);
  };

  await step(page, 'that is killed while somebody types starts again, and no word is lost', async () => {
    await openNote(page);
    await seenOpenPoints(page, 1);
    await page.keyboard.type('claim: Half of a ');
    const killed = await languageServer();
    process.kill(killed, 'SIGKILL');
    await page.keyboard.type('sentence.');
    if ((await languageServer()) === killed) throw new Explained('It was not killed.');
    await seenOpenPoints(page, 2);
    await seen(page.locator('.view-line', { hasText: 'claim: Half of a sentence.' }), 'whole sentence');
    await seeNothingTold(page);
  });
  await step(page, 'that does not answer is ended and started by a command', async () => {
    const frozen = await languageServer();
    process.kill(frozen, 'SIGSTOP');
    await page.keyboard.type('\nclaim: Nobody answers.');
    await runCommand(page, 'Debate Notes: Restart Server');
    await seenOpenPoints(page, 3);
    await seeNothingTold(page);
    // Long after the time that it is given.
    await page.waitForTimeout(3_000);
    if ((await languageServer()) === frozen) throw new Explained('The process that did not answer is still there.');
  });
  await step(page, 'that is killed again and again stays ended, and that is told once', async () => {
    for (let ends = 0; ends < TOO_MANY; ends++) {
      await seen(page.locator('.statusbar-item', { hasText: 'open point' }), 'number of open points');
      process.kill(await languageServer(), 'SIGKILL');
      await page.locator('.statusbar-item', { hasText: 'open point' }).waitFor({ state: 'detached' });
    }
    await seen(page.locator('.statusbar-item', { hasText: 'Debate Notes: Stopped' }), 'status');
    if ((await toldOf(page)).length !== 1) throw new Explained('It is told more than once.');
  });
  await step(page, 'starts again where somebody wants it', async () => {
    await page.locator('.notifications-center .monaco-button', { hasText: 'Restart Server' }).click();
    await seenOpenPoints(page, 3);
  });
  await step(page, 'says in the log what has happened', async () => {
    const log = await readLog(server.logs);
    for (const words of [
      'The language server has ended; it starts again.',
      'The language server keeps ending; it is not started again.',
      'The language server is started again, as the user wants it.',
      "Sending notification 'textDocument/didOpen'.",
    ]) {
      if (!log.includes(words)) throw new Explained(`It does not say “${words}”.`);
    }
  });
  await page.close();
}

async function readLog(logs: string): Promise<string> {
  const files = await fs.readdir(logs, { recursive: true });
  const file = files.find((name) => path.basename(name) === 'Debate Notes.log');
  return file === undefined ? '' : fs.readFile(path.join(logs, file), 'utf8');
}

async function inWorker(scope: Scope, carried: Carried): Promise<void> {
  const workspace = await folderWithNote(scope);
  const address = await serveWeb(scope, await setUpWeb(scope, console.log), { extension: inProject(), workspace });
  const page = await (await launchBrowser(scope, carried)).newPage();
  page.setDefaultTimeout(patience);
  const script = '**/dist/server.js*';
  await page.context().route(script, (route) => route.abort());
  await page.goto(address);
  await step(page, 'whose script does not load is told of, and the note is there to be edited', async () => {
    await openNote(page);
    await seen(page.locator('.statusbar-item', { hasText: 'Debate Notes: Stopped' }), 'status');
    await page.keyboard.type('claim: Half of a sentence.');
    if ((await toldOf(page)).length !== 1) throw new Explained('It is told more than once.');
  });
  await step(page, 'starts where it loads in the end', async () => {
    await page.context().unroute(script);
    await page.locator('.notifications-center .monaco-button', { hasText: 'Restart Server' }).click();
    await seenOpenPoints(page, 2);
  });
  await page.close();
}

async function openNote(page: Page): Promise<void> {
  await page.locator('.explorer-viewlet .monaco-list-row', { hasText: NOTE }).dblclick();
  await goToEnd(page);
}

/** Puts the cursor behind what the note has. */
async function goToEnd(page: Page): Promise<void> {
  await page.locator('.editor-group-container.active .view-line').last().click();
  await seen(page.locator('.editor-group-container.active .monaco-editor.focused'), 'editor with the focus');
  await page.keyboard.press('Control+End');
}

function seenOpenPoints(page: Page, count: number): Promise<void> {
  return seen(page.locator('.statusbar-item', { hasText: `${count} open point` }), `${count} open points`);
}

async function seeNothingTold(page: Page): Promise<void> {
  const told = await toldOf(page);
  if (told.length > 0) throw new Explained(`It is told: ${told.join()}`);
  await page.keyboard.press('Escape');
  await goToEnd(page);
}

/** What the extension has told: in a VS Code under development it does not come up by itself. */
async function toldOf(page: Page): Promise<string[]> {
  await runCommand(page, 'Notifications: Show Notifications');
  await seen(page.locator('.notifications-center.visible'), 'notifications');
  return page.locator('.notifications-center .monaco-list-row', { hasText: 'Debate Notes' }).allTextContents();
}
