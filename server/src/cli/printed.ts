import type { Terminal } from './terminal';

/**
 * Lines as they are printed for people, each with its line break. A control character in a line (a file name, the words
 * of a note) would steer the terminal, so all but tabs are spelled out: escape is printed as `\x1b`. So are those that turn
 * the direction of writing, `\u202e`, which would show the rest of the line in another order (Boucher and Anderson, *Trojan
 * Source*, 2021).
 */
export function printedLines(lines: readonly string[]): string {
  return lines.map((line) => `${spelledOut(line)}\n`).join('');
}

/** Says on standard error what could not be done. */
export function complain(terminal: Terminal, sentence: string): void {
  terminal.err(printedLines([`debate-notes: ${sentence}`]));
}

/** A text with its control characters spelled out, but for the tab. */
export function spelledOut(text: string): string {
  return text.replace(CONTROL, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, '0')}`;
  });
}

/** C0 but for the tab, delete, and C1; embeddings, overrides and isolates of direction. */
const CONTROL = /(?!\t)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
