import type { RuleFinding, RuleSettings } from '../service';
import type { NoteFile } from './findNotes';
import { type FileRange, OpenedNotes } from './opened';
import { printedLines } from './printed';
import { EXIT, type ExitCode, type Format, type Terminal } from './terminal';

/** One problem, as `check --format json` prints it. */
interface Problem {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: FileRange;
  readonly related: readonly { readonly file: string; readonly range: FileRange; readonly message: string }[];
  readonly fixes: readonly string[];
}

/** What users can say of a check. */
export interface CheckOptions {
  readonly format: Format;
  /** How severe rules are to be. */
  readonly rule: RuleSettings;
  /** Whether only errors are printed. */
  readonly quiet: boolean;
  /** How many warnings are still no reason to exit with 1. */
  readonly maxWarnings: number;
}

/** `debate-notes check PATH…`: what the rules say of notes. */
export async function check(
  paths: readonly string[],
  { format, rule, quiet, maxWarnings }: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const opened = await OpenedNotes.open(paths, terminal);
  opened.service.setRules(rule);
  const problems = opened.notes.flatMap((note) => [
    ...encodingProblem(opened, note),
    ...opened.service.findings(note.uri).map((finding) => problem(opened, note, finding)),
  ]);
  const shown = quiet ? problems.filter(({ severity }) => severity === 'error') : problems;
  if (format === 'json') terminal.out(`${JSON.stringify({ notes: opened.notes.length, problems: shown })}\n`);
  else terminal.out(report(opened.notes.length, shown));
  if (opened.incomplete) return EXIT.failed;
  // Warnings that are not shown count all the same.
  const count = (wanted: string) => problems.filter(({ severity }) => severity === wanted).length;
  return count('error') > 0 || count('warning') > maxWarnings ? EXIT.problems : EXIT.clean;
}

function problem(opened: OpenedNotes, { file, uri }: NoteFile, finding: RuleFinding): Problem {
  return {
    file,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: opened.rangeIn(uri, finding.range),
    related: finding.related.map(({ note, range, message }) => ({
      file: opened.fileOf(note) ?? note,
      range: opened.rangeIn(note, range),
      message,
    })),
    fixes: finding.fixes().map(({ title }) => title),
  };
}

/** Bytes that are no UTF-8 are a fault of the file, not of the note: no rule can see them. */
function encodingProblem(opened: OpenedNotes, { file, uri, firstInvalid }: NoteFile): Problem[] {
  if (firstInvalid === null) return [];
  const message = 'This file is not valid UTF-8: bytes that fit no character are read as U+FFFD. Save it as UTF-8.';
  const range = opened.rangeIn(uri, { start: firstInvalid, end: firstInvalid + 1 });
  return [{ file, rule: 'invalid-encoding', severity: 'warning', message, range, related: [], fixes: [] }];
}

function report(notes: number, problems: readonly Problem[]): string {
  const lines = problems.flatMap(({ file, range, severity, message, rule, related }) => [
    `${place(file, range)}: ${severity}: ${message} [${rule}]`,
    ...related.map((other) => `    ${place(other.file, other.range)}: ${other.message}`),
  ]);
  lines.push(
    `${plural(notes, 'note')} checked, ${problems.length === 0 ? 'no problems' : plural(problems.length, 'problem')}.`,
  );
  return printedLines(lines);
}

function place(file: string, { start }: FileRange): string {
  return `${file}:${start.line}:${start.column}`;
}

function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
