import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionItem, CompletionList, DocumentSymbol, Hover } from 'vscode-languageserver-types';
import { PROBLEMS } from '../madeUpDebate';
import { figure, print, printTitle, quantile, stated, type Target } from '../measure';
import type { Document } from './documents';
import { ServerProcess } from './serverProcess';
import type { Compared } from './subjects';

/** How often each thing is done, after a few times that do not count; less often where it takes long. */
const TIMES = 40;
const WARM_UP = 10;
const LEAST = 5;

/** Milliseconds after which what takes long is done no more. */
const PATIENCE = 5_000;

/** Milliseconds that a server has after an answer for what it does later on, which is counted, too. */
const PAUSE = 30;

/** What is done, each time after a letter was typed. */
const OPERATIONS = ['diagnostics', 'symbols', 'hover', 'completion'] as const;
type Operation = (typeof OPERATIONS)[number];

/** Milliseconds of CPU of the server, each time. */
type Costs = Readonly<Record<Operation, readonly number[]>>;

/** All servers on documents of some sizes: what an operation costs in the median and at worst but for one in twenty. */
export async function printDocuments(subjects: readonly Compared[], sizes: readonly number[]): Promise<void> {
  const costs = new Map<Compared, Costs[]>();
  for (const subject of subjects) {
    const measured: Costs[] = [];
    for (const lines of sizes) measured.push(await measure(subject, lines));
    costs.set(subject, measured);
  }
  for (const operation of OPERATIONS) {
    printTitle(`A letter typed, then ${operation}`, sizes.map(String));
    const medians = (subject: Compared) => (costs.get(subject) ?? []).map((all) => quantile(all[operation], 0.5));
    for (const subject of subjects) {
      const remark = subject === subjects[0] ? targetsOf(operation, medians(subject)).map(stated).join(', ') : '';
      print(subject.name, medians(subject).map(figure), remark);
      print(
        '  p95',
        (costs.get(subject) ?? []).map((all) => figure(quantile(all[operation], 0.95))),
      );
    }
    const [ours, ...peers] = subjects;
    for (const peer of peers) {
      const factors = medians(peer).map((cost, i) => cost / (ours ? (medians(ours)[i] ?? 0) : 0));
      print(
        `  times less than ${peer.name}`,
        factors.map(figure),
        operation === 'diagnostics' ? wanted(peer, factors) : '',
      );
    }
  }
}

function targetsOf(operation: Operation, [small = 0, middle = 0, large = 0]: number[]): Target[] {
  if (operation !== 'diagnostics') return [{ wanted: 'at 10,000 ≤ 5 ms', met: middle <= 5 }];
  return [{ wanted: `at 50,000 ≤ 3× of 1,000 (${figure(large / small)}×)`, met: large <= 3 * small }];
}

function wanted({ language }: Compared, [, factor = 0]: number[]): string {
  const least = language === 'json' ? 5 : 30;
  return stated({ wanted: `at 10,000 ≥ ${least}×`, met: factor >= least });
}

async function measure(subject: Compared, lines: number): Promise<Costs> {
  const document = subject.document(lines);
  return withServer(subject, document, async (server) => {
    await checkProblems(server, document);
    const costs: Partial<Record<Operation, number[]>> = {};
    for (const operation of OPERATIONS) costs[operation] = await repeat(server, document, operation);
    return costs as Costs;
  });
}

/** Starts a server on a folder with the document alone, and expects its problems. */
export async function withServer<T>(
  subject: Compared,
  document: Document,
  act: (server: ServerProcess) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'debate-notes-bench-'));
  try {
    const file = path.join(folder, `document${subject.ending}`);
    await writeFile(file, document.text);
    const server = await ServerProcess.start(subject, folder);
    const found = await server.open(pathToFileURL(file).href, document.text);
    assert.equal(found.length, PROBLEMS, `${subject.name} finds the problems`);
    const result = await act(server);
    await server.stop();
    return result;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** One problem more is found, where it was put in, and is gone again with its line. */
async function checkProblems(server: ServerProcess, { text, problem }: Document): Promise<void> {
  const start = text.indexOf('\n', text.length >> 2) + 1;
  const lineStart = text.startsWith('{') ? text.indexOf('  "c', start) : start;
  await server.edit(lineStart, lineStart, problem);
  const more = (await server.diagnostics()).length;
  await server.edit(lineStart, lineStart + problem.length, '');
  assert.ok(more > PROBLEMS, `${more} problems after one was put in`);
  assert.equal((await server.diagnostics()).length, PROBLEMS);
}

async function repeat(server: ServerProcess, document: Document, operation: Operation): Promise<number[]> {
  const costs: number[] = [];
  const end = performance.now() + PATIENCE;
  for (let i = 0; i < WARM_UP + TIMES && (costs.length < LEAST || performance.now() < end); i++) {
    const before = server.cpu();
    // A letter and its being taken back, in turn, so that the document is the same in the end.
    await server.edit(document.typing, document.typing + (i % 2), i % 2 === 0 ? 'x' : '');
    await ASK[operation](server, document, 1 - (i % 2));
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (i >= WARM_UP || performance.now() >= end) costs.push(server.cpu() - before);
  }
  return costs;
}

/** Asks, and expects a real answer. `shift` is what has been put in before the place. */
const ASK: Readonly<Record<Operation, (server: ServerProcess, document: Document, shift: number) => Promise<void>>> = {
  diagnostics: async (server) => {
    assert.equal((await server.diagnostics()).length, PROBLEMS);
  },
  symbols: async (server, { symbols }) => {
    const found = await server.ask<DocumentSymbol[]>('textDocument/documentSymbol', {});
    assert.ok(countOf(found) >= symbols, `${countOf(found)} symbols`);
  },
  hover: async (server, { hover, typing }, shift) => {
    const found = await server.askAt<Hover | null>('textDocument/hover', hover + (hover > typing ? shift : 0));
    assert.ok(found === null || JSON.stringify(found.contents).length > 2);
  },
  completion: async (server, { completion, typing }, shift) => {
    const offset = completion + (completion > typing ? shift : 0);
    const found = await server.askAt<CompletionItem[] | CompletionList | null>('textDocument/completion', offset, {
      context: { triggerKind: 1 },
    });
    assert.ok((Array.isArray(found) ? found : (found?.items ?? [])).length > 0, 'completions');
  },
};

function countOf(symbols: readonly DocumentSymbol[]): number {
  return symbols.reduce((sum, { children = [] }) => sum + 1 + countOf(children), 0);
}
