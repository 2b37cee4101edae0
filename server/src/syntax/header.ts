/**
 * The header of a statement, `[- ]KEYWORD [#id] [(Speaker)] [-> target, target]:`. A line is a statement only when
 * all of this fits up to the colon. An attribute that is still being typed (`#`, `()`, `->`, a comma) counts as
 * absent, so that the statement does not vanish from under the writer.
 */
import { skipBlank, trimmed, trimmedEnd } from './columns';
import { detached } from './detached';
import { KEYWORDS, type Keyword, type Named, type Target } from './tree';

/**
 * A header as far as it has been read, in few numbers: a note keeps thousands. Offsets count from a base that the
 * reader was given.
 */
export class Header {
  /** As written after `#`; null while it is still being typed, and where there is none. */
  id: string | null = null;
  /** Offset of the id; -1 where no `#` has been read. */
  idStart = -1;
  speaker: string | null = null;
  /** Offset of the name; -1 where no `(` has been read. */
  speakerStart = -1;
  /** null where no `->` has been read. */
  targets: Target[] | null = null;
  /** Offset after the colon; 0 while there is none. */
  end = 0;

  constructor(
    readonly keyword: Keyword,
    /** Offset of the bullet, or of the keyword where there is none. */
    readonly start: number,
    readonly keywordStart: number,
  ) {}
}

/** Of a header without targets; nothing is ever added to it. */
export const NO_TARGETS: Target[] = [];

const KEYWORD_OF = new Map<string, Keyword>(KEYWORDS.map((keyword) => [keyword, keyword]));
/** Letters of the shortest and the longest keyword. */
const SHORTEST = 4;
const LONGEST = 10;
const ID = /\p{L}[\p{L}\p{M}\p{N}_-]*/uy;
const PATH = /[^\s#,:()<>]+/y;

/**
 * Reads the header that begins at the first character of a line's content.
 * @param start offset of that character
 * @param end offset of the line's end
 * @param base what the header's offsets count from
 * @returns null when the line is no statement. Cost: the header's length.
 */
export function parseHeader(text: string, start: number, end: number, base = 0): Header | null {
  const keywordStart = afterBullet(text, start, end);
  const keywordEnd = wordEnd(text, keywordStart, end);
  const keyword = KEYWORD_OF.get(text.slice(keywordStart, keywordEnd).toLowerCase());
  if (!keyword) return null;
  const header = new Header(keyword, start - base, keywordStart - base);
  let at = keywordEnd;
  for (;;) {
    const next = skipBlank(text, at, end);
    if (next < end && text.charCodeAt(next) === COLON) {
      header.end = next + 1 - base;
      return header;
    }
    // The first attribute stands apart from the keyword: `claim(x):` and `claims:` are words of a text.
    if (next === keywordEnd) return null;
    at = parseAttribute(text, next, end, header, base);
    if (at < 0) return null;
  }
}

/** Whether a line whose content begins with this UTF-16 unit can be a statement at all: most lines are prose. */
export function canBeginHeader(code: number): boolean {
  return code < 128 && BEGINNINGS[code] === 1;
}

/** By UTF-16 unit: 1 for those that a bullet or a keyword begins with. */
const BEGINNINGS = new Uint8Array(128);
for (const character of ['-', '*', '+', ...KEYWORDS.flatMap(([first = '']) => [first, first.toUpperCase()])]) {
  BEGINNINGS[character.charCodeAt(0)] = 1;
}

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

/** Offset after the bullet that begins at `start` and the white space behind it; `start` where there is none. */
export function afterBullet(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  if (code !== DASH && code !== ASTERISK && code !== PLUS) return start;
  const after = skipBlank(text, start + 1, end);
  return after > start + 1 ? after : start;
}

/** Reads one attribute into `into`; returns the offset after it, or -1 where none fits or it came before. */
export function parseAttribute(text: string, at: number, end: number, into: Header, base = 0): number {
  if (at >= end) return -1;
  const code = text.charCodeAt(at);
  if (code === HASH && into.idStart < 0) {
    const id = idAt(text, at + 1);
    into.id = id && detached(id);
    into.idStart = at + 1 - base;
    return at + 1 + (id?.length ?? 0);
  }
  if (code === OPENING && into.speakerStart < 0) {
    const close = indexWithin(text, ')', at + 1, end);
    if (close < 0) return -1;
    const nameEnd = trimmedEnd(text, at + 1, close);
    const nameStart = skipBlank(text, at + 1, nameEnd);
    into.speakerStart = nameStart - base;
    if (nameEnd > nameStart) into.speaker = detached(text.slice(nameStart, nameEnd));
    return close + 1;
  }
  if (code === DASH && text[at + 1] === '>' && into.targets === null) {
    into.targets = NO_TARGETS;
    return parseTargets(text, at + 2, end, into, base);
  }
  return -1;
}

/** Reads `target, target …`; returns the offset after the last, or -1 where something is no target. */
function parseTargets(text: string, from: number, end: number, into: Header, base: number): number {
  let at = from;
  for (;;) {
    at = skipBlank(text, at, end);
    if (at >= end || text[at] === ':' || text[at] === '(') return at;
    const after = parseTarget(text, at, end, into, base);
    if (after < 0) return -1;
    at = skipBlank(text, after, end);
    if (text[at] !== ',' || at >= end) return after;
    at++;
  }
}

function parseTarget(text: string, at: number, end: number, into: Header, base: number): number {
  const angled = text[at] === '<';
  const close = angled ? indexWithin(text, '>', at + 1, end) : end;
  const start = angled ? at + 1 : at;
  const mark = angled ? lastIndexWithin(text, '#', start, close) : pathEnd(text, start);
  if (close < 0 || mark < start || text[mark] !== '#') return -1;
  const id = idAt(text, mark + 1);
  const idEnd = mark + 1 + (id?.length ?? 0);
  if (angled && idEnd !== close) return -1;
  const after = angled ? close + 1 : idEnd;
  if (id) {
    const path = mark > start ? detached(text.slice(start, mark).trim()) || null : null;
    addTarget(into, { path, id: detached(id), range: { start: at - base, end: after - base } });
  }
  return after;
}

function addTarget(into: Header, target: Target): void {
  // Most headers have one: an empty array that is pushed to would keep room for many.
  if (into.targets && into.targets.length > 0) into.targets.push(target);
  else into.targets = [target];
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

const HASH = 0x23;
const OPENING = 0x28;
const ASTERISK = 0x2a;
const PLUS = 0x2b;
const DASH = 0x2d;
const COLON = 0x3a;
