// `npm run bench`: what the main job costs, as CPU time, beside Argdown. docs/bench.md says how to read it.
import os from 'node:os';
import { printBibliographies } from './bibliographyTable';
import { printEquivalence } from './equivalence';
import { printFull } from './fullTable';
import { printHostile } from './hostileTable';
import { printKeystrokes } from './keystrokeTable';
import { RUNS } from './measure';
import { printMemory } from './memory';
import { loadPeer } from './peer';
import { printRooms } from './roomsTable';

const SIZES = [1_000, 10_000, 50_000];

async function main(): Promise<void> {
  const loaded = await loadPeer();
  const peer = typeof loaded === 'string' ? null : loaded;
  if (typeof loaded === 'string') console.log(`Argdown could not be installed, so nothing is compared: ${loaded}\n`);
  const [processor] = os.cpus();
  console.log(
    `${processor?.model.trim()} × ${os.cpus().length}, Node ${process.version}, medians of ${RUNS} runs (fewer of what takes seconds)`,
  );
  console.log('milliseconds of CPU, by lines of the note');
  printEquivalence(10_000, peer);
  printMemory(50_000);
  printFull(SIZES, peer);
  printKeystrokes(SIZES, peer);
  printHostile();
  printRooms(SIZES);
  printBibliographies();
}

void main();
