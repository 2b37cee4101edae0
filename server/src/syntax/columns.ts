import type { TextRange } from './textRange';

/** Tab stops of the markup. */
export const TAB = 4;

/** A line stands under another, or belongs to it, when it is indented at least this many columns deeper. */
export const DEEPER = 2;

/** Takes no room on the screen. */
const BYTE_ORDER_MARK = '\ufeff';

/** Where a line's content begins. */
export interface Indentation {
  /** Offset of the first character that is neither space nor tab; the line's end on a blank line. */
  readonly offset: number;
  /** Its display column, from 0. */
  readonly column: number;
}

/** Measures the white space at the start of a line. Cost: the white space. */
export function indentation(text: string, line: TextRange): Indentation {
  let column = 0;
  let offset = line.start;
  for (; offset < line.end; offset++) {
    const char = text[offset];
    if (char === '\t') column += TAB - (column % TAB);
    else if (isBlank(char)) column += char === BYTE_ORDER_MARK ? 0 : 1;
    else break;
  }
  return { offset, column };
}

/** Offset after the last character of `range` that is not white space; `range.start` if there is none. */
export function trimmedEnd(text: string, range: TextRange): number {
  let end = range.end;
  while (end > range.start && isBlank(text[end - 1])) end--;
  return end;
}

/** The range without white space at either end; empty, at its start, if it holds nothing else. */
export function trimmed(text: string, range: TextRange): TextRange {
  const end = trimmedEnd(text, range);
  return { start: indentation(text, { start: range.start, end }).offset, end };
}

/** White space inside a line, the byte order mark and the no-break space of pasted pages included. */
export function isBlank(char: string | undefined): boolean {
  return (
    char === ' ' || char === '\t' || char === '\u00a0' || char === BYTE_ORDER_MARK || char === '\f' || char === '\v'
  );
}
