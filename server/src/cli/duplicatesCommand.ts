import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import { type Done, formatOption, runCommands } from './commands';
import { duplicates } from './duplicates';
import type { ExitCode, Format, Terminal } from './terminal';

export function addDuplicates(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('duplicates')
    .description('print the passages that stand in several places, word for word or lightly edited')
    .argument('<path...>', 'notes, folders with *.debate and *.debate.md files, or patterns')
    .addOption(formatOption('text'))
    .action(async (paths: string[], { format }: { format: Format }) => done(await duplicates(paths, format, terminal)));
}

/**
 * Runs `debate-notes duplicates …` and knows no other command. It may have to read a great many notes, and needs neither
 * rules nor citations for it: what they are made of takes longer to load than a megabyte of notes to search.
 */
export function runDuplicates(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  // What it makes is gone at once, or stays: room for what is young would only be added to what stays.
  setFlagsFromString('--semi-space-growth-factor=1');
  return runCommands(args, terminal, (program, done) => addDuplicates(program, terminal, done));
}
