import type { ExtensionContext } from 'vscode';
import type { DebateNotes } from './extension';

// One bundle runs on desktops, on remote machines and in browsers. What is imported on demand is in it, and what a place
// has not, such as processes, is not touched there.
const place = () => ('importScripts' in globalThis ? import('./web') : import('./node'));

export async function activate(context: ExtensionContext): Promise<DebateNotes> {
  return (await place()).activate(context);
}

export async function deactivate(): Promise<void> {
  await (await place()).deactivate();
}
