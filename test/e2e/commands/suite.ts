// One mocha suite in this process: `suite.js unit` runs `dist/test/unit.js`.
import path from 'node:path';
import { runMocha } from '../../support/runMocha';
import { inProject } from '../workbench/paths';
import { Explained, runProgram } from '../workbench/program';

/** Milliseconds per test; starting a server process on a busy machine is the slowest thing that these suites do. */
const timeout = 20_000;

void runProgram(async () => {
  const name = process.argv[2] ?? '';
  if (!/^[a-z]+$/.test(name)) throw new Explained('usage: suite.js NAME, such as unit or protocol');
  const bundle = inProject('dist', 'test', `${name}.js`);
  const results = path.join(path.dirname(bundle), 'results', `${name}.json`);
  const { passed, failed } = await runMocha(bundle, results, { timeout, color: process.stdout.isTTY ?? false });
  if (passed + failed === 0) throw new Explained(`The suite "${name}" ran no test.`);
  return failed > 0 ? 1 : 0;
});
