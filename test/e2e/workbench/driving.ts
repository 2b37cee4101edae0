// What a person does in the workbench, by keys and clicks.
import path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { inProject } from './paths';
import { Explained } from './program';

/** Milliseconds for the slowest step, a whole VS Code starting up. */
export const patience = 60_000;

/** Does a step of a session, and says that it is done; failing, leaves a picture of what the page shows. */
export async function step(page: Page, name: string, act: () => Promise<void>): Promise<void> {
  await act().catch(async (error: unknown) => {
    const file = inProject('dist', 'test', 'results', 'session-failure.png');
    await page.screenshot({ path: file });
    const reason = error instanceof Error ? error.message : String(error);
    throw new Explained(`“${name}” failed, and ${path.relative(inProject(), file)} is what is seen: ${reason}`);
  });
  console.log(`  ✔ ${name}`);
}

/** Waits until the page has something; failing, leaves a picture of what it has instead. */
export async function seen(something: Locator, what: string): Promise<void> {
  await something
    .first()
    .waitFor({ state: 'attached', timeout: patience })
    .catch(async () => {
      const file = inProject('dist', 'test', 'results', 'workbench-failure.png');
      await something.page().screenshot({ path: file });
      throw new Explained(`The workbench shows no ${what}; ${path.relative(inProject(), file)} is what it shows.`);
    });
}

/** Runs a command by its title, in the palette; again where something has taken the focus from it in the meantime. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title });
  for (let attempt = 0; attempt < 3; attempt++) {
    await page.keyboard.press('F1');
    await page.keyboard.type(title);
    const isThere = await row
      .first()
      .waitFor({ timeout: 10_000 })
      .then(
        () => true,
        () => false,
      );
    // Another command may be ahead in the list, which is not always the one of what was typed last.
    if (isThere) return row.first().click();
    await page.keyboard.press('Escape');
  }
  await seen(row, `command “${title}”`);
}

/** Rests the pointer where it lights nothing: a tip would lie over what is shown. */
export async function away(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.mouse.move((size?.width ?? 0) / 2, (size?.height ?? 0) - 8);
}

/** Waits for the page of the map: a frame of a frame, made when it is needed. */
export async function seenMap(page: Page): Promise<Frame> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    for (const frame of page.frames()) {
      const boxes = frame.locator('.canvas .box').count();
      // Frames come and go while the page is being made.
      if ((await boxes.catch(() => 0)) > 0) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Explained('The workbench shows no map.');
}
