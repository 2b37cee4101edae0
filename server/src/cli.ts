import { buffer } from 'node:stream/consumers';
import { complain } from './cli/printed';
import { EXIT, type ExitCode, type Terminal } from './cli/terminal';

const terminal: Terminal = {
  out: (written) => process.stdout.write(written),
  err: (written) => process.stderr.write(written),
  input: () => buffer(process.stdin),
  isTyped: process.stdin.isTTY ?? false,
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

/** Loads what a command needs when it is asked for, and not before. */
async function runCommand(args: readonly string[]): Promise<ExitCode> {
  const loadServer = () => import('./server');
  if (args[0] === 'serve') return (await import('./cli/serveCommand')).runServe(args, terminal, loadServer);
  if (args[0] === 'duplicates') return (await import('./cli/duplicatesCommand')).runDuplicates(args, terminal);
  return (await import('./cli/program')).runProgram(args, terminal, loadServer);
}

async function run(args: readonly string[]): Promise<void> {
  const exitCode = await runCommand(args);
  if (!lost) process.exitCode = exitCode;
}

void run(process.argv.slice(2));
