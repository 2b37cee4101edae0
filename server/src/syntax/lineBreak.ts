import type { LineIndex } from './lineIndex';

/** The line break a text uses: that of its first line; LF where it has none. */
export function lineBreak(text: string, lines: LineIndex): string {
  return text.slice(lines.end(0), lines.endWithBreak(0)) || '\n';
}
