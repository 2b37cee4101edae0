import { buffer } from 'node:stream/consumers';
import { complain } from './cli/printed';
import { EXIT, type Terminal } from './cli/terminal';

const terminal: Terminal = {
  out: (written) => process.stdout.write(written),
  err: (written) => process.stderr.write(written),
  input: () => buffer(process.stdin),
  isTerminal: { out: process.stdout.isTTY ?? false, err: process.stderr.isTTY ?? false },
  columns: process.stderr.columns ?? 80,
  environment: process.env,
  now: () => performance.now(),
};

/** True once something could not be written, whatever the command itself has found. */
let lost = false;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no fault; and one full disk is said once.
  if (error.code === 'EPIPE' || lost) return;
  fail();
  complain(terminal, `Cannot write to standard output: ${error.message}.`);
});

// There is nowhere left to say it but in the exit code.
process.stderr.on('error', fail);

function fail(): void {
  lost = true;
  process.exitCode = EXIT.failed;
}

async function run(args: readonly string[]): Promise<void> {
  // Loaded when it is needed, and not before.
  const exitCode =
    args[0] === 'duplicates'
      ? await (await import('./cli/duplicatesCommand')).runDuplicates(args, terminal)
      : await (await import('./cli/program')).runProgram(args, terminal);
  if (!lost) process.exitCode = exitCode;
}

void run(process.argv.slice(2));
