import type { RuleFinding, RuleSettings } from '../service';
import { shareBibliographies } from './bibliographyOption';
import { configProblems, configure, countIgnored } from './configure';
import type { NoteFile } from './findNotes';
import { applySafeFixes, complainOfUnfixed, type FixedNote, writeFixed } from './fix';
import { OpenedNotes } from './opened';
import { type Paint, PLAIN } from './paint';
import { printedLines } from './printed';
import { Progress } from './progress';
import { REPORTERS, type ReportFormat } from './reporters/registry';
import { type Problem, plural, summary } from './reporters/reporter';
import { EXIT, type ExitCode, type Terminal } from './terminal';
import { shownDiff, unifiedDiff } from './unifiedDiff';
import { writeBaseline } from './writeBaseline';

/** What users can say of a check. */
export interface CheckOptions {
  readonly format: ReportFormat;
  /** How severe rules are to be. */
  readonly rule: RuleSettings;
  /** Whether only errors are printed. */
  readonly quiet: boolean;
  /** How many warnings are still no reason to exit with 1. */
  readonly maxWarnings: number;
  /** Whether safe fixes are written to the files. */
  readonly fix?: boolean;
  /** Whether a diff of what they would change is printed in place of the report. */
  readonly fixDryRun?: boolean;
  /** The configuration file that holds for all notes, in place of the nearest above each. */
  readonly config?: string;
  /** Bibliographies that all notes may cite from, besides their own. */
  readonly bibliography?: readonly string[];
  /** Whether what is found is recorded, and not reported. */
  readonly writeBaseline?: boolean;
  /** Whether the note is read from standard input; paths are then only there to be referred to. */
  readonly stdin?: boolean;
  /** What file the note on standard input is to take the place of. */
  readonly stdinFilename?: string;
}

/** What a note on standard input is called if it is not named. */
const STDIN = '<stdin>';

/** `debate-notes check PATH…`: what the rules say of notes. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
  paint: Paint,
): Promise<ExitCode> {
  const progress = new Progress(terminal);
  const opened = options.stdin
    ? await OpenedNotes.openInput(options.stdinFilename ?? STDIN, paths, terminal, progress)
    : await OpenedNotes.open(paths, terminal, progress);
  opened.service.linter.setRules(options.rule);
  const areShared = await shareBibliographies(opened.service, options.bibliography ?? [], terminal);
  const isConfigured = (await configure(opened, options.config, terminal)) && areShared;
  // What is found under other settings, nobody wants on record.
  if (options.writeBaseline) return isConfigured ? writeBaseline(opened, terminal) : EXIT.failed;
  const fixed = options.fix || options.fixDryRun ? applySafeFixes(opened) : [];
  const isUnfixed = (options.fix || options.fixDryRun) && complainOfUnfixed(opened, terminal);
  const written = options.fix ? await writeFixed(fixed, opened, terminal) : 0;
  const problems = [...problemsOf(opened, progress), ...(await configProblems(opened))];
  progress.erase();
  if (options.fixDryRun) printDiff(fixed, problems, terminal, paint);
  else await printReport(opened, problems, written, options, terminal, paint);
  const isWritten = !options.fix || written === fixed.length;
  return opened.incomplete || !isConfigured || isUnfixed || !isWritten ? EXIT.failed : exitCodeOf(problems, options);
}

function problemsOf(opened: OpenedNotes, progress: Progress): Problem[] {
  return opened.notes.flatMap((note, i) => {
    progress.tell(() => `${i} of ${plural(opened.notes.length, 'note')} checked: ${note.file}`);
    const findings = opened.service.linter.findings(note.uri).filter(({ isBaselined }) => !isBaselined);
    const problems = findings.map((finding) => problem(opened, note, finding));
    // Some safe fixes are not, where they stand.
    const canFix = problems.some(({ isFixable }) => isFixable) && opened.service.linter.safelyFixed(note.uri) !== null;
    const shown = canFix ? problems : problems.map((one) => ({ ...one, isFixable: false }));
    return [...encodingProblem(opened, note), ...shown];
  });
}

function problem(opened: OpenedNotes, { file, uri }: NoteFile, finding: RuleFinding): Problem {
  const fixes = finding.fixes();
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
    fixes: fixes.map(({ title }) => title),
    isFixable: fixes.find(({ preferred }) => preferred)?.safe === true,
    fingerprint: opened.service.linter.fingerprint(uri, finding),
  };
}

/** Bytes that are no UTF-8 are a fault of the file, not of the note: no rule can see them. */
function encodingProblem(opened: OpenedNotes, { file, uri, firstInvalid }: NoteFile): Problem[] {
  if (firstInvalid === null) return [];
  const message = 'This file is not valid UTF-8: bytes that fit no character are read as U+FFFD. Save it as UTF-8.';
  const range = opened.rangeIn(uri, { start: firstInvalid, end: firstInvalid + 1 });
  const rule = 'invalid-encoding';
  return [
    { file, rule, severity: 'warning', message, range, related: [], fixes: [], isFixable: false, fingerprint: null },
  ];
}

async function printReport(
  opened: OpenedNotes,
  problems: readonly Problem[],
  fixed: number,
  { format, quiet }: CheckOptions,
  terminal: Terminal,
  paint: Paint,
): Promise<void> {
  const isShown = ({ severity }: Problem) => !quiet || severity === 'error';
  const [shown, hidden] = [problems.filter(isShown), problems.filter((one) => !isShown(one))];
  const { service, notes } = opened;
  const baselined = notes
    .flatMap(({ uri }) => service.linter.findings(uri))
    .filter(({ isBaselined }) => isBaselined).length;
  const report = { notes: notes.length, ignored: countIgnored(opened), fixed, baselined, hidden, problems: shown };
  terminal.out(await REPORTERS[format](report, paint));
}

/** The diff alone on standard output, so that `patch` can read it from there. */
function printDiff(fixed: readonly FixedNote[], problems: readonly Problem[], terminal: Terminal, paint: Paint): void {
  for (const { note, text } of fixed) {
    const mark = note.hasMark ? '\ufeff' : '';
    const diff = unifiedDiff(note.file, mark + note.text, mark + text);
    terminal.out(terminal.isTerminal.out ? shownDiff(diff, paint) : diff);
  }
  const left = summary(problems, PLAIN);
  terminal.err(printedLines([`${plural(fixed.length, 'note')} would be fixed; ${left} would be left.`]));
}

/** Warnings that are not shown count all the same. */
function exitCodeOf(problems: readonly Problem[], { maxWarnings }: CheckOptions): ExitCode {
  const count = (wanted: string) => problems.filter(({ severity }) => severity === wanted).length;
  return count('error') > 0 || count('warning') > maxWarnings ? EXIT.problems : EXIT.clean;
}
