// `npm run bench:lsp`: what the language server costs, as CPU time of its process, beside others. docs/bench.md says
// how to read it.
import os from 'node:os';
import { parseArgs } from 'node:util';
import { printDocuments } from './documentTable';
import { printStarts } from './startTable';
import { debateNotes, loadPeers } from './subjects';
import { printWorkspaces } from './workspaceTable';

/**
 * `npm run bench:lsp -- 1000 Debate` measures documents of 1,000 lines, and the servers whose names begin so;
 * `--only` names one table, and `--notes 1000,10000` says how large workspaces are.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    notes: { type: 'string', default: '1,1000,10000' },
  },
});
const numbers = positionals.map(Number).filter((number) => number > 0);
const names = positionals.filter((name) => !(Number(name) > 0));
const SIZES = numbers.length > 0 ? numbers : [1_000, 10_000, 50_000];
const isWanted = (table: string) => values.only === undefined || values.only === table;

async function main(): Promise<void> {
  if (process.platform !== 'linux') {
    console.log('The costs of other processes are read from /proc, which is there on Linux only.');
    return;
  }
  const peers = values.only === 'workspace' ? [] : await loadPeers();
  if (typeof peers === 'string') console.log(`No other server could be installed, so nothing is compared: ${peers}\n`);
  const subjects = [debateNotes, ...(typeof peers === 'string' ? [] : peers)];
  const [processor] = os.cpus();
  console.log(`${processor?.model.trim()} × ${os.cpus().length}, Node ${process.version}`);
  console.log('milliseconds of CPU of the server, by lines of the document');
  const measured = subjects.filter(({ name }) => names.length === 0 || names.some((start) => name.startsWith(start)));
  if (isWanted('starts')) await printStarts(measured, Math.min(...SIZES));
  if (isWanted('documents')) await printDocuments(measured, SIZES);
  const isAll = numbers.length === 0 && measured.includes(debateNotes);
  if (values.only === 'workspace' || (isAll && isWanted('workspace')))
    await printWorkspaces(debateNotes, values.notes.split(',').map(Number));
}

void main();
