import { spawnSync } from 'node:child_process';

/** An editor that the tests drive, if this machine has it. */
export interface Editor {
  readonly name: string;
  /** What starts it: the variable of the environment, or the name on the PATH. */
  readonly variable: string;
  readonly command: string;
  /** Another program without which it cannot be started here. */
  readonly needs?: string;
}

export const EDITORS = {
  neovim: { name: 'Neovim', variable: 'NVIM', command: 'nvim' },
  emacs: { name: 'Emacs', variable: 'EMACS', command: 'emacs' },
  helix: { name: 'Helix', variable: 'HELIX', command: 'hx' },
  kate: { name: 'Kate', variable: 'KATE', command: 'kate', needs: 'dbus-run-session' },
} as const satisfies Readonly<Record<string, Editor>>;

/** What has programs that are written with Qt draw to nowhere. */
export const WITHOUT_SCREEN = { QT_QPA_PLATFORM: 'offscreen' };

/** An editor of this machine. */
export interface FoundEditor {
  readonly command: string;
  /** `[0, 7]` for 0.7.2. */
  readonly version: readonly [major: number, minor: number];
}

/** Looks whether an editor can be started; null where it cannot. */
export function findEditor({ variable, command: usual, needs }: Editor): FoundEditor | null {
  const command = process.env[variable] || usual;
  const env = { ...process.env, ...WITHOUT_SCREEN };
  if (needs !== undefined && spawnSync(needs, ['--version']).status !== 0) return null;
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8', env });
  const [, major, minor] = (status === 0 && /(\d+)\.(\d+)/.exec(stdout)) || [];
  return major && minor ? { command, version: [Number(major), Number(minor)] } : null;
}

/** Says of each editor that this machine has not that it is not run. */
export function missingEditors(): string[] {
  return Object.values(EDITORS)
    .filter((editor) => findEditor(editor) === null)
    .map(({ name, command, variable }) => `not run: no ${name} here (no ${command} on the PATH, and no ${variable})`);
}
