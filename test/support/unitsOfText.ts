import type { Position } from 'vscode-languageserver-types';

export type Unit = 'utf-8' | 'utf-16' | 'utf-32';

/** Positions of a text in any unit, found the slow way: by writing out what stands in front of them. */
export function converted({ line, character }: Position, text: string, from: Unit, to: Unit): Position {
  const row = text.split(/\r\n|\r|\n/)[line] ?? '';
  // Half of a pair is where the pair begins.
  let before = '';
  for (const char of row) {
    if (lengthIn(before + char, from) > character) break;
    before += char;
  }
  return { line, character: lengthIn(before, to) };
}

/** Length of a text in a unit; a surrogate alone is three bytes, which is what is written for it. */
export function lengthIn(text: string, unit: Unit): number {
  if (unit === 'utf-16') return text.length;
  return unit === 'utf-8' ? Buffer.byteLength(text, 'utf8') : [...text].length;
}
