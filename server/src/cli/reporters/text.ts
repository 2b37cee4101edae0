import type { FileRange } from '../opened';
import { printedLines } from '../printed';
import { plural, type Reporter } from './reporter';

/** For people: a problem a line, as compilers write it, and a closing summary. */
export const text: Reporter = ({ notes, problems }) => {
  const lines = problems.flatMap(({ file, range, severity, message, rule, related }) => [
    `${place(file, range)}: ${severity}: ${message} [${rule}]`,
    ...related.map((other) => `    ${place(other.file, other.range)}: ${other.message}`),
  ]);
  lines.push(
    `${plural(notes, 'note')} checked, ${problems.length === 0 ? 'no problems' : plural(problems.length, 'problem')}.`,
  );
  return printedLines(lines);
};

function place(file: string, { start }: FileRange): string {
  return `${file}:${start.line}:${start.column}`;
}
