// Restricted Mode, as a person meets it: a folder of somebody else, opened in a VS Code that asks before it trusts. Its
// notes are checked and edited, its settings reach nothing beyond them until the folder is trusted, and what is asked for
// outside is never for a folder to say. In the carried VS Code, and in VS Code for the Web.
import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page, Route } from 'playwright-core';
import { launchBrowser } from '../workbench/browser';
import type { Carried } from '../workbench/carried';
import { away, patience, runCommand, seen, step } from '../workbench/driving';
import { runInCarried } from '../workbench/inCarried';
import { inProject } from '../workbench/paths';
import type { Scope } from '../workbench/program';
import { startServer } from '../workbench/server';
import { serveWeb, setUpWeb } from '../workbench/webWorkbench';

const NOTE = 'theirs.debate';

/** `[@outside]` is in the bibliography that the settings name, `arXiv:2001.08361` in none. */
const TEXT = `---
bibliography: refs.bib
---

claim: Larger models are more sure of themselves. [@inside; @outside]
  cite: arXiv:2001.08361
  support:
`;

/** The problem that goes away with the bibliography of the settings. */
const UNKNOWN_KEY = "no entry 'outside'";

void runInCarried(async (scope, carried) => {
  for (const [host, open] of [
    ['a VS Code with an extension host in Node', openInNode],
    ['VS Code for the Web', openInWeb],
  ] as const) {
    console.log(`\n  a folder that nobody trusts, in ${host}`);
    await use(await open(scope, carried));
  }
});

/** The folder of somebody else. @param library the bibliography that its settings name, by an absolute path or another */
async function theirFolder(scope: Scope, library: string): Promise<string> {
  const folder = path.join(await scope.temporaryFolder(), 'theirs');
  await fs.mkdir(path.join(folder, '.vscode'), { recursive: true });
  await fs.mkdir(path.join(folder, 'deep'));
  const settings = {
    'debateNotes.bibliographies': [library],
    'debateNotes.lookup.enabled': true,
    'debateNotes.lookup.mailto': 'somebody@else.example',
    'debateNotes.zotero.enabled': true,
    'debateNotes.rules': { 'empty-statement': 'error' },
  };
  await fs.writeFile(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  await fs.writeFile(path.join(folder, NOTE), TEXT);
  await fs.writeFile(path.join(folder, 'refs.bib'), '@misc{inside, title = {What is inside}}\n');
  await fs.writeFile(path.resolve(folder, library), '@misc{outside, title = {What is outside}}\n');
  return folder;
}

async function openInNode(scope: Scope, carried: Carried): Promise<Page> {
  const server = await startServer(scope, carried, {
    automation: true,
    asksForTrust: true,
    settings: { 'security.workspace.trust.startupPrompt': 'never', 'workbench.editor.useModal': 'off' },
  });
  const extension = `vscode-remote://${server.authority}${pathToFileURL(inProject()).pathname}`;
  const page = await (await launchBrowser(scope, carried)).newPage();
  const folder = await theirFolder(scope, path.join(await scope.temporaryFolder(), 'library.bib'));
  const payload = JSON.stringify([['extensionDevelopmentPath', extension]]);
  await page.goto(server.url(folder, { payload }));
  return page;
}

async function openInWeb(scope: Scope, carried: Carried): Promise<Page> {
  const workspace = await theirFolder(scope, 'deep/library.bib');
  const address = await serveWeb(scope, await setUpWeb(scope, console.log), { extension: inProject(), workspace });
  const page = await (await launchBrowser(scope, carried)).newPage();
  // A window asks whether to trust folders of GitHub, as github.dev opens them, and no other ones that are on no disk. So
  // the folder gets their scheme: in the page, and in the extension that serves it.
  await page.route(
    /^[^?]*\/(?:static\/extensions\/.*(?:package\.json|fsExtensionMain\.js))?$/,
    async (route: Route) => {
      const response = await route.fetch();
      const body = (await response.text())
        .replaceAll('vscode-test-web', 'vscode-vfs')
        .replace('web-configuration" data-settings="{', '$&&quot;enableWorkspaceTrust&quot;:true,');
      await route.fulfill({ response, body });
    },
  );
  await page.goto(address);
  return page;
}

/** What happens in the window, whichever it is. */
async function use(page: Page): Promise<void> {
  page.setDefaultTimeout(patience);
  await step(page, 'is restricted, and its note is checked', async () => {
    await seen(page.locator('.statusbar-item', { hasText: 'Restricted Mode' }), 'restricted mode');
    await page.locator('.explorer-viewlet .monaco-list-row', { hasText: NOTE }).dblclick();
    await runCommand(page, 'Problems: Focus on Problems View');
    await seenProblem(page, UNKNOWN_KEY);
  });
  await step(page, 'sets what reaches no further than its notes', () =>
    seen(page.locator('.markers-panel .monaco-list-row:has(.codicon-error)', { hasText: 'says nothing yet' }), 'error'),
  );
  await step(page, 'does not switch look-ups on', () => seeThatNothingIsLookedUp(page));
  await step(page, 'lets its note be edited, with quick fixes', async () => {
    await page.locator('.view-line', { hasText: 'support:' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' So it was measured.');
    await page
      .locator('.markers-panel .monaco-list-row', { hasText: 'says nothing yet' })
      .waitFor({ state: 'detached' });
    await seenProblem(page, UNKNOWN_KEY);
  });
  await step(page, 'has the rest of its settings once it is trusted', async () => {
    await runCommand(page, 'Workspaces: Manage Workspace Trust');
    await page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).click();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'detached' });
    await page.locator('.markers-panel .monaco-list-row', { hasText: UNKNOWN_KEY }).waitFor({ state: 'detached' });
    await page.locator('.tab', { hasText: NOTE }).click();
  });
  await step(page, 'still does not switch look-ups on', () => seeThatNothingIsLookedUp(page));
  await page.close();
}

function seenProblem(page: Page, words: string): Promise<void> {
  return seen(page.locator('.markers-panel .monaco-list-row', { hasText: words }), `problem “${words}”`);
}

/** The hover of a paper that nobody knows says that looking it up is off. */
async function seeThatNothingIsLookedUp(page: Page): Promise<void> {
  const paper = page.locator('.view-line span span', { hasText: '2001.08361' }).first();
  await paper.hover({ position: { x: 4, y: 8 } });
  await paper.hover({ position: { x: 12, y: 8 } });
  await seen(page.locator('.monaco-hover:not(.hidden)', { hasText: 'Looking up papers online is off.' }), 'hover');
  await page.keyboard.press('Escape');
  await away(page);
}
