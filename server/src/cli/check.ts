import type { RuleFinding, RuleSettings } from '../service';
import type { NoteFile } from './findNotes';
import { OpenedNotes } from './opened';
import { REPORTERS, type ReportFormat } from './reporters/registry';
import type { Problem } from './reporters/reporter';
import { EXIT, type ExitCode, type Terminal } from './terminal';

/** What users can say of a check. */
export interface CheckOptions {
  readonly format: ReportFormat;
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
  terminal.out(REPORTERS[format]({ notes: opened.notes.length, problems: shown }));
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
