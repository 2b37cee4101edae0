// `npm run bench:lsp`: what the language server costs, as CPU time of its process, beside others. docs/bench.md says
// how to read it.
import os from 'node:os';
import { printDocuments } from './documentTable';
import { printStarts } from './startTable';
import { debateNotes, loadPeers } from './subjects';
import { printWorkspaces } from './workspaceTable';

/** `npm run bench:lsp -- 1000 Debate` measures notes of 1,000 lines, and the servers whose names begin so. */
const given = process.argv.slice(2);
const numbers = given.map(Number).filter((number) => number > 0);
const names = given.filter((name) => !(Number(name) > 0));
const SIZES = numbers.length > 0 ? numbers : [1_000, 10_000, 50_000];

async function main(): Promise<void> {
  if (process.platform !== 'linux') {
    console.log('The costs of other processes are read from /proc, which is there on Linux only.');
    return;
  }
  const peers = await loadPeers();
  if (typeof peers === 'string') console.log(`No other server could be installed, so nothing is compared: ${peers}\n`);
  const subjects = [debateNotes, ...(typeof peers === 'string' ? [] : peers)];
  const [processor] = os.cpus();
  console.log(`${processor?.model.trim()} × ${os.cpus().length}, Node ${process.version}`);
  console.log('milliseconds of CPU of the server, by lines of the document');
  const measured = subjects.filter(({ name }) => names.length === 0 || names.some((start) => name.startsWith(start)));
  await printStarts(measured, Math.min(...SIZES));
  await printDocuments(measured, SIZES);
  if (measured.includes(debateNotes) && numbers.length === 0) await printWorkspaces(debateNotes, [1_000, 10_000]);
}

void main();
