// One mocha suite in this process: `suite.js unit` runs `dist/test/unit.js`.
import path from 'node:path';
import { runMocha } from '../../support/runMocha';
import { inProject } from '../workbench/paths';
import { Explained, runProgram } from '../workbench/program';

/** Milliseconds per test: starting a server process, or ten thousand random notes, on a busy machine. */
const timeout = 120_000;

void runProgram(async () => {
  const name = process.argv[2] ?? '';
  if (!/^[a-z]+$/.test(name)) throw new Explained('usage: suite.js NAME, such as unit or protocol');
  const bundle = inProject('dist', 'test', `${name}.js`);
  const results = path.join(path.dirname(bundle), 'results', `${name}.json`);
  const { passed, failed } = await runMocha(bundle, results, { timeout, color: process.stdout.isTTY ?? false });
  if (passed + failed === 0) throw new Explained(`The suite "${name}" ran no test.`);
  return failed > 0 ? 1 : 0;
});
