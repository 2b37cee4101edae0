import type { TextRange } from './textRange';

/** Tab stops of the markup. */
export const TAB = 4;

/** A line stands under another, or belongs to it, when it is indented at least this many columns deeper. */
export const DEEPER = 2;

/**
 * Display column, from 0, of a character that has only white space before it on its line. Cost: the white space.
 * @param start offset of the line's start
 */
export function columnAfter(text: string, start: number, offset: number): number {
  let column = 0;
  for (let at = start; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code === TABULATOR) column += TAB - (column % TAB);
    else if (code !== BYTE_ORDER_MARK) column++;
  }
  return column;
}

/** Offset of the first character from `from` on that is not white space; `end` if there is none before it. */
export function skipBlank(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlankCode(text.charCodeAt(at))) at++;
  return at;
}

/** Offset after the last character of `[start, end)` that is not white space; `start` if there is none. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlankCode(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The range without white space at either end; empty, at its start, if it holds nothing else. */
export function trimmed(text: string, range: TextRange): TextRange {
  const end = trimmedEnd(text, range.start, range.end);
  return { start: skipBlank(text, range.start, end), end };
}

/** White space inside a line, the byte order mark and the no-break space of pasted pages included. */
export function isBlank(char: string | undefined): boolean {
  return char !== undefined && char.length === 1 && isBlankCode(char.charCodeAt(0));
}

/** The same of a UTF-16 unit. */
export function isBlankCode(code: number): boolean {
  return code <= NO_BREAK_SPACE
    ? code === SPACE || code === TABULATOR || code === NO_BREAK_SPACE || code === FORM_FEED || code === LINE_TABULATION
    : code === BYTE_ORDER_MARK;
}

const TABULATOR = 0x09;
const LINE_TABULATION = 0x0b;
const FORM_FEED = 0x0c;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
/** Takes no room on the screen. */
const BYTE_ORDER_MARK = 0xfeff;
