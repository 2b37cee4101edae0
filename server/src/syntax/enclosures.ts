/**
 * What spans lines: fenced code and comments. An opener that is never closed is prose, so both need a look ahead;
 * it is arranged to stay linear whatever the text. Lines are asked in order, each once.
 */

import { codeSpans } from './codeSpans';
import { skipBlank } from './columns';
import { Finder } from './finder';
import type { LineIndex } from './lineIndex';
import type { TextRange } from './textRange';
import type { Unclosed } from './tree';

const OPENER = '<!--';
const CLOSER = '-->';

/** The comments of a note, from the first line that is asked on. */
export class Comments {
  /** Comments from `<!--` to after `-->`, in order. */
  readonly found: TextRange[] = [];
  private readonly openers: Finder;
  /** Set when no `-->` follows any more, so that a thousand lone openers cost one search. */
  private exhausted = false;

  /** @param unclosed where an opener without an end is noted down */
  constructor(
    private readonly text: string,
    private readonly unclosed: Unclosed[],
  ) {
    this.openers = new Finder(text, OPENER);
  }

  /** Adds the comments that open in a part of one line. */
  scan(from: number, lineEnd: number): void {
    let at = this.openers.next(from, lineEnd);
    if (at < 0) return;
    const code = codeSpans(this.text, [{ start: from, end: lineEnd }]);
    for (let span = 0; at >= 0 && at + OPENER.length <= lineEnd; at = this.openers.next(at, lineEnd)) {
      while (span < code.length && (code[span] as TextRange).end <= at) span++;
      const around = code[span];
      if (around && around.start <= at) at = around.end;
      else at = this.add(at);
    }
  }

  /** Returns where the comment that opens at `start` ends, or the end of the opener where it never does. */
  private add(start: number): number {
    const afterOpener = start + OPENER.length;
    const close = this.exhausted ? -1 : this.text.indexOf(CLOSER, afterOpener);
    if (close < 0) {
      this.exhausted = true;
      this.unclosed.push({ kind: 'comment', start, end: afterOpener });
      return afterOpener;
    }
    this.found.push({ start, end: close + CLOSER.length });
    return close + CLOSER.length;
  }
}

interface Fence {
  /** Offset of the first mark. */
  readonly at: number;
  readonly char: '`' | '~';
  readonly length: number;
}

/** The fenced code of a note. */
export class Fences {
  private closers: Closers | undefined;

  /** @param unclosed where an opener without an end is noted down */
  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly unclosed: Unclosed[],
  ) {}

  /** Last line of the code that a line opens whose content is `[start, end)`, or -1. */
  lastLine(start: number, end: number): number {
    const opener = fenceAt(this.text, start, end);
    if (!opener) return -1;
    this.closers ??= new Closers(this.text, this.lines, start);
    const closer = this.closers.of(opener);
    if (closer) return this.lines.lineAt(closer.at);
    this.unclosed.push({ kind: opener.char, start: opener.at, end: opener.at + opener.length });
    return -1;
  }
}

function fenceAt(text: string, start: number, end: number): Fence | null {
  const char = text[start];
  if ((char !== '`' && char !== '~') || start >= end) return null;
  const after = runEnd(text, start, end);
  const length = after - start;
  if (length < SHORTEST_FENCE || (char === '`' && text.slice(after, end).includes('`'))) return null;
  return { at: start, char, length };
}

const SHORTEST_FENCE = 3;

function runEnd(text: string, start: number, limit: number): number {
  const code = text.charCodeAt(start);
  let end = start + 1;
  while (end < limit && text.charCodeAt(end) === code) end++;
  return end;
}

/** Whether a line whose content is `[start, end)` can end fenced code: nothing but marks. */
export function isFenceCloser(text: string, start: number, end: number): boolean {
  const fence = fenceAt(text, start, end);
  return fence !== null && skipBlank(text, fence.at + fence.length, end) === end;
}

/** The lines that can close a fence, so that an opener without one is known at once. */
class Closers {
  private readonly found: Fence[] = [];
  /** For each closer and later ones: the longest of each character. */
  private readonly longest: { '`': number; '~': number }[] = [];
  private next = 0;

  constructor(text: string, lines: LineIndex, from: number) {
    for (const char of ['`', '~'] as const) {
      const run = char.repeat(SHORTEST_FENCE);
      for (let at = text.indexOf(run, from); at >= 0; ) {
        const line = lines.lineAt(at);
        const end = lines.end(line);
        const isFirst = skipBlank(text, lines.start(line), at) === at;
        const fence = isFirst && isFenceCloser(text, at, end) ? fenceAt(text, at, end) : null;
        if (fence) this.found.push(fence);
        at = text.indexOf(run, lines.endWithBreak(line));
      }
    }
    this.found.sort((a, b) => a.at - b.at);
    let longest = { '`': 0, '~': 0 };
    for (let i = this.found.length - 1; i >= 0; i--) {
      const { char, length } = this.found[i] as Fence;
      longest = { ...longest, [char]: Math.max(longest[char], length) };
      this.longest[i] = longest;
    }
  }

  /** The closer of the block that `opener` begins, or undefined when it is never closed. Ask in order. */
  of(opener: Fence): Fence | undefined {
    while (this.next < this.found.length && (this.found[this.next] as Fence).at <= opener.at) this.next++;
    const longest = this.longest[this.next];
    if (!longest || longest[opener.char] < opener.length) return undefined;
    for (let i = this.next; i < this.found.length; i++) {
      const fence = this.found[i] as Fence;
      if (fence.char === opener.char && fence.length >= opener.length) return fence;
    }
    return undefined;
  }
}
