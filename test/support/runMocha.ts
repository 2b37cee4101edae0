import fs from 'node:fs/promises';
import path from 'node:path';
import { format } from 'node:util';

/** The outcome of one mocha suite, as `dist/test/results/<suite>.json` holds it. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** How a suite is run. */
export interface SuiteOptions {
  /** Milliseconds that one test may take. */
  readonly timeout: number;
  readonly color: boolean;
  /** Put before every line, so that a reader can tell the tests' lines from others on the same stream. */
  readonly linePrefix?: string;
}

/**
 * Runs a bundle of mocha tests in this process, prints each test's line, and writes the counts to a file.
 * Focused and pending tests count as failures: a suite must not pass by leaving tests out.
 * @param bundle absolute path of a CommonJS file that defines tests with mocha's globals
 * @param results absolute path of the JSON file to write
 */
export async function runMocha(bundle: string, results: string, options: SuiteOptions): Promise<Counts> {
  // Stacks then name the TypeScript files.
  process.setSourceMapsEnabled(true);
  const { default: Mocha } = await import('mocha');
  const { timeout, color, linePrefix = '' } = options;
  const mocha = new Mocha({ timeout, color, ui: 'bdd', reporter: 'spec', forbidOnly: true, forbidPending: true });
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => {
    for (const line of format(...parts).split('\n')) console.log(`${linePrefix}${line}`);
  };
  mocha.addFile(bundle);
  const counts = await new Promise<Counts>((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
  });
  await fs.mkdir(path.dirname(results), { recursive: true });
  await fs.writeFile(results, JSON.stringify(counts));
  return counts;
}
