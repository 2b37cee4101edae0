import { PLAIN } from '../paint';
import { spelledOut } from '../printed';
import { count, type Problem, plural, type Reporter } from './reporter';

/** For comments and summaries on the web: a table for each note that has problems. */
export const markdown: Reporter = (report) => {
  const lines = [`${plural(report.notes, 'note')} checked, ${count(report, PLAIN)}.`];
  for (const [file, found] of byFile(report.problems)) {
    lines.push('', `**${escaped(file)}**`, '', '| line | severity | rule | |', '| --- | --- | --- | --- |');
    for (const { range, severity, rule, message } of found) {
      lines.push(`| ${range.start.line} | ${severity} | ${rule} | ${escaped(message)} |`);
    }
  }
  return lines.map((line) => `${line}\n`).join('');
};

function byFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const found = files.get(problem.file);
    if (found) found.push(problem);
    else files.set(problem.file, [problem]);
  }
  return files;
}

/** The words of a note stay words: no markup, no HTML, no cell of their own. */
function escaped(text: string): string {
  return spelledOut(text.replace(/\s+/g, ' ')).replace(/[\\`*_{}[\]()<>#+!|~&@]/g, '\\$&');
}
