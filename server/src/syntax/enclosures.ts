/**
 * What spans lines: fenced code and comments. An opener that is never closed is prose, so both need a look ahead;
 * it is arranged to stay linear whatever the text.
 */

import { codeSpans } from './codeSpans';
import { indentation } from './columns';
import type { LineIndex } from './lineIndex';
import type { TextRange } from './textRange';

export interface Enclosures {
  /** First line of a fenced block -> its last line. */
  readonly fences: ReadonlyMap<number, number>;
  /** Comments from `<!--` to after `-->`, in order. */
  readonly comments: readonly TextRange[];
}

interface Fence {
  readonly line: number;
  readonly char: string;
  readonly length: number;
}

/** Finds fences and comments from a line on (the first after the front matter). Cost: linear. */
export function findEnclosures(text: string, lines: LineIndex, fromLine: number): Enclosures {
  const fences = new Map<number, number>();
  const comments = new Comments(text);
  const closers = new Closers(text, lines, fromLine);
  for (let line = fromLine; line < lines.count; line++) {
    const content = lineContent(text, lines, line);
    const opener = fenceAt(text, content, line);
    const last = opener && closers.lastLine(opener);
    if (last) {
      fences.set(line, last);
      line = last;
      continue;
    }
    let end = comments.scan(content);
    // A comment that ends on a later line may be followed there by another.
    while (end > lines.end(line)) {
      line = lines.lineAt(end);
      end = comments.scan({ start: end, end: lines.end(line) });
    }
  }
  return { fences, comments: comments.found };
}

function lineContent(text: string, lines: LineIndex, line: number): TextRange {
  const range = { start: lines.start(line), end: lines.end(line) };
  return { start: indentation(text, range).offset, end: range.end };
}

class Comments {
  readonly found: TextRange[] = [];
  /** Set when no `-->` follows any more, so that a thousand lone openers cost one search. */
  private exhausted = false;

  constructor(private readonly text: string) {}

  /** Adds the comments that open within one line; returns the end of the last, or -1. */
  scan(line: TextRange): number {
    // Slicing keeps the search inside the line.
    const source = this.exhausted ? '' : this.text.slice(line.start, line.end);
    let at = source.indexOf('<!--');
    if (at < 0) return -1;
    const code = codeSpans(source, [{ start: 0, end: source.length }]);
    let end = -1;
    for (let span = 0; at >= 0; ) {
      while (span < code.length && (code[span] as TextRange).end <= at) span++;
      const around = code[span];
      if (around && around.start <= at) {
        at = source.indexOf('<!--', around.end);
        continue;
      }
      const close = this.text.indexOf('-->', line.start + at + 4);
      this.exhausted = close < 0;
      if (this.exhausted) return end;
      end = close + 3;
      this.found.push({ start: line.start + at, end });
      at = end < line.end ? source.indexOf('<!--', end - line.start) : -1;
    }
    return end;
  }
}

const FENCE = /(`{3,}|~{3,})/y;

function fenceAt(text: string, content: TextRange, line: number): Fence | null {
  const char = text[content.start];
  if (char !== '`' && char !== '~') return null;
  FENCE.lastIndex = content.start;
  const marks = FENCE.exec(text)?.[0];
  if (!marks) return null;
  const info = text.slice(content.start + marks.length, content.end);
  return char === '`' && info.includes('`') ? null : { line, char, length: marks.length };
}

/** The lines that can close a fence, so that an opener without one is known at once. */
class Closers {
  private readonly found: Fence[] = [];
  /** For each closer and later ones: the longest of each character. */
  private readonly longest: { '`': number; '~': number }[] = [];
  private next = 0;

  constructor(text: string, lines: LineIndex, fromLine: number) {
    for (let line = fromLine; line < lines.count; line++) {
      const content = lineContent(text, lines, line);
      const fence = fenceAt(text, content, line);
      if (fence && text.slice(content.start + fence.length, content.end).trim() === '') this.found.push(fence);
    }
    let longest = { '`': 0, '~': 0 };
    for (let i = this.found.length - 1; i >= 0; i--) {
      const { char, length } = this.found[i] as Fence;
      const key = char as '`' | '~';
      longest = { ...longest, [key]: Math.max(longest[key], length) };
      this.longest[i] = longest;
    }
  }

  /** Last line of the block that `opener` begins, or null when it is never closed. Ask in order of lines. */
  lastLine(opener: Fence): number | null {
    while (this.next < this.found.length && (this.found[this.next] as Fence).line <= opener.line) this.next++;
    const longest = this.longest[this.next];
    if (!longest || longest[opener.char as '`' | '~'] < opener.length) return null;
    for (let i = this.next; i < this.found.length; i++) {
      const { char, length, line } = this.found[i] as Fence;
      if (char === opener.char && length >= opener.length) return line;
    }
    return null;
  }
}
