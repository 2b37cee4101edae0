import { Command, CommanderError, Option } from 'commander';
import { version } from '../../../package.json';
import { type CheckOptions, check } from './check';
import { cite } from './cite';
import { outline } from './outline';
import { complain, printedLines } from './printed';
import { REPORTERS } from './reporters/registry';
import { readCount, readRule } from './ruleOption';
import { rules } from './rules';
import { EXIT, type ExitCode, type Format, type Terminal } from './terminal';

/**
 * Runs `debate-notes` with some arguments.
 * @param args without the program's own name
 * @returns the exit code; never throws for anything a user can do
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.clean;
  const done = (code: ExitCode) => {
    exitCode = code;
  };
  const program = new Command('debate-notes')
    .description('Check and outline notes on debates, and identify the papers they cite.')
    .version(version)
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(printedLines(text.replace(/\n$/, '').split('\n'))),
    })
    .exitOverride()
    .showHelpAfterError('(debate-notes --help tells more)');
  program
    .command('check')
    .description('say what the rules find; exit 1 if there are errors or warnings')
    .argument('<path...>', 'notes, or folders with *.debate and *.debate.md files')
    .addOption(formatOption('text', Object.keys(REPORTERS)))
    .option('--rule <id=severity>', 'set how severe a rule is, or off; may be repeated', readRule, {})
    .option('--quiet', 'print errors only', false)
    .option('--max-warnings <number>', 'exit 1 only if there are more warnings', readCount, 0)
    .action(async (paths: string[], options: CheckOptions) => done(await check(paths, options, terminal)));
  program
    .command('rules')
    .description('list the rules')
    .addOption(formatOption('text'))
    .action(({ format }: { format: Format }) => done(rules(format, terminal)));
  program
    .command('outline')
    .description('print who claims what and who answers whom')
    .argument('<path...>', 'notes, or folders with *.debate and *.debate.md files')
    .addOption(formatOption('text'))
    .action(async (paths: string[], { format }: { format: Format }) => done(await outline(paths, format, terminal)));
  program
    .command('cite')
    .description('identify references, one JSON object a line')
    .argument('[ref...]', 'references; read from standard input, one a line, when there are none')
    .addOption(formatOption('json'))
    .action(async (refs: string[], { format }: { format: Format }) => done(await cite(refs, format, terminal)));
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
    complain(terminal, error instanceof Error ? error.message : String(error));
    return EXIT.failed;
  }
}

function formatOption(standard: Format, choices: readonly string[] = ['text', 'json']): Option {
  return new Option('--format <format>', 'how to print').choices(choices).default(standard);
}
