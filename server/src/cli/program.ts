import { type Command, Option } from 'commander';
import type { RuleMeta } from '../service';
import { bibliographyOption } from './bibliographyOption';
import { type CheckOptions, check } from './check';
import { cite } from './cite';
import { type Done, formatOption, runCommands } from './commands';
import { addDuplicates } from './duplicatesCommand';
import { EXPLAIN_FORMATS, type ExplainFormat, explain } from './explain';
import { outline } from './outline';
import { isColoured, Paint } from './paint';
import { PAPERS_FORMATS, type PapersOptions, papers } from './papers';
import { REPORTERS } from './reporters/registry';
import { readCount, readRule, readRuleId } from './ruleOption';
import { rules } from './rules';
import type { LoadServer } from './serve';
import { addServe } from './serveCommand';
import type { ExitCode, Format, Terminal } from './terminal';

/**
 * Runs `debate-notes` with some arguments.
 * @param args without the program's own name
 * @param loadServer what `serve` starts
 * @returns the exit code; never throws for anything a user can do
 */
export function runProgram(args: readonly string[], terminal: Terminal, loadServer: LoadServer): Promise<ExitCode> {
  return runCommands(args, terminal, (program, done) => {
    const paint = () => new Paint(isColoured(program.opts<{ color?: boolean }>().color, terminal));
    addCheck(program, terminal, paint, done);
    addRules(program, terminal, paint, done);
    addOutline(program, terminal, done);
    addCite(program, terminal, done);
    addPapers(program, terminal, done);
    addDuplicates(program, terminal, done);
    addServe(program, terminal, done, loadServer);
  });
}

function addCheck(program: Command, terminal: Terminal, paint: () => Paint, done: Done): void {
  const command = program
    .command('check')
    .description('say what the rules find; exit 1 if there are errors or warnings')
    .argument('[path...]', 'notes, folders with *.debate and *.debate.md files, or patterns such as "**/*.debate"')
    .addOption(formatOption('text', Object.keys(REPORTERS)))
    .option('--rule <id=severity>', 'set how severe a rule is, or off; may be repeated', readRule, {})
    .option('--config <file>', 'take this configuration for all notes, not the nearest .debatenotes.json above each')
    .addOption(bibliographyOption())
    .option('--quiet', 'print errors only', false)
    .option('--max-warnings <number>', 'exit 1 only if there are more warnings', readCount, 0)
    .addOption(new Option('--fix', 'apply safe fixes to the files').conflicts(['stdin', 'fixDryRun']))
    .addOption(
      new Option('--fix-dry-run', 'print a diff of what safe fixes would change, and no report').conflicts('format'),
    )
    .addOption(
      new Option('--write-baseline', 'record what is found, so that only new problems count from now on').conflicts([
        'fix',
        'fixDryRun',
        'stdin',
        'format',
      ]),
    )
    .option('--stdin', 'check one note from standard input; it may refer to those that are named')
    .addOption(new Option('--stdin-filename <name>', 'what file that note is').implies({ stdin: true }));
  command.action(async (paths: string[], options: CheckOptions) => {
    if (paths.length === 0 && !options.stdin) command.error("error: name a note or a folder, or give '--stdin'");
    done(await check(paths, options, terminal, paint()));
  });
}

function addRules(program: Command, terminal: Terminal, paint: () => Paint, done: Done): void {
  program
    .command('rules')
    .description('list the rules')
    .addOption(formatOption('text'))
    .action(({ format }: { format: Format }) => done(rules(format, terminal)));
  program
    .command('explain')
    .description('print the page of a rule: what fires it, why it matters, and examples')
    .argument('<rule>', 'id of the rule', readRuleId)
    .addOption(formatOption('text', EXPLAIN_FORMATS))
    .action(async (rule: RuleMeta, { format }: { format: ExplainFormat }) =>
      done(await explain(rule, format, terminal, paint())),
    );
}

function addOutline(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('outline')
    .description('print who claims what and who answers whom')
    .argument('<path...>', 'notes, folders with *.debate and *.debate.md files, or patterns')
    .addOption(formatOption('text'))
    .action(async (paths: string[], { format }: { format: Format }) => done(await outline(paths, format, terminal)));
}

function addCite(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('cite')
    .description('identify references, one JSON object a line')
    .argument('[ref...]', 'references; read from standard input, one a line, when there are none')
    .addOption(formatOption('json'))
    .action(async (refs: string[], { format }: { format: Format }) => done(await cite(refs, format, terminal)));
}

function addPapers(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('papers')
    .description('print every paper that is cited, where, and for and against which claims')
    .argument('<path...>', 'notes, folders with *.debate and *.debate.md files, or patterns')
    .addOption(formatOption('text', PAPERS_FORMATS))
    .addOption(bibliographyOption())
    .option('--offline', 'ask nobody online; it never does')
    .action(async (paths: string[], options: PapersOptions) => done(await papers(paths, options, terminal)));
}
