import { RULES } from '../service';
import { printedLines } from './printed';
import { EXIT, type ExitCode, type Format, type Terminal } from './terminal';

/** `debate-notes rules`: every rule, with its severity and what it fires on. */
export function rules(format: Format, terminal: Terminal): ExitCode {
  const metas = RULES.map(({ meta: { id, severity, description } }) => ({ id, severity, description }));
  if (format === 'json') terminal.out(`${JSON.stringify(metas)}\n`);
  else {
    const width = Math.max(...metas.map(({ id }) => id.length));
    terminal.out(
      printedLines(
        metas.map(({ id, severity, description }) => `${id.padEnd(width)}  ${severity.padEnd(11)}  ${description}`),
      ),
    );
  }
  return EXIT.clean;
}
