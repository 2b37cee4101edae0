import type { FileRange } from '../opened';
import type { Paint } from '../paint';
import { spelledOut } from '../printed';
import { count, type Problem, plural, type Report, type Reporter } from './reporter';

/** For people: a problem a line, as compilers write it, and a closing summary. */
export const text: Reporter = (report, paint) =>
  [...report.problems.flatMap((problem) => problemLines(problem, paint)), closingLine(report, paint)]
    .map((line) => `${line}\n`)
    .join('');

function problemLines({ file, range, severity, message, rule, related }: Problem, paint: Paint): string[] {
  const where = `${place(file, range, paint)}:`;
  const what = `${paint.severity(severity)}: ${spelledOut(message)} ${paint.in('dim', `[${rule}]`)}`;
  const others = related.map((other) => `    ${place(other.file, other.range, paint)}: ${spelledOut(other.message)}`);
  return [`${where} ${what}`, ...others];
}

function place(file: string, { start }: FileRange, paint: Paint): string {
  return `${paint.in('bold', spelledOut(file))}:${start.line}:${start.column}`;
}

function closingLine(report: Report, paint: Paint): string {
  const { notes, ignored, fixed, baselined, problems } = report;
  const done = [
    `${plural(notes, 'note')} checked`,
    ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ...(fixed > 0 ? [`${fixed} fixed`] : []),
    count(report, paint),
    ...(baselined > 0 ? [`${baselined} more in the baseline`] : []),
  ];
  const fixable = problems.filter(({ isFixable }) => isFixable).length;
  return `${done.join(', ')}.${fixable === 0 ? '' : ` \`--fix\` can mend ${fixable}.`}`;
}
