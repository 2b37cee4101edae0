import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { inFolder } from '../support/folders';

/** The command as it ships, bundled. */
const COMMAND = path.join(__dirname, '..', 'cli.js');

/** A workspace with one unsupported claim, and one that another note rebuts. */
const NOTES = {
  'notes/.debatenotes.json': '{}\n',
  'notes/note.debate':
    'claim #scales (Ada): Debate scales.\n  cite: arXiv:1805.00899\nclaim #alone (Ada): Nobody supports this.\n',
  'notes/other.debate.md': 'rebuttal (Ben) -> note#scales: It does not.\n',
  'notes/aside.debate.md': 'Prose.\n',
};

/** What the scripts in this folder write of an editor. */
export interface Seen {
  readonly fault?: string;
  /** Of `aside.debate.md` and `note.debate`. */
  readonly filetypes: readonly string[];
  readonly diagnostics: readonly Readonly<Record<string, unknown>>[];
  readonly hover: string;
  readonly symbols: readonly string[];
  readonly hints?: readonly string[];
  readonly token?: string;
  /** The lines of `note.debate` and `other.debate.md` after `#scales` was renamed to `#weighs`. */
  readonly note: readonly string[];
  readonly other: readonly string[];
  /** Lines with a diagnostic after another claim was written. */
  readonly edited: readonly number[];
}

/** How an editor is started on a configuration and a script. */
export interface Editing {
  readonly command: string;
  readonly args: readonly string[];
  /** Files by path from the home folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * For an editor that is told nothing by a script: asked again and again of what it and the server have said to each
   * other, until it holds. Then the editor is ended.
   */
  readonly isDone?: (said: Said) => boolean;
}

/** Everything that has gone over the wire, as it was written. */
export interface Said {
  readonly byEditor: string;
  readonly byServer: string;
}

/**
 * Runs an editor in the workspace, with a home folder of its own and `debate-notes` on the PATH.
 * @param then is given what it prints
 */
export async function runEditor(
  editing: Editing,
  then: (printed: string, home: string) => Promise<void>,
): Promise<void> {
  const { command, args, files, environment, isDone } = editing;
  await inFolder({ ...NOTES, ...files }, async (home) => {
    const bin = path.join(home, 'bin');
    await mkdir(bin);
    await writeFile(path.join(bin, 'debate-notes'), isDone ? RECORDED : `#!/bin/sh\nexec ${SERVER}\n`);
    await chmod(path.join(bin, 'debate-notes'), 0o755);
    const env = {
      ...process.env,
      HOME: home,
      PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
      SEEN: path.join(home, 'seen.json'),
      ...Object.fromEntries(
        ['CONFIG', 'DATA', 'STATE', 'CACHE'].map((kind) => [`XDG_${kind}_HOME`, `${home}/.${kind}`]),
      ),
      ...environment,
    };
    const cwd = path.join(home, 'notes');
    const editor = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: isDone !== undefined,
    });
    const ended = once(editor, 'exit');
    const printed = Promise.all([text(editor.stdout), text(editor.stderr)]);
    if (isDone && editor.pid !== undefined) await endWhen(editor.pid, home, isDone);
    await ended;
    await then((await printed).join(''), home);
  });
}

const SERVER = `'${process.execPath}' '${COMMAND}' "$@"`;

const RECORDED = `#!/bin/sh\ntee -a "$HOME/by-editor" | ${SERVER} | tee -a "$HOME/by-server"\n`;

/** Milliseconds that an editor has to come so far. */
const PATIENCE = 60_000;

/** Ends a process, and those that it has started, once the editor and the server have said what is waited for. */
async function endWhen(pid: number, home: string, isDone: (said: Said) => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  try {
    while (!isDone(await saidIn(home))) {
      assert.ok(Date.now() < deadline, `waited ${PATIENCE} ms; said was ${JSON.stringify(await saidIn(home))}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    process.kill(-pid, 'SIGKILL');
  }
}

async function saidIn(home: string): Promise<Said> {
  const read = (name: string) => readFile(path.join(home, name), 'utf8').catch(() => '');
  return { byEditor: await read('by-editor'), byServer: await read('by-server') };
}

/** Runs an editor that does what its script says, and expects all of it to be seen. */
export async function checkEditor(editing: Editing, expected: Partial<Seen>): Promise<void> {
  await runEditor(editing, async (printed, home) => {
    const written = await readFile(path.join(home, 'seen.json'), 'utf8').catch(() => assert.fail(printed));
    const seen: Seen = JSON.parse(written);
    assert.equal(seen.fault, undefined, printed);
    assert.match(seen.hover, /^\**Rebutted\** by /);
    for (const words of ['Debate scales.', 'Nobody supports this.', 'arXiv:1805.00899']) {
      assert.ok(
        seen.symbols.some((symbol) => symbol.endsWith(words)),
        `${words} in ${seen.symbols}`,
      );
    }
    assert.deepEqual(
      { note: seen.note, other: seen.other, edited: seen.edited },
      {
        note: [
          'claim #weighs (Ada): Debate scales.',
          '  cite: arXiv:1805.00899',
          'claim #alone (Ada): Nobody supports this.',
        ],
        other: ['rebuttal (Ben) -> note#weighs: It does not.'],
        edited: [2, 3],
      },
    );
    const asked = Object.keys(expected) as (keyof Seen)[];
    assert.deepEqual(Object.fromEntries(asked.map((key) => [key, seen[key]])), expected);
  });
}
