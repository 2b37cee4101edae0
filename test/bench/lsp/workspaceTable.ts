import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import { PROBLEMS } from '../madeUpDebate';
import { figure, print, printTitle, quantile, stated } from '../measure';
import { type Document, note } from './documents';
import { ServerProcess } from './serverProcess';
import type { Compared } from './subjects';

/** Lines of a note of about 10 kB. */
const LINES = 150;

/** What a workspace of so many notes may cost: seconds of CPU until all is known of it, megabytes that are resident then. */
const TARGETS: Readonly<Record<number, { readonly seconds: number; readonly megabytes: number }>> = {
  1000: { seconds: 1.5, megabytes: 120 },
  10000: { seconds: 20, megabytes: 600 },
};

/**
 * Letters that are typed in one of the notes once all is known, and those of them that are measured: by the first much is
 * not compiled, and that is the same for any number of notes.
 */
const LETTERS = 150;
const MEASURED = 100;

/** How much more than in the smallest workspace a letter may cost in a large one. */
const MOST_TIMES = 1.5;

interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
  /** Milliseconds of CPU for a letter and its diagnostics, in the median. */
  readonly letter: number;
}

/** A server on workspaces of so many notes of 10 kB each. */
export async function printWorkspaces(subject: Compared, counts: readonly number[]): Promise<void> {
  const costs: Cost[] = [];
  for (const count of counts) costs.push(await measure(subject, count));
  const remarks = (of: 'seconds' | 'megabytes') =>
    costs
      .flatMap((cost, i) => {
        const most = TARGETS[counts[i] ?? 0]?.[of];
        return most === undefined ? [] : stated({ wanted: `≤ ${most}`, met: cost[of] <= most });
      })
      .join(', ');
  printTitle('A workspace of notes of 10 kB', counts.map(String));
  print(
    'seconds of CPU until all is known',
    costs.map(({ seconds }) => figure(seconds)),
    remarks('seconds'),
  );
  print(
    'megabytes resident then',
    costs.map(({ megabytes }) => figure(megabytes)),
    remarks('megabytes'),
  );
  const letters = costs.map(({ letter }) => letter);
  const [least, most] = [Math.min(...letters), Math.max(...letters)];
  print(
    'milliseconds, a letter and diagnostics',
    letters.map(figure),
    letters.length > 1 ? stated({ wanted: `≤ ${MOST_TIMES}× of the least`, met: most <= MOST_TIMES * least }) : '',
  );
}

async function measure(subject: Compared, count: number): Promise<Cost> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'debate-notes-bench-'));
  try {
    // Each note is another debate, so that no passage of one stands in another but by chance.
    for (let i = 0; i < count; i++) await writeFile(fileOf(folder, i), named(note(LINES, i).text, i));
    const server = await ServerProcess.start(subject, folder);
    await server.idle();
    const cost = { seconds: server.cpu() / 1000, megabytes: server.resident() };
    await checkKnown(server, count);
    const letter = await typing(server, fileOf(folder, 0), note(LINES, 0));
    await server.stop();
    return { ...cost, letter };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function fileOf(folder: string, i: number): string {
  return path.join(folder, `note${i}.debate`);
}

/** A note with one claim that says which it is, and a reply to a claim of the note before. */
function named(text: string, i: number): string {
  return `${text}claim #own (Ada): Number${i} is the name of this one.\n  support -> note${Math.max(0, i - 1)}#c0: So it is.\n`;
}

/** The last note is known: its claim is found by its words. */
async function checkKnown(server: ServerProcess, count: number): Promise<void> {
  const found = await server.askOfAll<WorkspaceSymbol[]>('workspace/symbol', { query: `number${count - 1}` });
  assert.ok(
    found.some(({ name }) => name.includes(`Number${count - 1} `)),
    'the last note is known',
  );
}

async function typing(server: ServerProcess, file: string, { text, typing: at }: Document): Promise<number> {
  const found = await server.open(pathToFileURL(file).href, named(text, 0));
  assert.ok(found.length >= PROBLEMS, `${found.length} problems`);
  const costs: number[] = [];
  for (let i = 0; i < LETTERS; i++) {
    const before = server.cpu();
    await server.edit(at, at + (i % 2), i % 2 === 0 ? 'x' : '');
    assert.equal((await server.diagnostics()).length, found.length);
    await new Promise((resolve) => setTimeout(resolve, 30));
    costs.push(server.cpu() - before);
  }
  return quantile(costs.slice(-MEASURED), 0.5);
}
