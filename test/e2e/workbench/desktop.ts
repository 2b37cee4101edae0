import fs from 'node:fs';
import path from 'node:path';
import { onPath } from './browser';

/** A desktop VS Code on this machine. */
export interface Desktop {
  /** The `code` command, which opens windows; undefined when only the program itself was named. */
  readonly command?: string;
  /** The program itself, which tests can be run in; undefined where it could not be found (snap, for one). */
  readonly program?: string;
}

/**
 * The desktop VS Code of this machine: the program that `VSCODE_PATH` names, else the one behind `code` on the PATH.
 * Undefined when there is none, or no display to show it on.
 */
export function findDesktop(): Desktop | undefined {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return undefined;
  const named = process.env['VSCODE_PATH'];
  const command = onPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
  const program = named ?? (command && programBehind(command));
  if (!command && !program) return undefined;
  return { ...(command && { command }), ...(program && { program }) };
}

/** The program that a `code` command starts; the two are laid out differently on each system. */
function programBehind(command: string): string | undefined {
  const bin = path.dirname(fs.realpathSync(command));
  const candidates = {
    darwin: ['../../../MacOS/Electron', '../../../MacOS/Code'],
    win32: ['../Code.exe'],
    linux: ['../code', '../codium'],
  }[process.platform as string];
  return candidates?.map((candidate) => path.resolve(bin, candidate)).find((file) => fs.existsSync(file));
}
