import type { Locator, Page } from 'playwright-core';
import { away, runCommand } from './driving';

/** Takes a picture of a part of the page, under a name. */
type Take = (name: string, of: Locator) => Promise<void>;

/** Under which the workbench follows the colours that the page is told to prefer. */
export const FOLLOW_COLOURS = {
  'window.autoDetectColorScheme': true,
  'window.autoDetectHighContrast': true,
  'workbench.preferredLightColorTheme': 'Default Light Modern',
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
  'workbench.preferredHighContrastColorTheme': 'Default High Contrast',
};

/** CSS pixels of the window: what the rows fill. */
const HEIGHT = 660;

/**
 * The argument view as it is used: the tree with the actions of a row in the light theme, what is open in the dark one,
 * a filter by speaker in high contrast. Leaves the light theme and the whole tree.
 */
export async function takeArgumentPictures(page: Page, take: Take): Promise<void> {
  const sidebar = page.locator('.part.sidebar');
  const whole = page.viewportSize();
  if (whole) await page.setViewportSize({ ...whole, height: HEIGHT });
  await runCommand(page, 'Debate Notes: Expand the Whole Argument');
  // A selected row shows its actions; a pointer that rests on one would show the tip over the others.
  await sidebar.locator('.monaco-list-row', { hasText: 'agent on such a model' }).click();
  await away(page);
  await take('argument-light.png', sidebar);

  await page.emulateMedia({ colorScheme: 'dark' });
  await runCommand(page, 'Debate Notes: Show the Open Points of the Argument');
  await take('argument-dark.png', sidebar);

  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  await runCommand(page, 'Debate Notes: Show the Argument by Speaker');
  await runCommand(page, 'Debate Notes: Filter the Argument…');
  await page.locator('.quick-input-widget .quick-input-title', { hasText: 'Filter the Argument' }).waitFor();
  await page.keyboard.type('goal');
  await sidebar.locator('.tree-explorer-viewlet-tree-view .message', { hasText: 'goal' }).waitFor();
  await page.keyboard.press('Enter');
  await take('argument-contrast.png', sidebar);

  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await runCommand(page, 'Debate Notes: Show the Unfiltered Argument');
  await runCommand(page, 'Debate Notes: Show the Argument of This Note');
  if (whole) await page.setViewportSize(whole);
}
