import type { Problem, Reporter } from './reporter';

/** For scripts: one object, with everything as it is. Its names are a promise, in `docs/cli.md`. */
export const json: Reporter = ({ notes, problems }) =>
  `${JSON.stringify({ notes, problems: problems.map(promised) })}\n`;

function promised({ file, rule, severity, message, range, related, fixes }: Problem) {
  return { file, rule, severity, message, range, related, fixes };
}
