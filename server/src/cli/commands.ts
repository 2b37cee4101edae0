import { Command, CommanderError, Option } from 'commander';
import { version } from '../../../package.json';
import { complain, printedLines } from './printed';
import { EXIT, type ExitCode, type Format, type Terminal } from './terminal';

/** What a command ends with. */
export type Done = (code: ExitCode) => void;

/**
 * Runs one of some commands.
 * @param args without the program's own name
 * @param add adds the commands
 * @returns the exit code; never throws for anything a user can do
 */
export async function runCommands(
  args: readonly string[],
  terminal: Terminal,
  add: (program: Command, done: Done) => void,
): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.clean;
  const program = new Command('debate-notes')
    .description('Check and outline notes on debates, and identify the papers they cite.')
    .version(version)
    .option('--color', 'print in colour, also where no terminal is')
    .option('--no-color', 'print without colour')
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(printedLines(text.replace(/\n$/, '').split('\n'))),
    })
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .showHelpAfterError('(debate-notes --help tells more)');
  add(program, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
    complain(terminal, error instanceof Error ? error.message : String(error));
    return EXIT.failed;
  }
}

/** `--format`, with what it is unless it is given. */
export function formatOption(standard: Format, choices: readonly string[] = ['text', 'json']): Option {
  return new Option('--format <format>', 'how to print').choices(choices).default(standard);
}
