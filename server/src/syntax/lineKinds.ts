import { columnAfter, isBlankCode, skipBlank, trimmed, trimmedEnd } from './columns';
import { Comments, Fences } from './enclosures';
import { canBeginHeader, type Header, namedBetween, parseHeader } from './header';
import type { LineIndex } from './lineIndex';
import type { TextRange } from './textRange';
import type { Block, Heading, Named, Unclosed } from './tree';

export type LineKind = Exclude<Block['kind'], 'frontMatter' | 'prose'> | 'text';

/** What a line is. One object serves many lines, one after the other: see `LineClassifier.release`. */
export class Line {
  number = 0;
  kind: LineKind = 'blank';
  /** Display column of the first character that is not white space. */
  column = 0;
  /** The words of the line, `[start, end)`: without indentation, quotation marks or the rest of a comment begun above. */
  start = 0;
  end = 0;
  /** True when the line begins inside a comment, so that it cannot begin anything itself. */
  continuesComment = false;
  /** The last line of code or of a comment that begins here. */
  lastLine = 0;
  /** Of a statement; its offsets count from the line's first character, as do those of headings. */
  header: Header | null = null;
  heading: Pick<Heading, 'level' | 'title'> | null = null;
  speaker: Named | null = null;
}

/**
 * Says what each line of a note is on its own. Every line is looked at once; asking again is free. The first line that
 * is asked must not begin inside a comment or code; the others must be asked in order, without those that are inside.
 */
export class LineClassifier {
  /** Openers that nothing closes, in order. */
  readonly unclosed: Unclosed[] = [];
  private readonly comments: Comments;
  private readonly fences: Fences;
  /** First of the comments found so far that ends behind the line that was looked at last. */
  private comment = 0;
  private readonly known: (Line | undefined)[] = [];
  private readonly free: Line[] = [];

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly firstLine: number,
  ) {
    this.comments = new Comments(text, this.unclosed);
    this.fences = new Fences(text, lines, this.unclosed);
  }

  /** Comments in the lines that have been looked at, in order. */
  get foundComments(): readonly TextRange[] {
    return this.comments.found;
  }

  /** @param number line from 0, below `lines.count` */
  classify(number: number): Line {
    let line = this.known[number - this.firstLine];
    if (!line) {
      line = this.free.pop() ?? new Line();
      line.number = number;
      this.look(line);
      this.known[number - this.firstLine] = line;
    }
    return line;
  }

  /** Lets go of a line that nobody will ask again: what was said of it serves for another. */
  release(number: number): void {
    const line = this.known[number - this.firstLine];
    if (!line) return;
    this.known[number - this.firstLine] = undefined;
    this.free.push(line);
  }

  private look(line: Line): void {
    const lineStart = this.lines.start(line.number);
    const end = this.lines.end(line.number);
    const start = skipBlank(this.text, lineStart, end);
    line.column = columnAfter(this.text, lineStart, start);
    line.start = start;
    line.end = end;
    line.continuesComment = this.isInsideComment(lineStart);
    if (!line.continuesComment) {
      line.lastLine = this.fences.lastLine(start, end);
      if (line.lastLine >= 0) {
        line.kind = 'code';
        return;
      }
    }
    this.comments.scan(line.continuesComment ? (this.comments.found[this.comment]?.end ?? end) : start, end);
    const comment = this.comments.found[this.comment];
    if (comment && (line.continuesComment || comment.start === start)) {
      const after = this.skipComments(start, end);
      const rest = skipBlank(this.text, Math.min(after, end), end);
      if (rest === end) {
        line.kind = 'comment';
        line.lastLine = this.lastWholeLine(after);
        return;
      }
      if (line.continuesComment) {
        line.kind = 'text';
        line.start = rest;
        return;
      }
    }
    line.kind = kindOf(this.text, line, lineStart);
  }

  /** Moves on to the first comment that ends behind an offset. */
  private isInsideComment(offset: number): boolean {
    const { found } = this.comments;
    while (this.comment < found.length && (found[this.comment] as TextRange).end <= offset) this.comment++;
    const comment = found[this.comment];
    return comment !== undefined && comment.start < offset;
  }

  /** Last line of which nothing is left when all before `offset` is taken away: words behind a comment stay. */
  private lastWholeLine(offset: number): number {
    const line = this.lines.lineAt(offset - 1);
    const end = this.lines.end(line);
    return skipBlank(this.text, offset, end) === end ? line : line - 1;
  }

  /** Offset after the comments that follow each other from `offset` on, with only blanks between them. */
  private skipComments(offset: number, lineEnd: number): number {
    const { found } = this.comments;
    let at = offset;
    for (let i = this.comment; at <= lineEnd; i++) {
      const comment = found[i];
      if (!comment || comment.start > skipBlank(this.text, at, lineEnd)) break;
      at = comment.end;
    }
    return at;
  }
}

/**
 * What a line is that is neither code nor comment, from its first character that is not white space. Its header or
 * heading, and where its words begin, are filled in.
 */
export function kindOf(text: string, line: Line, lineStart: number): LineKind {
  const { start, end } = line;
  if (start === end) return 'blank';
  const first = text.charCodeAt(start);
  if (first === QUOTE) {
    line.start = afterQuoteMarks(text, start, end);
    return 'quotation';
  }
  if (first === HASH) return readHeading(line, text.slice(lineStart, end), start - lineStart);
  if (isRule(text, start, end)) return 'rule';
  if (!canBeginHeader(first)) return 'text';
  line.header = parseHeader(text, start, end, lineStart);
  return line.header ? 'statement' : 'text';
}

/** Longer lines are looked at as text: nobody draws a rule of that width. */
const LONGEST_RULE = 1000;

function isRule(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  if ((mark !== DASH && mark !== EQUALS && mark !== ASTERISK) || end - start > LONGEST_RULE) return false;
  let at = start + 1;
  while (at < end && text.charCodeAt(at) === mark) at++;
  // `-- ` is the signature delimiter of mail and news (RFC 3676, section 4.3).
  if (at - start < 3) return mark === DASH && end - start === 3 && text.slice(start, end) === '-- ';
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at === end;
}

/** Reads `## Title` or `## (Speaker)`, where a line begins with `#` at `start`. */
function readHeading(line: Line, text: string, start: number): LineKind {
  let marks = start;
  while (text.charCodeAt(marks) === HASH) marks++;
  const level = marks - start;
  if (level > 6 || (text[marks] !== ' ' && text[marks] !== '\t')) return 'text';
  const written = trimmed(text, { start: marks, end: text.length });
  const title = { start: written.start, end: withoutClosingMarks(text, written) };
  // Marks without a title are a heading that is still being typed, or none: neither may reset nesting.
  if (title.start === title.end) return 'text';
  line.speaker = speakerOnly(text, title);
  if (line.speaker) return 'speakerHeading';
  line.heading = { level, title };
  return 'heading';
}

/** `## Title ##`: closing marks are no part of the title (CommonMark 4.2). */
function withoutClosingMarks(text: string, title: TextRange): number {
  let end = title.end;
  while (end > title.start && text.charCodeAt(end - 1) === HASH) end--;
  if (end === title.end || (end > title.start && !isBlankCode(text.charCodeAt(end - 1)))) return title.end;
  return trimmedEnd(text, title.start, end);
}

function speakerOnly(text: string, title: TextRange): Named | null {
  if (text[title.start] !== '(' || text[title.end - 1] !== ')') return null;
  const speaker = namedBetween(text, title.start + 1, title.end - 1);
  return speaker && !speaker.name.includes(')') ? speaker : null;
}

/** Offset of the first word after `>`, `> >`, `>>` … */
function afterQuoteMarks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text.charCodeAt(at) === QUOTE || isBlankCode(text.charCodeAt(at)))) at++;
  return at;
}

const HASH = 0x23;
const ASTERISK = 0x2a;
const DASH = 0x2d;
const EQUALS = 0x3d;
const QUOTE = 0x3e;
