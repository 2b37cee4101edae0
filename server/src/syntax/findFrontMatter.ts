import { skipBlank } from './columns';
import { type GreenBlock, GreenOther } from './green';
import { parseHeader } from './header';
import type { LineIndex } from './lineIndex';

const OPEN = /^\ufeff?---[ \t]*$/;
const CLOSE = /^(?:---|\.\.\.)[ \t]*$/;

/**
 * The front matter of a note: `---` on the first line to the next `---` (or `...`). Where the line after the first
 * is blank, the first is a rule in a pasted text, as Pandoc has it; so it is where a statement comes before the next.
 * An opener without an end is no front matter.
 */
export function findFrontMatter(text: string, lines: LineIndex): GreenBlock | null {
  const line = (number: number) => text.slice(lines.start(number), lines.end(number));
  if (!OPEN.test(line(0)) || line(1).trim() === '') return null;
  for (let number = 1; number < lines.count; number++) {
    // Somebody has begun to write a debate: then the first line was a rule.
    if (isStatement(text, lines, number)) return null;
    if (!CLOSE.test(line(number))) continue;
    return greenFrontMatter(lines, number);
  }
  return null;
}

function greenFrontMatter(lines: LineIndex, lastLine: number): GreenBlock {
  const end = lines.endWithBreak(lastLine);
  const yaml = { start: lines.start(1), end: lines.start(lastLine) };
  return new GreenOther({ kind: 'frontMatter', firstLine: 0, lastLine, start: 0, end, yaml });
}

function isStatement(text: string, lines: LineIndex, number: number): boolean {
  const end = lines.end(number);
  return parseHeader(text, skipBlank(text, lines.start(number), end), end) !== null;
}
