// `npm test`: every check in order, none left out when another fails, and one closing summary.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import type { Counts } from '../../support/runMocha';
import { inProject } from '../workbench/paths';
import { NOT_RUN, runProgram, type Scope } from '../workbench/program';

interface Step {
  readonly name: string;
  /** A program for Node, and its arguments; relative to the project's folder. */
  readonly script: readonly [string, ...string[]];
  /** Whether it runs tests, and so leaves their counts in `dist/test/results`. */
  readonly hasTests: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether it needs what not every machine can have; it then says so, and is no failure. */
  readonly mayNotRun?: boolean;
}

const steps: readonly Step[] = [
  { name: 'types', script: ['node_modules/typescript/bin/tsc', '-p', '.'], hasTests: false },
  { name: 'page types', script: ['node_modules/typescript/bin/tsc', '-p', 'client/src/map/page'], hasTests: false },
  {
    name: 'lint',
    script: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--max-diagnostics=50'],
    hasTests: false,
  },
  { name: 'project', script: ['dist/test/tools/suite.js', 'project'], hasTests: true },
  { name: 'unit', script: ['dist/test/tools/suite.js', 'unit'], hasTests: true },
  {
    name: 'properties',
    script: ['dist/test/tools/suite.js', 'properties'],
    hasTests: true,
    environment: { PROPERTY_RUNS: '10000' },
  },
  { name: 'protocol', script: ['dist/test/tools/suite.js', 'protocol'], hasTests: true },
  { name: 'sarif', script: ['dist/test/tools/sarif.js'], hasTests: false, mayNotRun: true },
  { name: 'editors', script: ['dist/test/tools/editors.js'], hasTests: true, mayNotRun: true },
  { name: 'page', script: ['dist/test/tools/suite.js', 'page'], hasTests: true },
  { name: 'e2e', script: ['dist/test/tools/e2e.js'], hasTests: true },
  { name: 'web', script: ['dist/test/tools/e2e.js', '--host', 'web'], hasTests: true, mayNotRun: true },
  { name: 'trust', script: ['dist/test/tools/trust.js'], hasTests: false, mayNotRun: true },
  { name: 'failure', script: ['dist/test/tools/failure.js'], hasTests: false, mayNotRun: true },
  { name: 'sidebar', script: ['dist/test/tools/sidebar.js'], hasTests: false, mayNotRun: true },
  { name: 'session', script: ['dist/test/tools/session.js'], hasTests: false, mayNotRun: true },
];

interface Outcome extends Counts {
  readonly name: string;
  readonly status: 'ok' | 'FAILED' | 'not run';
  readonly seconds: number;
}

void runProgram(async (scope) => {
  await fs.rm(inProject('dist', 'test', 'results'), { recursive: true, force: true });
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    console.log(`\n=== ${step.name}`);
    outcomes.push(await take(scope, step));
  }
  return summarise(outcomes);
});

async function take(scope: Scope, step: Step): Promise<Outcome> {
  const started = Date.now();
  const code = await runScript(scope, step);
  const seconds = (Date.now() - started) / 1000;
  if (step.mayNotRun && code === NOT_RUN) return { name: step.name, status: 'not run', passed: 0, failed: 0, seconds };
  const { passed, failed } = step.hasTests ? await countsOf(step.name) : { passed: 0, failed: 0 };
  const isGood = code === 0 && failed === 0 && (passed > 0 || !step.hasTests);
  // A step that fails without a failing test, as the type check does, counts as one failure.
  const failures = isGood ? 0 : Math.max(failed, 1);
  return { name: step.name, status: isGood ? 'ok' : 'FAILED', passed, failed: failures, seconds };
}

async function runScript(scope: Scope, { script, environment }: Step): Promise<number> {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, script, { cwd: inProject(), stdio: 'inherit', env });
  const ended = once(child, 'exit');
  // When interrupted, wait for it: it has a VS Code and a browser to close.
  scope.onEnd(async () => {
    if (child.exitCode === null && child.signalCode === null && child.kill()) await ended;
  });
  const [code] = await ended;
  return code ?? 1;
}

async function countsOf(suite: string): Promise<Counts> {
  const text = await fs.readFile(inProject('dist', 'test', 'results', `${suite}.json`), 'utf8').catch(() => undefined);
  return text === undefined ? { passed: 0, failed: 0 } : (JSON.parse(text) as Counts);
}

/** Prints the table and the closing line; returns the exit code. */
function summarise(outcomes: readonly Outcome[]): number {
  console.log('\n=== summary\n');
  for (const { name, status, passed, failed, seconds } of outcomes) {
    const tests = passed + failed > 0 ? `   ${passed} passed, ${failed} failed` : '';
    console.log(`  ${name.padEnd(12)}${status.padEnd(8)}${seconds.toFixed(1).padStart(6)} s${tests}`);
  }
  const total = (key: 'passed' | 'failed') => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  return outcomes.some(({ status }) => status === 'FAILED') ? 1 : 0;
}
