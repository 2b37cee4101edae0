import type { Locator, Page } from 'playwright-core';

/** Takes a picture of a part of the page, under a name. */
type Take = (name: string, of: Locator) => Promise<void>;

/**
 * The argument view as it is used: the tree with the actions of a row in the light theme, what is open in the dark one,
 * a filter by speaker in high contrast. Leaves the light theme and the whole tree.
 */
export async function takeArgumentPictures(page: Page, take: Take): Promise<void> {
  const sidebar = page.locator('.part.sidebar');
  await run(page, 'Debate Notes: Expand All');
  await sidebar.locator('.monaco-list-row', { hasText: 'agent on such a model' }).hover();
  await take('argument-light.png', sidebar);

  await theme(page, 'Default Dark Modern');
  await run(page, 'Debate Notes: Show Open Points');
  await away(page);
  await take('argument-dark.png', sidebar);

  await theme(page, 'Default High Contrast');
  await run(page, 'Debate Notes: Group by Speaker');
  await run(page, 'Debate Notes: Filter…');
  await page.keyboard.type('goal');
  await page.waitForTimeout(500);
  await page.keyboard.press('Enter');
  await away(page);
  await take('argument-contrast.png', sidebar);

  await run(page, 'Debate Notes: Clear the Filter');
  await run(page, 'Debate Notes: Show This Note');
  await theme(page, 'Default Light Modern');
}

/** Runs a command by its title. */
async function run(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await choose(page, `>${title}`);
}

async function theme(page: Page, name: string): Promise<void> {
  await run(page, 'Preferences: Color Theme');
  await choose(page, name);
}

/** Types into the quick pick that is open, and takes what it then has first. */
async function choose(page: Page, text: string): Promise<void> {
  const input = page.locator('.quick-input-widget:not([style*="display: none"]) input[type="text"]');
  await input.waitFor();
  await input.fill(text);
  await page.locator('.quick-input-list .monaco-list-row.focused').first().waitFor();
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
}

/** Where a resting pointer lights nothing. */
async function away(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.mouse.move((size?.width ?? 0) - 40, (size?.height ?? 0) - 60);
}
