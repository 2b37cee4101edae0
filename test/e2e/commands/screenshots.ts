// `npm run screenshots`: the packaged extension, installed in the carried VS Code and used as a person would, for the
// pictures of the README, in light and dark. Fails when a picture would not show what it is for.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { FOLLOW_COLOURS, takeArgumentPictures } from '../workbench/argumentPictures';
import { launchBrowser } from '../workbench/browser';
import { setUpCarried } from '../workbench/carried';
import { away, patience, runCommand, seen, seenMap } from '../workbench/driving';
import { inProject } from '../workbench/paths';
import { Explained, runProgram, type Scope } from '../workbench/program';
import { startServer } from '../workbench/server';
import { packageExtension } from '../workbench/vsix';

/** The sample note in the pictures, a file of `seeds`. */
const note = 'pretraining-from-human-feedback.debate';

/** The text that the second picture hovers over; on the note's first screen. */
const hoverOver = 'arxiv.org/abs/2107.03374';

/** A claim on the note's first screen that nobody supports. */
const unsupported = 'A predictor on its own does not frighten me';

/** The names of the view container and of the view in it, as the manifest has them. */
const container = 'Debate Notes';

/** CSS pixels, which are also the pictures' pixels. */
const viewport = { width: 1360, height: 800 };

/** CSS pixels. */
const sidebarWidth = 420;

/** Bytes; larger pictures weigh down every clone. */
const sizeLimit = 250_000;

const settings = {
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.minimap.enabled': false,
  'explorer.openEditors.visible': 0,
  ...FOLLOW_COLOURS,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'notifications.position': 'bottom-right',
};

/** What the colours follow, with what the names of the pictures end in. */
const SCHEMES = { light: '', dark: '-dark' } as const;

void runProgram(async (scope) => {
  const carried = await setUpCarried(scope, console.log);
  const vsix = await packageExtension(scope);
  const browser = await launchBrowser(scope, carried, { carriedOnly: true });
  for (const [colorScheme, suffix] of Object.entries(SCHEMES)) {
    const server = await startServer(scope, carried, { vsix, settings });
    const page = await browser.newPage({ viewport, colorScheme: colorScheme as 'light' | 'dark' });
    page.setDefaultTimeout(patience);
    await page.goto(server.url(await copyOfSeeds(scope)));
    await openNote(page);
    await showArgument(page);
    await picture(page, `workbench${suffix}.png`);
    await hover(page);
    await picture(page, `hover${suffix}.png`);
    await offerFixes(page);
    await picture(page, `fix${suffix}.png`);
    await openMap(page);
    await picture(page, `map${suffix}.png`);
    await openPreview(page);
    await picture(page, `preview${suffix}.png`);
    await openWalkthrough(page);
    await picture(page, `start${suffix}.png`);
    await page.keyboard.press('Control+B');
    // Takes them in every theme.
    if (suffix === '') await takeArgumentPictures(page, (name, of) => picture(page, name, of));
    await page.close();
  }
  return 0;
});

/** A copy, so that nothing done for a picture changes the samples. */
async function copyOfSeeds(scope: Scope): Promise<string> {
  const folder = path.join(await scope.temporaryFolder(), 'seeds');
  await fs.cp(inProject('seeds'), folder, { recursive: true });
  return folder;
}

async function openNote(page: Page): Promise<void> {
  await page.locator('.explorer-viewlet .monaco-list-row', { hasText: note }).dblclick();
  await seen(page.locator('.squiggly-warning, .squiggly-error, .squiggly-info'), 'squiggles');
}

async function showArgument(page: Page): Promise<void> {
  // The badge with the number of open points lies over the icon.
  await page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${container}"])`).click();
  await seen(page.locator('.sidebar .pane-body .monaco-list-row'), 'rows in the argument view');
  await widenSidebar(page);
}

/** Drags the sidebar's edge, so that more of the statements can be read. */
async function widenSidebar(page: Page): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Explained('The workbench shows no sidebar.');
  const [edge, middle] = [box.x + box.width, box.y + box.height / 2];
  await page.mouse.move(edge, middle);
  await page.mouse.down();
  await page.mouse.move(edge + sidebarWidth - box.width, middle, { steps: 5 });
  await page.mouse.up();
  await away(page);
}

async function hover(page: Page): Promise<void> {
  const text = page.locator('.view-line span span', { hasText: hoverOver });
  await seen(text, hoverOver);
  await text.first().hover({ position: { x: 4, y: 8 } });
  // Where the pointer comes in, the editor does not look yet.
  await text.first().hover({ position: { x: 12, y: 8 } });
  await seen(page.locator('.monaco-hover:not(.hidden) .hover-contents'), 'hover');
}

/** The quick fixes of the first claim without support. */
async function offerFixes(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page
    .locator('.view-line', { hasText: unsupported })
    .first()
    .click({ position: { x: 40, y: 8 } });
  await away(page);
  await page.keyboard.press('Control+.');
  await seen(page.locator('.action-widget .monaco-list-row', { hasText: 'support' }), 'quick fixes');
}

/** The map beside the note, without the sidebar, as it opens. */
async function openMap(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+B');
  await page.locator('.editor-actions .action-label[aria-label^="Open Argument Map"]').click();
  await seenMap(page);
  await away(page);
}

/** The note in VS Code's Markdown preview, in the place of the map. */
async function openPreview(page: Page): Promise<void> {
  await page.locator('.tab', { hasText: 'Map:' }).click();
  await page.keyboard.press('Control+W');
  await page.locator('.editor-actions .action-label[aria-label^="Open Preview"]').first().click();
  const shown = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await seen(shown.locator('.debate-label'), 'labels in the preview');
  await page.locator('.tab', { hasText: 'Preview' }).click();
  await away(page);
}

/** The walkthrough at the step that marks what is said, with nothing beside it. */
async function openWalkthrough(page: Page): Promise<void> {
  await page.keyboard.press('Control+W');
  await runCommand(page, 'Debate Notes: Get Started');
  const steps = page.locator('.gettingStartedContainer .getting-started-step');
  await steps.filter({ hasText: 'See what stands' }).click();
  await away(page);
}

/** @param of the part of the page that is shown; all of it where none is given */
async function picture(page: Page, name: string, of: Locator | Page = page): Promise<void> {
  await stillness(page);
  const file = inProject('docs', 'images', name);
  const { length } = await of.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  console.log(`docs/images/${name}: ${Math.round(length / 1000)} kB`);
  if (length > sizeLimit) throw new Explained(`docs/images/${name} is larger than ${sizeLimit / 1000} kB.`);
}

/** Waits until two pictures in a row are the same: nothing loads, slides or fades any more. */
async function stillness(page: Page): Promise<void> {
  const deadline = Date.now() + patience;
  const look = () => page.screenshot({ animations: 'disabled', caret: 'hide' });
  let before = await look();
  while (Date.now() < deadline) {
    await page.waitForTimeout(300);
    const now = await look();
    if (now.equals(before)) return;
    before = now;
  }
  throw new Explained('The workbench does not come to rest.');
}
