// The two commands that are compared, each a process of its own that writes its own report.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installPeers } from '../installPeers';
import type { Detected } from './score';

/** What a run of a program cost. */
export interface Cost {
  /** Seconds from start to end, and of CPU, children included. */
  readonly wall: number;
  readonly cpu: number;
  /** Megabytes of memory that it had at most. */
  readonly memory: number;
}

export interface Run {
  readonly costs: Cost;
  readonly detected: readonly Detected[];
}

const project = path.resolve(__dirname, '..', '..', '..');

/** GNU time says what a process took of CPU and memory; Node does not. */
const TIME = '/usr/bin/time';

export const isMeasurable = fs.existsSync(TIME);

/** Debate Notes' `duplicates`, as it is packaged. */
export function runOwn(notes: string): Run {
  const command = [path.join(project, 'dist', 'cli.js'), 'duplicates', '--format', 'json', notes];
  const { costs, output } = timed(process.execPath, command);
  const clusters = JSON.parse(output) as { places: { file: string; start: number; end: number }[] }[];
  const detected = clusters.flatMap(({ places }) => {
    const [first, ...others] = places.map(({ file, start, end }) => ({ note: numberOf(file), start, end }));
    return first ? others.map((other) => ({ a: first, b: other })) : [];
  });
  return { costs, detected };
}

/** jscpd with some settings; files of any size are read, and duplicates of any length are told. */
export function runPeer(program: string, notes: string, settings: readonly string[]): Run {
  const report = `${notes}-jscpd`;
  const always = ['-r', 'json', '-o', report, '--no-gitignore', '-x', '1000000', '-z', '200mb', '-l', '1'];
  const { costs } = timed(program, [notes, ...always, ...settings]);
  const { duplicates } = JSON.parse(fs.readFileSync(path.join(report, 'jscpd-report.json'), 'utf8')) as Report;
  const lines = new Map<string, number[]>();
  const detected = duplicates.map(({ firstFile, secondFile }) => ({
    a: stretchOf(notes, firstFile, lines),
    b: stretchOf(notes, secondFile, lines),
  }));
  return { costs, detected };
}

interface Report {
  readonly duplicates: readonly { readonly firstFile: Fragment; readonly secondFile: Fragment }[];
}

interface Fragment {
  readonly name: string;
  readonly startLoc: { readonly line: number; readonly column: number };
  readonly endLoc: { readonly line: number; readonly column: number };
}

/** jscpd counts lines and columns from 1; in a name the format may stand behind a colon. */
function stretchOf(notes: string, { name, startLoc, endLoc }: Fragment, known: Map<string, number[]>) {
  const file = path.basename(name.replace(/:markdown$/, ''));
  let starts = known.get(file);
  if (!starts) {
    starts = [0];
    for (const { index } of fs.readFileSync(path.join(notes, file), 'utf8').matchAll(/\n/g)) starts.push(index + 1);
    known.set(file, starts);
  }
  const offset = ({ line, column }: Fragment['startLoc']) => (starts[line - 1] ?? starts.at(-1) ?? 0) + column;
  return { note: numberOf(file), start: offset(startLoc) - 1, end: offset(endLoc) };
}

/** jscpd itself, without the script that looks for it; it is installed on x64 Linux. */
const JSCPD = ['node_modules', 'jscpd-linux-x64-gnu', 'bin', 'jscpd'];

/** Installs the peer; returns its program, and why there is none. */
export function installPeer(): { readonly program: string; readonly problem: string | null } {
  const { folder, problem } = installPeers('passagesPeer');
  const program = path.join(folder, ...JSCPD);
  const isThere = problem !== null || fs.existsSync(program);
  return { program, problem: isThere ? problem : 'it is measured on x64 Linux only' };
}

function timed(program: string, args: readonly string[]): { costs: Cost; output: string } {
  const start = performance.now();
  const [command, ...given] = isMeasurable ? [TIME, '-f', '\nCOSTS %U %S %M', program, ...args] : [program, ...args];
  const { stdout, stderr } = spawnSync(command as string, given, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const wall = (performance.now() - start) / 1000;
  const [, user, system, memory] = /COSTS (\S+) (\S+) (\S+)/.exec(stderr) ?? [];
  return { costs: { wall, cpu: Number(user) + Number(system), memory: Number(memory) / 1024 }, output: stdout };
}

/** The number of a note that the bench wrote. */
function numberOf(file: string): number {
  return Number(/(\d+)\.debate\.md$/.exec(file)?.[1]);
}

/** The name of the file of a note. */
export function nameOf(note: number): string {
  return `${String(note).padStart(6, '0')}.debate.md`;
}
