import type { RuleMeta } from '../service';
import type { Paint } from './paint';
import { rulePage } from './rulePage';
import { EXIT, type ExitCode, type Terminal } from './terminal';

export const EXPLAIN_FORMATS = ['text', 'json', 'markdown'] as const;
export type ExplainFormat = (typeof EXPLAIN_FORMATS)[number];

/** `debate-notes explain RULE`: the page of a rule. */
export async function explain(
  { id, severity, description, tags, options = {} }: RuleMeta,
  format: ExplainFormat,
  terminal: Terminal,
  paint: Paint,
): Promise<ExitCode> {
  const page = await rulePage(id);
  if (format === 'json') terminal.out(`${JSON.stringify({ id, severity, description, tags, options, page })}\n`);
  else terminal.out(format === 'markdown' ? page : forReading(page, paint));
  return EXIT.clean;
}

/** The page with its headings and the names of its parts set off; the examples in it stay as they are. */
function forReading(page: string, paint: Paint): string {
  let isCode = false;
  return page
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) isCode = !isCode;
      if (isCode || line.startsWith('```')) return paint.in('cyan', line);
      if (line.startsWith('#')) return paint.in(['bold', 'underline'], line);
      return line.replace(/\*\*[^*]+\*\*/g, (part) => paint.in('bold', part));
    })
    .join('\n');
}
