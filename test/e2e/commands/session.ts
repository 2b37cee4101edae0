// A first session with the packaged extension, as a person would have it: installed in the carried VS Code, the
// walkthrough, a new note, a pasted thread, three marks, a warning that is fixed, the map, and its picture on the disk.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../workbench/browser';
import { patience, runCommand, seen, seenMap, step } from '../workbench/driving';
import { runInCarried } from '../workbench/inCarried';
import { Explained } from '../workbench/program';
import { startServer } from '../workbench/server';
import { packageExtension } from '../workbench/vsix';

const THREAD = [
  'Debate lets a weak judge oversee strong debaters.',
  'Lies are harder to keep straight than the truth.',
  'But does one false step not hide among a thousand true ones?',
].join('\n\n');

void runInCarried(async (scope, carried) => {
  const server = await startServer(scope, carried, { vsix: await packageExtension(scope) });
  const browser = await launchBrowser(scope, carried);
  const context = await browser.newContext({ viewport: { width: 1360, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const folder = await scope.temporaryFolder();
  await page.goto(server.url(folder));
  await step(page, 'finds in the palette what begins a note, and no more', () => findCommands(page));
  await step(page, 'opens the walkthrough', () => openWalkthrough(page));
  await step(page, 'creates a note from it', () => createNote(page));
  await step(page, 'pastes a thread', () => paste(page));
  await step(page, 'marks three paragraphs', () => mark(page));
  await step(page, 'fixes a warning', () => fix(page));
  await step(page, 'looks at it as Markdown', () => preview(page));
  await step(page, 'opens the map', () => openMap(page));
  await step(page, 'saves the map', () => saveMap(page, folder));
});

async function findCommands(page: Page): Promise<void> {
  await seen(page.locator('.activitybar .action-label[aria-label^="Debate Notes"]'), 'icon of the extension');
  await page.keyboard.press('F1');
  await page.keyboard.type('Debate Notes: ');
  const rows = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Debate Notes: ' });
  await seen(rows.filter({ hasText: 'Get Started' }), 'command that begins');
  const titles = await rows.allTextContents();
  if (titles.length > 12) throw new Explained(`Without a note there are ${titles.length} commands: ${titles.join()}`);
  await page.keyboard.press('Escape');
}

async function openWalkthrough(page: Page): Promise<void> {
  await seen(page.locator('.activitybar .action-label[aria-label^="Debate Notes"]'), 'icon of the extension');
  await runCommand(page, 'Debate Notes: Get Started');
  await seen(page.locator('.gettingStartedContainer', { hasText: 'Mark who says what' }), 'walkthrough');
}

async function createNote(page: Page): Promise<void> {
  await page
    .locator('.gettingStartedContainer .monaco-button', { hasText: /^New Debate Note$/ })
    .first()
    .click();
  await seen(page.locator('.statusbar-item', { hasText: 'Debate Note' }), 'note');
  await seen(page.locator('.editor-group-container.active .monaco-editor.focused'), 'editor with the focus');
}

async function paste(page: Page): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(THREAD)})`);
  await page.keyboard.press('Control+V');
  await seen(page.locator('.view-line', { hasText: 'thousand' }), 'pasted thread');
}

/** The first paragraph as a claim, the second as what supports it, the third as a question. */
async function mark(page: Page): Promise<void> {
  await page.keyboard.press('Control+Home');
  for (const [key, keyword] of [
    ['c', 'claim:'],
    ['s', 'support:'],
    ['q', 'question:'],
  ] as const) {
    await page.keyboard.press('Alt+D');
    await page.keyboard.press(key);
    await seen(page.locator('.view-line', { hasText: keyword }), keyword);
    for (let lines = 0; lines < 2; lines++) await page.keyboard.press('ArrowDown');
  }
}

/** A claim that nobody supports is written under the thread, and gets a support by the light bulb. */
async function fix(page: Page): Promise<void> {
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n\nclaim: The judge is paid for the truth.');
  await seen(page.locator('.squiggly-warning'), 'warning');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+.');
  const fixes = page.locator('.action-widget .monaco-list-row', { hasText: 'support:' });
  await seen(fixes, 'quick fix');
  await fixes.first().click();
  // What is typed before the cursor is in the new line would be typed where it was.
  await seen(page.locator('.statusbar-item', { hasText: 'Ln 8,' }), 'cursor in the new line');
  await page.keyboard.type('So it was agreed.');
  await page.locator('.squiggly-warning').first().waitFor({ state: 'detached', timeout: 20_000 });
  await seen(page.locator('.view-line', { hasText: 'So it was agreed.' }), 'support');
}

/** The preview shows kinds and what stands; its page is a frame of a frame. */
async function preview(page: Page): Promise<void> {
  await page.locator('.editor-actions .action-label[aria-label^="Open Preview"]').first().click();
  const shown = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await seen(shown.locator('li .debate-kind', { hasText: 'Claim' }), 'kind in the preview');
  await seen(shown.locator('li li .debate-label', { hasText: 'stands' }), 'label in the preview');
  await page.keyboard.press('Control+W');
  await seen(page.locator('.editor-group-container.active .monaco-editor.focused'), 'editor with the focus');
}

async function openMap(page: Page): Promise<void> {
  await page.locator('.editor-actions .action-label[aria-label^="Open Argument Map"]').first().click();
  const frame = await seenMap(page);
  const boxes = await frame.locator('.canvas .box').count();
  if (boxes !== 5) throw new Explained(`The map has ${boxes} boxes for five statements.`);
  await frame.locator('.canvas .box').first().click();
  // The editor takes the focus: were it not waited for, it would take it from what comes next.
  await seen(page.locator('.editor-group-container.active .monaco-editor.focused'), 'editor that the box leads to');
}

async function saveMap(page: Page, folder: string): Promise<void> {
  await page.locator('.tab', { hasText: 'Map:' }).first().click();
  await seen(page.locator('.editor-group-container.active .tab.active', { hasText: 'Map:' }), 'map with the focus');
  await runCommand(page, 'Debate Notes: Save Argument Map as SVG');
  const dialog = page.locator('.quick-input-widget', { hasText: 'Save' });
  await seen(dialog, 'dialog');
  await page.waitForTimeout(500);
  await page.keyboard.press('Enter');
  await seen(page.locator('.notification-toast', { hasText: 'has been saved as' }), 'message');
  const saved = (await fs.readdir(folder)).filter((name) => name.endsWith('.svg'));
  const text = saved[0] ? await fs.readFile(path.join(folder, saved[0]), 'utf8') : '';
  if (!text.includes('<svg') || !text.includes('thousand')) throw new Explained(`No map was saved: ${saved.join()}`);
}
