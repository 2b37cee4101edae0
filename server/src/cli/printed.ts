import type { Terminal } from './terminal';

/**
 * Lines as they are printed for people, each with its line break. A control character in a line (a file name, the words
 * of a note) would steer the terminal, so all but tabs are spelled out: escape is printed as `\x1b`.
 */
export function printedLines(lines: readonly string[]): string {
  return lines.map((line) => `${line.replace(CONTROL, spelledOut)}\n`).join('');
}

/** Says on standard error what could not be done. */
export function complain(terminal: Terminal, sentence: string): void {
  terminal.err(printedLines([`debate-notes: ${sentence}`]));
}

/** C0 but for the tab, delete, and C1. */
const CONTROL = /(?!\t)\p{Cc}/gu;

function spelledOut(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
