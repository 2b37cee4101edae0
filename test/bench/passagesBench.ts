// `npm run bench:passages`: how many repeated passages are found, and what that costs, beside jscpd. docs/bench.md says
// how to read it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { figure, print, printTitle, quantile, stated } from './measure';
import { type Corpus, EDITED_KINDS, EXACT_KINDS, KINDS, plantedCorpus } from './passages/corpus';
import { printHostile } from './passages/hostileTable';
import { type Cost, installPeer, isMeasurable, nameOf, type Run, runOwn, runPeer } from './passages/programs';
import { type Score, scoreOf } from './passages/score';
import { printWorkspace } from './passages/workspaceTable';
import { optionalDependencies } from './passagesPeer/package.json';

/** Of the settings that were tried, those with the best plagdet, at which nine in ten duplicates are none by chance. */
const BEST_SETTINGS = ['-k', '15', '--ignore-case', '--max-gap-lines', '3'];

const RUNS = 3;
const PEER = `jscpd ${optionalDependencies['jscpd-linux-x64-gnu']}`;

interface Measured {
  readonly megabytes: number;
  readonly own: Result;
  readonly peer: Result | null;
}

interface Result {
  readonly score: Score;
  readonly costs: readonly Cost[];
}

function main(): void {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1,10' },
      seed: { type: 'string', default: '101' },
      only: { type: 'string' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const seed = Number(values.seed);
  const isWanted = (table: string) => values.only === undefined || values.only === table;
  const [processor] = os.cpus();
  console.log(
    `${processor?.model.trim()} × ${os.cpus().length}, Node ${process.version}, made-up notes of seed ${seed}`,
  );
  if (isWanted('programs')) printPrograms(sizes, seed);
  if (isWanted('workspace')) printWorkspace(Math.min(10, Math.max(...sizes)), seed);
  if (isWanted('hostile')) printHostile();
}

function printPrograms(sizes: readonly number[], seed: number): void {
  const { program, problem } = installPeer();
  if (problem !== null) console.log(`${PEER} could not be installed, so nothing is compared: ${problem}`);
  else console.log(`beside ${PEER} ${BEST_SETTINGS.join(' ')}`);
  const measured = sizes.map((megabytes) =>
    measure(megabytes, plantedCorpus(megabytes, seed), problem === null ? program : null),
  );
  printAccuracy(measured);
  printCosts(measured);
}

function measure(megabytes: number, corpus: Corpus, program: string | null): Measured {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'passages-'));
  const notes = path.join(folder, 'notes');
  try {
    fs.mkdirSync(notes);
    for (const [note, text] of corpus.notes.entries()) fs.writeFileSync(path.join(notes, nameOf(note)), text);
    const own: Run[] = [];
    const peer: Run[] = [];
    // In turn, so that what else the machine does falls on both.
    for (let i = 0; i < RUNS; i++) {
      own.push(runOwn(notes));
      if (program) peer.push(runPeer(program, notes, BEST_SETTINGS));
    }
    const result = (runs: readonly Run[]): Result => ({
      score: scoreOf(corpus.planted, runs[0]?.detected ?? []),
      costs: runs.map(({ costs }) => costs),
    });
    return { megabytes, own: result(own), peer: program ? result(peer) : null };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function printAccuracy(measured: readonly Measured[]): void {
  const both = measured.flatMap(({ megabytes, own, peer }) => [
    { title: `${megabytes} MB`, score: own.score },
    ...(peer ? [{ title: 'jscpd', score: peer.score }] : []),
  ]);
  printTitle(
    'Recall by kind of copy, precision and plagdet',
    both.map(({ title }) => title),
  );
  const row = (name: string, value: (score: Score) => number, wanted?: number) => {
    const met = measured.every(({ own }) => value(own.score) >= (wanted ?? 0));
    const remark = wanted === undefined ? '' : stated({ wanted: `≥ ${wanted}`, met });
    print(
      name,
      both.map(({ score }) => value(score).toFixed(3)),
      remark,
    );
  };
  for (const kind of KINDS) {
    const wanted = EXACT_KINDS.includes(kind) ? 1 : kind === 'one sentence' ? 0.97 : undefined;
    row(kind, ({ recall }) => recall.get(kind) ?? 0, wanted);
  }
  row('all edited', ({ recall }) => mean(EDITED_KINDS.map((kind) => recall.get(kind) ?? 0)), 0.95);
  row('precision', ({ precision }) => precision, 0.99);
  row('plagdet', ({ plagdet }) => plagdet, 0.98);
}

/** What the whole command costs, from its start to the end of its report. */
function printCosts(measured: readonly Measured[]): void {
  printTitle('The whole command: seconds and megabytes, medians', ['own', 'jscpd', 'times']);
  for (const { megabytes, own, peer } of measured) {
    const columns = (of: (cost: Cost) => number) => {
      const [ours, theirs] = [medianOf(own, of), peer ? medianOf(peer, of) : Number.NaN];
      return { cells: [figure(ours), figure(theirs), figure(theirs / ours)], times: theirs / ours };
    };
    const wall = columns(({ wall: seconds }) => seconds);
    const isJudged = peer !== null && megabytes >= 10;
    print(
      `${megabytes} MB, from start to end`,
      wall.cells,
      isJudged ? stated({ wanted: '≥ 2×', met: wall.times >= 2 }) : '',
    );
    if (!isMeasurable) continue;
    print('  of CPU', columns(({ cpu }) => cpu).cells);
    const memory = columns(({ memory: most }) => most);
    print('  of memory', memory.cells, isJudged ? stated({ wanted: '≥ 4×', met: memory.times >= 4 }) : '');
  }
}

function medianOf({ costs }: Result, of: (cost: Cost) => number): number {
  return quantile(costs.map(of), 0.5);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

main();
