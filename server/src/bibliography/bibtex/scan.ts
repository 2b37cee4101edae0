/**
 * Finds the entries of a BibTeX or BibLaTeX file without reading them. What counts as an entry is told in
 * *BibTeXing* (Patashnik, 1988) and, for comments, in the manual of biber, section 3.
 */
import { detached } from '../../syntax/detached';
import type { BibliographyProblem } from '../entries';

/** What a file holds, as offsets. */
export interface Scan {
  /** For each entry: offset of its `@`, of its key, behind its key and behind the entry. */
  readonly places: Int32Array;
  /** The definitions of `@string`s: what stands between their brackets. */
  readonly strings: readonly string[];
  /** Numbers of the entries that have no end. */
  readonly broken: ReadonlySet<number>;
  readonly problems: readonly BibliographyProblem[];
  readonly isWhole: boolean;
}

/** Numbers an entry takes in `Scan.places`. */
export const PLACE_SIZE = 4;

/**
 * Finds every entry. An entry without an end ends where a line begins like another entry, and is reported; so one bad
 * entry costs only itself. Cost: linear in the text, whatever it contains.
 */
export function scanBibtex(text: string): Scan {
  return new Scanner(text).scan();
}

const HEAD = /@\s*([a-z][\w+-]{0,40})\s*([{(])/iy;
const KEY = /\s*([^\s,{}=]*)\s*/y;
/** What a line that opens an entry looks like: an entry's key and comma, or a command. */
const NEXT_ENTRY = /@[a-z]{3,40}[ \t]*[{(][ \t]*[^\s,{}="]{1,200}[ \t\r]*,|@(?:string|comment|preamble)[ \t]*[{(]/iy;
/** What the last line of a file may be while it is being written. */
const HALF_WRITTEN = /^@[a-z]{0,40}\s{0,10}$/i;
const SOON = 1_000;
const COMMENTED = /[ \t]*%/y;
/** Fields behind an entry: a bracket too many has ended it early. */
const STRAY_FIELD = /[\s,]*[a-z][\w-]{1,40}\s*=\s*[{"]/iy;

class Scanner {
  private readonly places: number[] = [];
  private readonly strings: string[] = [];
  private readonly broken = new Set<number>();
  private readonly problems: BibliographyProblem[] = [];
  private isWhole = true;
  private lineStart = 0;
  private hasOpenComment = false;

  constructor(private readonly text: string) {}

  scan(): Scan {
    let at = 0;
    for (let found = this.next(at); found !== -1; found = this.next(at)) {
      const lineBreak = this.text.slice(at, found).lastIndexOf('\n');
      if (lineBreak !== -1) this.lineStart = at + lineBreak + 1;
      at = matches(COMMENTED, this.text, this.lineStart) ? found + 1 : this.command(found);
    }
    const { strings, broken, problems, isWhole } = this;
    return { places: Int32Array.from(this.places), strings, broken, problems, isWhole };
  }

  private next(at: number): number {
    return this.text.indexOf('@', at);
  }

  /** Reads the command that an `@` may begin. @returns where the search goes on */
  private command(start: number): number {
    HEAD.lastIndex = start;
    const head = HEAD.exec(this.text);
    if (!head) {
      if (beginsLine(this.text, start) && HALF_WRITTEN.test(this.text.slice(start, start + 60))) this.isWhole = false;
      return start + 1;
    }
    const [whole, type = '', bracket] = head;
    const body = start + whole.length;
    if (type.toLowerCase() === 'comment') return this.comment(body, bracket === '(');
    const end = this.closing(body, bracket === '(', this.text.length);
    this.isWhole &&= end.isClosed || end.at < this.text.length;
    switch (type.toLowerCase()) {
      case 'preamble':
        return this.closed(start, body, end, '@preamble');
      case 'string':
        if (end.isClosed) this.strings.push(detached(this.text.slice(body, end.at - 1)));
        return this.closed(start, body, end, '@string');
      default:
        return this.entry(start, body, end);
    }
  }

  /** A comment without an end comments nothing. Where one has none, others must end soon, or each would be looked for. */
  private comment(body: number, isRound: boolean): number {
    const limit = this.hasOpenComment ? Math.min(this.text.length, body + SOON) : this.text.length;
    const end = this.closing(body, isRound, limit);
    this.hasOpenComment ||= !end.isClosed;
    return end.isClosed ? end.at : body;
  }

  private closed(start: number, body: number, end: Closing, what: string): number {
    if (!end.isClosed) this.complain(start, body, null, `this ${what} has no end`);
    return end.at;
  }

  private entry(start: number, body: number, end: Closing): number {
    KEY.lastIndex = body;
    const [read = '', key = ''] = KEY.exec(this.text) ?? [];
    const keyStart = body + read.length - read.trimStart().length;
    const keyEnd = keyStart + key.length;
    const behind = this.text.charAt(body + read.length);
    if (key === '' || behind === '=' || keyStart >= end.at) {
      const reason = end.isClosed ? 'this entry has no key' : 'this entry has neither key nor end';
      this.complain(start, body, null, reason);
      return end.at;
    }
    const number = this.places.length / PLACE_SIZE;
    this.places.push(start, keyStart, keyEnd, end.at);
    if (!end.isClosed) {
      this.broken.add(number);
      this.complain(keyStart, keyEnd, key, 'its entry has no end: a closing bracket is missing');
    } else if (behind !== ',' && body + read.length < end.at - 1) {
      this.complain(keyStart, keyEnd, key, 'a comma is missing behind its key');
    } else if (matches(STRAY_FIELD, this.text, end.at)) {
      this.complain(keyStart, keyEnd, key, 'its entry ends too early, there is a closing bracket too many');
    }
    return end.at;
  }

  /**
   * The end of what a bracket opens. Brackets count in quotation marks, too, and behind backslashes, as in BibTeX.
   * @param start behind the bracket
   * @param isRound whether the bracket is `(`, which only a `)` outside braces and quotation marks closes
   * @param limit where the search gives up
   */
  private closing(start: number, isRound: boolean, limit: number): Closing {
    const { text } = this;
    let depth = 0;
    let isQuoted = false;
    for (let at = start; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (code === LEFT_BRACE) depth++;
      else if (code === RIGHT_BRACE && depth-- === 0) return { at: at + 1, isClosed: !isRound };
      else if (code === AT && beginsEntry(text, at)) return { at, isClosed: false };
      else if (code === QUOTE && depth === 0) isQuoted = !isQuoted;
      else if (code === RIGHT_ROUND && isRound && depth === 0 && !isQuoted) return { at: at + 1, isClosed: true };
    }
    return { at: limit, isClosed: false };
  }

  private complain(start: number, end: number, key: string | null, reason: string): void {
    this.problems.push({ range: { start, end }, key: key && detached(key), reason });
  }
}

interface Closing {
  /** Behind the closing bracket, or where the text goes on without one. */
  readonly at: number;
  readonly isClosed: boolean;
}

function beginsEntry(text: string, at: number): boolean {
  return beginsLine(text, at) && matches(NEXT_ENTRY, text, at);
}

function beginsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text.charCodeAt(before) === SPACE || text.charCodeAt(before) === TAB)) before--;
  const code = text.charCodeAt(before);
  return before < 0 || code === LINE_FEED || code === CARRIAGE_RETURN;
}

function matches(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const RIGHT_ROUND = 41;
const AT = 64;
const LEFT_BRACE = 123;
const RIGHT_BRACE = 125;
