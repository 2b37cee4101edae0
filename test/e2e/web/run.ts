// What the extension host in a browser's worker runs: there are neither files nor a process, so that all is printed.
import { countsLine, testLine } from '../../support/testLines';

/** Runs all suites; VS Code reports a rejection as a failed run. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const passed = runner.stats?.passes ?? 0;
      console.log(countsLine + JSON.stringify({ passed, failed }));
      if (failed > 0) reject(new Error(`${failed} of ${passed + failed} tests failed.`));
      else resolve();
    });
    let suite = '';
    runner.on('pass', (test) => {
      if (test.parent?.title !== suite) print(`\n  ${test.parent?.title}`);
      suite = test.parent?.title ?? '';
      print(`    ✔ ${test.title} (${test.duration}ms)`);
    });
    runner.on('fail', (test, error: Error) => print(`    FAILED ${test.fullTitle()}\n${error.stack ?? error.message}`));
  });
}

function print(text: string): void {
  for (const line of text.split('\n')) console.log(`${testLine}${line}`);
}
