import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type FileHandle, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { inFolder } from '../support/folders';

/** The command as it ships, bundled. */
const COMMAND = path.join(__dirname, '..', 'cli.js');

/** Where the outputs go: pipes, or files by descriptor. */
interface Outputs {
  readonly out?: 'pipe' | 'ignore' | number;
  readonly err?: 'pipe' | number;
}

interface Ended {
  readonly exitCode: number;
  /** What was written to each output that is a pipe. */
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a process of its own. */
async function runProcess(args: readonly string[], { out = 'pipe', err = 'pipe' }: Outputs): Promise<Ended> {
  const command = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', out, err] });
  const [[exitCode], written, said] = await Promise.all([
    once(command, 'exit'),
    command.stdout ? text(command.stdout) : '',
    command.stderr ? text(command.stderr) : '',
  ]);
  return { exitCode, out: written, err: said };
}

/** Hands out descriptors that take no output: of a file opened to be read and, on systems that have it, a full disk. */
async function onUnwritable(act: (fd: number) => Promise<void>): Promise<void> {
  const handles: FileHandle[] = [await open(COMMAND, 'r')];
  if (existsSync('/dev/full')) handles.push(await open('/dev/full', 'w'));
  try {
    for (const { fd } of handles) await act(fd);
  } finally {
    for (const handle of handles) await handle.close();
  }
}

describe('the process of debate-notes', () => {
  it('ends on a megabyte of anything that comes again and again', async () => {
    // In quadratic time each of these takes minutes, and a test may not.
    const periods = ['x y ', 'a b c d e f g h i '].map((period) => period.repeat(400_000 / period.length));
    const shapes = periods.flatMap((words) => [words, `> ${words}`, `“${words}” ${words}`]);
    const files = Object.fromEntries(shapes.map((shape, i) => [`${i}.debate`, shape]));
    await inFolder({ ...files, 'lines.debate': 'I agree.\n'.repeat(50_000) }, async (folder) => {
      const { exitCode, err } = await runProcess(['check', folder], { out: 'ignore' });
      assert.deepEqual({ exitCode, err }, { exitCode: 1, err: '' });
    });
  });

  it('exits with what the command found, and prints it', async () => {
    await inFolder({ 'a.debate': 'x', 'b.debate': 'claim: x' }, async (folder) => {
      const [clean, unsupported] = [path.join(folder, 'a.debate'), path.join(folder, 'b.debate')];
      assert.deepEqual(await runProcess(['check', clean], {}), {
        exitCode: 0,
        out: '1 note checked, no problems.\n',
        err: '',
      });
      assert.equal((await runProcess(['check', unsupported], {})).exitCode, 1);
      assert.equal((await runProcess(['check', path.join(folder, 'none')], {})).exitCode, 2);
    });
  });

  it('exits with 2 when its results cannot be written, and says so in one line', async () => {
    await inFolder({ 'a.debate': 'claim: x' }, async (folder) => {
      const commands = [
        ['check', folder],
        ['outline', folder, '--format', 'json'],
        ['cite', 'a', 'b', 'c'],
        ['--help'],
      ];
      await onUnwritable(async (out) => {
        for (const args of commands) {
          const { exitCode, err } = await runProcess(args, { out });
          assert.equal(exitCode, 2, args.join(' '));
          assert.match(err, /^debate-notes: Cannot write to standard output: [^\n]+\n$/);
        }
      });
    });
  });

  it('exits with 2 when its complaints cannot be written', async () => {
    await inFolder({ 'a.debate': 'x' }, async (folder) => {
      const expected = { exitCode: 2, out: '1 note checked, no problems.\n', err: '' };
      await onUnwritable(async (err) => {
        assert.deepEqual(await runProcess(['check', folder, path.join(folder, 'none')], { err }), expected);
        assert.equal((await runProcess(['frobnicate'], { err })).exitCode, 2);
        assert.equal((await runProcess(['check', folder], { out: err, err })).exitCode, 2);
      });
    });
  });

  it('leaves a note as it was when there is no room for the fixed one', async () => {
    // A limit on the size of files stands in for a full disk.
    const note = `<!-- debate-disable-line self-attack -->\n${'prose, '.repeat(1000)}`;
    await inFolder({ 'a.debate': note }, async (folder) => {
      const file = path.join(folder, 'a.debate');
      const limited = ['-c', 'ulimit -f 1; exec "$0" "$@"', process.execPath, COMMAND, 'check', '--fix', file];
      const command = spawn('bash', limited, { stdio: ['ignore', 'pipe', 'pipe'] });
      const [[exitCode], said] = await Promise.all([once(command, 'exit'), text(command.stderr)]);
      assert.deepEqual(
        [exitCode, said],
        [2, `debate-notes: Cannot write ${file}: it is too large. It is as it was.\n`],
      );
      assert.deepEqual([await readdir(folder), await readFile(file, 'utf8')], [['a.debate'], note]);
    });
  });

  it('says nothing when its reader stops reading, and exits with what it found', async () => {
    const claims = Array.from({ length: 20_000 }, (_, i) => `claim #c${i}: x`).join('\n');
    await inFolder({ 'a.debate': claims }, async (folder) => {
      for (const [name, exitCode] of [
        ['check', 1],
        ['outline', 0],
      ] as const) {
        const command = spawn(process.execPath, [COMMAND, name, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
        command.stdout.destroy();
        const [[code], said] = await Promise.all([once(command, 'exit'), text(command.stderr)]);
        assert.deepEqual([code, said], [exitCode, '']);
      }
    });
  });
});
