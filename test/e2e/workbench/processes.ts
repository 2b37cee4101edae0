import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import { Explained, type Scope } from './program';

/** Milliseconds that a process group gets to end by itself before it is killed. */
const gracePeriod = 5_000;

/** Starts a program whose end, with that of all its children, is the end of the scope. */
export function startGroup(scope: Scope, command: string, args: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true });
  const kill = () => signalGroup(child, 'SIGKILL');
  process.once('exit', kill);
  scope.onEnd(async () => {
    await endGroup(child);
    process.off('exit', kill);
  });
  return child;
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    signalGroup(child, 'SIGTERM');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, gracePeriod).unref())]);
  }
  // The leader may be gone while its children are not.
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // ESRCH: nothing of the group is left.
  }
}

/** The processes of a group, by their ids, whose command has some words in it. On Linux only. */
export async function processesOf(group: number, words: string): Promise<number[]> {
  const ids = (await fs.readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = ids.map(async (id) => {
    // Processes end while they are looked at.
    const read = (file: string) => fs.readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '');
    // Behind the name, in parentheses: state, parent, group.
    const [, , ofGroup] = (await read('stat')).replace(/^.*\) /s, '').split(' ');
    return Number(ofGroup) === group && (await read('cmdline')).includes(words) ? [Number(id)] : [];
  });
  return (await Promise.all(found)).flat();
}

/** Runs a program in this terminal, as if it had been typed; returns its exit code. */
export function runInTerminal(command: string, args: string[], options: SpawnOptions = {}): Promise<number> {
  return exitCode(spawn(command, args, { ...options, stdio: 'inherit' }));
}

/** Runs a step that has to succeed, and that ends with the scope; what it prints is shown only when it fails. */
export async function runQuietly(
  scope: Scope,
  what: string,
  command: string,
  args: string[],
  options: SpawnOptions = {},
) {
  const child = startGroup(scope, command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part));
  child.stderr?.on('data', (part: Buffer) => parts.push(part));
  const code = await exitCode(child);
  if (code === 0) return;
  const output = Buffer.concat(parts).toString('utf8').trim();
  throw new Explained(`${output}\n\n${what} failed (${command} ended with code ${code}).`);
}

/** The code that a program ends with, 1 when a signal ended it; an error when it cannot be started. */
function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
