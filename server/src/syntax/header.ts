/**
 * The header of a statement, `[- ]KEYWORD [#id] [(Speaker)] [-> target, target]:`. A line is a statement only when
 * all of this fits up to the colon. An attribute that is still being typed (`#`, `()`, `->`, a comma) counts as
 * absent, so that the statement does not vanish from under the writer.
 */
import { skipBlank, trimmed } from './columns';
import { detached } from './detached';
import type { TextRange } from './textRange';
import { KEYWORDS, type Keyword, type Named, type Target } from './tree';

export interface Header {
  readonly keyword: Keyword;
  readonly keywordRange: TextRange;
  readonly bullet: TextRange | null;
  readonly id: Named | null;
  readonly speaker: Named | null;
  readonly targets: readonly Target[];
  /** Offset after the colon. */
  readonly end: number;
}

/** Attributes as far as they have been read; null for one that is still being typed. */
export interface Attributes {
  id?: Named | null;
  speaker?: Named | null;
  targets?: Target[];
}

const KEYWORD_OF = new Map<string, Keyword>(KEYWORDS.map((keyword) => [keyword, keyword]));
/** Letters of the shortest and the longest keyword. */
const SHORTEST = 4;
const LONGEST = 10;
const ID = /\p{L}[\p{L}\p{M}\p{N}_-]*/uy;
const PATH = /[^\s#,:()<>]+/y;

/**
 * Reads the header that begins at the first character of a line's content.
 * @param content from that character to the line's end
 * @returns null when the line is no statement. Cost: the header's length.
 */
export function parseHeader(text: string, content: TextRange): Header | null {
  const bullet = bulletAt(text, content);
  const start = bullet?.end ?? content.start;
  const end = wordEnd(text, start, content.end);
  const keyword = KEYWORD_OF.get(text.slice(start, end).toLowerCase());
  if (!keyword) return null;
  const keywordRange = { start, end };
  const attributes: Attributes = {};
  let at = keywordRange.end;
  for (;;) {
    const next = skipBlank(text, at, content.end);
    const char = next < content.end ? text[next] : undefined;
    if (char === ':') {
      const { id = null, speaker = null, targets = [] } = attributes;
      return { keyword, keywordRange, bullet, id, speaker, targets, end: next + 1 };
    }
    // The first attribute stands apart from the keyword: `claim(x):` and `claims:` are words of a text.
    if (next === keywordRange.end) return null;
    const after = parseAttribute(text, next, content.end, attributes);
    if (after === null) return null;
    at = after;
  }
}

/** Whether a line whose content begins with this UTF-16 unit can be a statement at all: most lines are prose. */
export function canBeginHeader(code: number): boolean {
  return BEGINNINGS.has(code);
}

const BEGINNINGS = new Set(
  ['-', '*', '+', ...KEYWORDS.flatMap(([first = '']) => [first, first.toUpperCase()])].map((char) =>
    char.charCodeAt(0),
  ),
);

/** End of the letters from `start` on, which is `start` where they are too many or too few for a keyword. */
function wordEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && end <= start + LONGEST && isLetter(text.charCodeAt(end))) end++;
  return end >= start + SHORTEST && end <= start + LONGEST ? end : start;
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** The bullet at the start of a line's content, with the white space behind it; null without one. */
export function bulletAt(text: string, content: TextRange): TextRange | null {
  const char = text[content.start];
  if (char !== '-' && char !== '*' && char !== '+') return null;
  const end = skipBlank(text, content.start + 1, content.end);
  return end > content.start + 1 ? { start: content.start, end } : null;
}

/** Reads one attribute into `into`; returns the offset after it, or null where none fits or it came before. */
export function parseAttribute(text: string, at: number, end: number, into: Attributes): number | null {
  const char = text[at];
  if (char === '#' && into.id === undefined) {
    const name = idAt(text, at + 1);
    into.id = name ? { name: detached(name), range: { start: at + 1, end: at + 1 + name.length } } : null;
    return at + 1 + (name?.length ?? 0);
  }
  if (char === '(' && into.speaker === undefined) {
    const close = indexWithin(text, ')', at + 1, end);
    if (close < 0) return null;
    into.speaker = namedBetween(text, at + 1, close);
    return close + 1;
  }
  if (char === '-' && text[at + 1] === '>' && into.targets === undefined) {
    into.targets = [];
    return parseTargets(text, at + 2, end, into.targets);
  }
  return null;
}

/** Reads `target, target …`; returns the offset after the last, or null where something is no target. */
function parseTargets(text: string, from: number, end: number, into: Target[]): number | null {
  let at = from;
  for (;;) {
    at = skipBlank(text, at, end);
    if (at >= end || text[at] === ':' || text[at] === '(') return at;
    const after = parseTarget(text, at, end, into);
    if (after === null) return null;
    at = skipBlank(text, after, end);
    if (text[at] !== ',' || at >= end) return after;
    at++;
  }
}

function parseTarget(text: string, at: number, end: number, into: Target[]): number | null {
  const angled = text[at] === '<';
  const close = angled ? indexWithin(text, '>', at + 1, end) : end;
  const start = angled ? at + 1 : at;
  const mark = angled ? lastIndexWithin(text, '#', start, close) : pathEnd(text, start);
  if (close < 0 || mark < start || text[mark] !== '#') return null;
  const id = idAt(text, mark + 1);
  const idEnd = mark + 1 + (id?.length ?? 0);
  if (angled && idEnd !== close) return null;
  const after = angled ? close + 1 : idEnd;
  if (id) {
    const path = mark > start ? detached(text.slice(start, mark).trim()) || null : null;
    into.push({ path, id: detached(id), range: { start: at, end: after } });
  }
  return after;
}

function pathEnd(text: string, start: number): number {
  return text[start] === '#' ? start : start + (match(PATH, text, start)?.length ?? 0);
}

/** The text between two offsets as a name, white space at its ends left out; null where there is none. */
export function namedBetween(text: string, start: number, end: number): Named | null {
  const range = trimmed(text, { start, end });
  return range.end > range.start ? { name: detached(text.slice(range.start, range.end)), range } : null;
}

/** The id that begins at an offset; null where none does. Most are plain letters, and need no regular expression. */
function idAt(text: string, at: number): string | null {
  let end = at;
  while (isPlainIdUnit(text.charCodeAt(end))) end++;
  if (text.charCodeAt(end) > LAST_ASCII) return match(ID, text, at);
  return end > at && isLetter(text.charCodeAt(at)) ? text.slice(at, end) : null;
}

const LAST_ASCII = 0x7f;

/** A letter, a digit, `-` or `_`. */
function isPlainIdUnit(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x5f;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Like `indexOf`, but never looks past `end`: a file of a thousand unclosed lines stays linear. */
function indexWithin(text: string, char: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (text[at] === char) return at;
  return -1;
}

/** Like `lastIndexOf`, but never looks before `start`: a file of a thousand targets without `#` stays linear. */
function lastIndexWithin(text: string, char: string, start: number, end: number): number {
  for (let at = end - 1; at >= start; at--) if (text[at] === char) return at;
  return -1;
}
