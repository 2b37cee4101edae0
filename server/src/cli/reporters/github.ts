import { PLAIN } from '../paint';
import { spelledOut } from '../printed';
import { count, type Problem, plural, type Reporter } from './reporter';

/**
 * For GitHub Actions: workflow commands, which it shows beside the lines of a pull request.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export const github: Reporter = (report) =>
  [...report.problems.map(command), `${plural(report.notes, 'note')} checked, ${count(report, PLAIN)}.`]
    .map((line) => `${line}\n`)
    .join('');

function command({ file, severity, message, rule, range: { start, end } }: Problem): string {
  const level = severity === 'error' || severity === 'warning' ? severity : 'notice';
  // An end column is only understood on one line.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  const properties = { file: file.replaceAll('\\', '/'), line: start.line, endLine: end.line, ...columns, title: rule };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${level} ${written.join(',')}::${escaped(message)}`;
}

/** What would end the command, or begin another, by its number; what would steer the log, spelled out. */
function escaped(data: string): string {
  return data
    .split(/([%\r\n])/)
    .map((part, i) => (i % 2 === 1 ? percent(part) : spelledOut(part)))
    .join('');
}

function escapedProperty(value: string): string {
  return escaped(value).replace(/[:,]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
