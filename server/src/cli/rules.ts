import { RULES } from '../service';
import { printedLines } from './printed';
import { EXIT, type ExitCode, type Format, type Terminal } from './terminal';

/** `debate-notes rules`: every rule, with its severity, what it is about and what it fires on. */
export function rules(format: Format, terminal: Terminal): ExitCode {
  const metas = RULES.map(({ meta: { id, severity, description, tags, options = {} } }) => ({
    id,
    severity,
    description,
    tags,
    options,
  }));
  if (format === 'json') terminal.out(`${JSON.stringify(metas)}\n`);
  else {
    const rows = metas.map(({ id, severity, tags, description }) => [id, severity, tags.join(', '), description]);
    terminal.out(printedLines(columns(rows)));
  }
  return EXIT.clean;
}

/** Rows with their cells below each other. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
