// `npm run test:sidebar`: the packaged extension's sidebar as a hand uses it, in a workspace of two folders: what only
// shows on the screen, such as what stays folded, or what is dragged with the mouse.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { launchBrowser } from '../workbench/browser';
import { patience, runCommand, seen, seenMap, step } from '../workbench/driving';
import { runInCarried } from '../workbench/inCarried';
import { Explained, type Scope } from '../workbench/program';
import { startServer } from '../workbench/server';
import { packageExtension } from '../workbench/vsix';

const ONE = `claim #first (Ada): first claim
  support: reason
    cite: A book
  rebuttal (Bo): objection
claim #second: second claim
  support: leaf
`;
/** The first note after it was edited. */
const EDITED = `claim: on top\n${ONE.replace('second claim', 'second claim!')}`;
const TWO = 'claim (Cy): claim of the other folder\n  support: because\n';

void runInCarried(async (scope, carried) => {
  const server = await startServer(scope, carried, { vsix: await packageExtension(scope) });
  const browser = await launchBrowser(scope, carried);
  const page = await browser.newPage({ viewport: { width: 1360, height: 1000 } });
  page.setDefaultTimeout(patience);
  await page.goto(server.url(await workspaceOfTwo(scope)));
  await step(page, 'shows the notes of both folders, by folder', () => showBoth(page));
  await step(page, 'keeps what is folded while the note is edited', () => keepFolds(page));
  await step(page, 'shows a reply that is added by the button on a row', () => addByButton(page));
  await step(page, 'moves a branch that is dragged, and takes it back', () => drag(page));
  await step(page, 'has the map, which lights what the cursor is in and leads to the line', () => showMap(page));
  await step(page, 'has both maps after a reload as they were', () => reload(page));
});

async function workspaceOfTwo(scope: Scope): Promise<string> {
  const root = await scope.temporaryFolder();
  for (const [name, text] of [
    ['one', ONE],
    ['two', TWO],
  ] as const) {
    await fs.mkdir(path.join(root, name));
    await fs.writeFile(path.join(root, name, 'note.debate'), text);
  }
  const file = path.join(root, 'both.code-workspace');
  await fs.writeFile(file, JSON.stringify({ folders: [{ path: 'one' }, { path: 'two' }] }));
  return file;
}

/** A row of the argument view. */
function row(page: Page, words: string) {
  return page.locator('.sidebar .tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: words });
}

/** The lines of the note that are on the screen, from top to bottom. */
async function lines(page: Page): Promise<string> {
  const shown = await page.locator('.editor-instance .view-line').evaluateAll((all) => {
    const placed = all.map((line) => [line.getBoundingClientRect().top, line.textContent ?? ''] as const);
    return placed.sort(([a], [b]) => a - b).map(([, text]) => text.replace(/\u00a0/g, ' '));
  });
  return shown.join('\n').trimEnd();
}

async function untilLines(page: Page, expected: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while ((await lines(page)) !== expected.trimEnd()) {
    if (Date.now() > deadline) throw new Explained(`The note is not as expected, but:\n${await lines(page)}`);
    await page.waitForTimeout(100);
  }
}

async function showBoth(page: Page): Promise<void> {
  await page.locator('.activitybar .action-item:has(.action-label[aria-label^="Debate Notes"])').click();
  await page.locator('.sidebar .monaco-button', { hasText: 'Show All Notes' }).click();
  await row(page, 'claim of the other folder').waitFor();
  for (const folder of ['one', 'two']) {
    await seen(
      row(page, 'note').locator('.label-description', { hasText: `${folder} ·` }),
      `note of the folder ${folder}`,
    );
  }
  await row(page, 'first claim').click();
  // The editor takes the focus: were it not waited for, it would take it from the palette.
  await seen(page.locator('.editor-group-container.active .monaco-editor.focused'), 'editor');
  await runCommand(page, 'Debate Notes: Show the Argument of This Note');
  await row(page, 'claim of the other folder').waitFor({ state: 'detached' });
}

async function keepFolds(page: Page): Promise<void> {
  await row(page, 'first claim').locator('.monaco-tl-twistie').click();
  await row(page, 'reason').waitFor({ state: 'detached' });
  await page.locator('.view-line', { hasText: 'second' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  await row(page, 'second claim!').waitFor();
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('claim: on top\n');
  await row(page, 'on top').waitFor();
  if ((await row(page, 'reason').count()) > 0) throw new Explained('What was folded is open after an edit.');
  await untilLines(page, EDITED);
}

async function addByButton(page: Page): Promise<void> {
  await row(page, 'leaf').hover();
  await row(page, 'leaf').locator('.action-label[aria-label^="Add Rebuttal"]').click();
  await seen(page.locator('.statusbar-item', { hasText: 'Ln 8,' }), 'cursor in the new line');
  await page.keyboard.type('fresh');
  await row(page, 'fresh').waitFor();
  await untilLines(page, `${EDITED}    rebuttal: fresh`);
}

async function drag(page: Page): Promise<void> {
  await row(page, 'leaf').dragTo(row(page, 'first claim'));
  const [branch, rest] = ['  support: leaf\n', 'claim #second: second claim!\n'];
  await untilLines(page, EDITED.replace(rest + branch, `${branch}    rebuttal: fresh\n${rest}`));
  await page.locator('.view-line').first().click();
  await page.keyboard.press('Control+Z');
  await untilLines(page, `${EDITED}    rebuttal: fresh`);
}

async function showMap(page: Page): Promise<void> {
  await page.locator('.sidebar .pane-header', { hasText: 'Map' }).click();
  const map = await seenMap(page);
  await map.getByLabel('Show all').click();
  await page.locator('.view-line', { hasText: 'objection' }).click();
  await map.locator('.box.current', { hasText: 'objection' }).waitFor();
  await map.locator('.box', { hasText: 'second claim' }).press('Enter');
  await seen(page.locator('.statusbar-item', { hasText: 'Ln 6,' }), 'line of the statement');
  await foldFirst(map);
}

/** Folds the first claim: three statements of eight go. */
async function foldFirst(map: Frame): Promise<void> {
  await map.locator('.box', { hasText: 'first claim' }).press('Space');
  await map.locator('.box.kind-rebuttal', { hasText: 'objection' }).waitFor({ state: 'detached' });
}

/** How many statements each map shows. */
function boxesOfMaps(page: Page): Promise<number[]> {
  const boxes = (frame: Frame) => frame.locator('.canvas .boxes .box').count();
  // Frames come and go while a page is being made.
  return Promise.all(page.frames().map((frame) => boxes(frame).catch(() => 0)));
}

/** @param sidebar statements of the map in which some are folded @param tab those of the other that are in sight, at least */
async function untilMaps(page: Page, sidebar: number, tab?: number): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const [first, second, ...others] = (await boxesOfMaps(page)).filter((count) => count > 0).sort();
    const hasTab = tab === undefined ? second === undefined : (second ?? 0) >= tab;
    if (first === sidebar && hasTab && others.length === 0) return;
    if (Date.now() > deadline)
      throw new Explained(`The maps show ${first} and ${second} statements, not ${sidebar} and ${tab}.`);
    await page.waitForTimeout(200);
  }
}

/** With a map in a tab, too, of which six boxes are in sight, and that in front: no note has the cursor then. */
async function reload(page: Page): Promise<void> {
  await page.locator('.view-line').first().click();
  await page.keyboard.press('Control+S');
  await untilMaps(page, 5);
  await page.locator('.editor-actions .action-label[aria-label^="Open Argument Map"]').first().click();
  await untilMaps(page, 5, 6);
  await page.locator('.tab', { hasText: 'Map:' }).first().click();
  // As a person reloads: a page that is only loaded again has what VS Code wrote down within the last minute, or has not.
  await runCommand(page, 'Developer: Reload Window');
  await page.waitForEvent('load');
  await untilMaps(page, 5, 6);
  await row(page, 'first claim').waitFor();
}
