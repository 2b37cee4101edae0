import { styleText } from 'node:util';
import type { Terminal } from './terminal';

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan' | 'underline';

/** Colours for what people look at; without colour, texts stay as they are. */
export class Paint {
  constructor(private readonly isOn: boolean) {}

  /** Puts styles around a text, which must not hold control characters of its own. */
  in(style: Style | readonly Style[], text: string): string {
    if (!this.isOn || text === '') return text;
    return styleText(typeof style === 'string' ? style : [...style], text, { validateStream: false });
  }

  severity(severity: string, text = severity): string {
    return this.in(SEVERITY_STYLES[severity] ?? 'cyan', text);
  }
}

/** Everything as it is. */
export const PLAIN = new Paint(false);

const SEVERITY_STYLES: Readonly<Record<string, Style>> = { error: 'red', warning: 'yellow', information: 'blue' };

/**
 * Whether results are printed in colour: as the option says; else as FORCE_COLOR says, then NO_COLOR
 * (https://no-color.org), in the order that Node itself has; else on terminals that know colours.
 * @param option what `--color` or `--no-color` says; undefined where neither is given
 */
export function isColoured(
  option: boolean | undefined,
  { isTerminal, environment }: Pick<Terminal, 'isTerminal' | 'environment'>,
): boolean {
  if (option !== undefined) return option;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (environment['NO_COLOR']) return false;
  return isTerminal.out && environment['TERM'] !== 'dumb';
}
