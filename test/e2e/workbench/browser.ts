import fs from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { Carried } from './carried';
import { chromiumLaunch, writeFontSettings } from './chromium';
import type { Scope } from './program';

const flags = [
  '--no-sandbox', // root has no sandbox; the only page ever opened is our own
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];

/**
 * Starts a headless browser that reaches this machine only, and closes it with the scope. A Chromium on the PATH is
 * taken first; `DEBATE_NOTES_BROWSER=carried` asks for the carried one all the same, any other value names a program.
 * @param options.carriedOnly takes the carried one without looking: its fonts make pictures alike on all machines
 */
export async function launchBrowser(scope: Scope, carried: Carried, options: { carriedOnly?: boolean } = {}) {
  const wish = options.carriedOnly ? 'carried' : process.env['DEBATE_NOTES_BROWSER'];
  const found = wish === 'carried' ? undefined : (wish ?? onPath(['chromium', 'chromium-browser', 'google-chrome']));
  const browser = found ? await launch(found, {}) : await launchCarried(carried);
  scope.onEnd(() => browser.close());
  return browser;
}

async function launchCarried(carried: Carried): Promise<Browser> {
  await writeFontSettings(carried.chromium);
  const { executablePath, env } = chromiumLaunch(carried.chromium);
  return launch(executablePath, env);
}

function launch(executablePath: string, env: Record<string, string>): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: flags,
    env: { ...process.env, ...env },
    // Signals are the scope's to handle.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** The first of these programs that the PATH has, as an absolute path. */
export function onPath(names: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
