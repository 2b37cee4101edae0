// What VS Code's extension host loads and runs: `extensionTestsPath` names the bundle of this file.
import path from 'node:path';
import { runMocha } from '../../support/runMocha';
import { testLine } from '../../support/testLines';

/** Milliseconds; generous, since a busy machine of two cores starts a whole VS Code for the first test. */
const timeout = 60_000;

/** Runs all suites; VS Code reports a rejection as a failed run. */
export async function run(): Promise<void> {
  const results = path.join(__dirname, 'results', 'e2e.json');
  const options = { timeout, color: false, linePrefix: testLine };
  const { passed, failed } = await runMocha(path.join(__dirname, 'e2e.js'), results, options);
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
}
