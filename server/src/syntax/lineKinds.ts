import { indentation, isBlankCode, skipBlank, trimmed, trimmedEnd } from './columns';
import { Comments, Fences } from './enclosures';
import { canBeginHeader, type Header, namedBetween, parseHeader } from './header';
import type { LineIndex } from './lineIndex';
import type { TextRange } from './textRange';
import type { Named, Unclosed } from './tree';

interface LineBase {
  readonly number: number;
  /** Display column of the first character that is not white space. */
  readonly column: number;
  /** The words of the line: without indentation, quotation marks or the rest of a comment begun above. */
  readonly content: TextRange;
  /** True when the line begins inside a comment, so that it cannot begin anything itself. */
  readonly continuesComment: boolean;
}

/** What only one kind of line has counts from the line's first character, as in a green block. */
export interface StatementLine extends LineBase {
  readonly kind: 'statement';
  readonly header: Header;
}

export type Line =
  | StatementLine
  | (LineBase & { readonly kind: 'heading'; readonly level: number; readonly title: TextRange })
  | (LineBase & { readonly kind: 'speakerHeading'; readonly speaker: Named })
  | (LineBase & { readonly kind: 'code' | 'comment'; readonly lastLine: number })
  | (LineBase & { readonly kind: 'rule' | 'blank' | 'quotation' | 'text' });

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
      line = this.look(number);
      this.known[number - this.firstLine] = line;
    }
    return line;
  }

  /** Lets go of lines that nobody will ask again: thousands kept would be moved about by every garbage collection. */
  forget(first: number, last: number): void {
    for (let number = first; number <= last; number++) this.known[number - this.firstLine] = undefined;
  }

  private look(number: number): Line {
    const start = this.lines.start(number);
    const end = this.lines.end(number);
    const { offset, column } = indentation(this.text, { start, end });
    const content = { start: offset, end };
    const continuesComment = this.isInsideComment(start);
    if (!continuesComment) {
      const lastLine = this.fences.lastLine(content);
      if (lastLine >= 0) return { kind: 'code', number, column, content, continuesComment, lastLine };
    }
    this.comments.scan(continuesComment ? (this.comments.found[this.comment]?.end ?? end) : offset, end);
    const comment = this.comments.found[this.comment];
    if (comment && (continuesComment || comment.start === offset)) {
      const after = this.skipComments(offset, end);
      const rest = skipBlank(this.text, Math.min(after, end), end);
      if (rest === end) {
        return { kind: 'comment', number, column, content, continuesComment, lastLine: this.lastWholeLine(after) };
      }
      if (continuesComment) return { kind: 'text', number, column, content: { start: rest, end }, continuesComment };
    }
    return classifyContent(this.text, start, { number, column, content, continuesComment });
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

function classifyContent(text: string, lineStart: number, line: LineBase): Line {
  const { number, column, content, continuesComment } = line;
  const { start, end } = content;
  if (start === end) return { kind: 'blank', number, column, content, continuesComment };
  const first = text.charCodeAt(start);
  if (first === QUOTE) {
    const words = { start: afterQuoteMarks(text, content), end };
    return { kind: 'quotation', number, column, content: words, continuesComment };
  }
  if (first === HASH) {
    const heading = headingLine(text.slice(lineStart, end), start - lineStart, line);
    if (heading) return heading;
  } else if (isRule(text, content)) {
    return { kind: 'rule', number, column, content, continuesComment };
  } else if (canBeginHeader(first)) {
    // As a text of its own, so that what is found counts from the line's start.
    const header = parseHeader(text.slice(lineStart, end), { start: start - lineStart, end: end - lineStart });
    if (header) return { kind: 'statement', number, column, content, continuesComment, header };
  }
  return { kind: 'text', number, column, content, continuesComment };
}

/** Longer lines are looked at as text: nobody draws a rule of that width. */
const LONGEST_RULE = 1000;

function isRule(text: string, { start, end }: TextRange): boolean {
  const mark = text.charCodeAt(start);
  if ((mark !== DASH && mark !== EQUALS && mark !== ASTERISK) || end - start > LONGEST_RULE) return false;
  let at = start + 1;
  while (at < end && text.charCodeAt(at) === mark) at++;
  // `-- ` is the signature delimiter of mail and news (RFC 3676, section 4.3).
  if (at - start < 3) return mark === DASH && end - start === 3 && text.slice(start, end) === '-- ';
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at === end;
}

function headingLine(line: string, start: number, base: LineBase): Line | null {
  let marks = start;
  while (line.charCodeAt(marks) === HASH) marks++;
  const level = marks - start;
  if (level > 6 || (line[marks] !== ' ' && line[marks] !== '\t')) return null;
  const written = trimmed(line, { start: marks, end: line.length });
  const title = { start: written.start, end: withoutClosingMarks(line, written) };
  // Marks without a title are a heading that is still being typed, or none: neither may reset nesting.
  if (title.start === title.end) return null;
  const speaker = speakerOnly(line, title);
  return speaker ? { ...base, kind: 'speakerHeading', speaker } : { ...base, kind: 'heading', level, title };
}

/** `## Title ##`: closing marks are no part of the title (CommonMark 4.2). */
function withoutClosingMarks(text: string, title: TextRange): number {
  let end = title.end;
  while (end > title.start && text.charCodeAt(end - 1) === HASH) end--;
  if (end === title.end || (end > title.start && !isBlankCode(text.charCodeAt(end - 1)))) return title.end;
  return trimmedEnd(text, { start: title.start, end });
}

function speakerOnly(text: string, title: TextRange): Named | null {
  if (text[title.start] !== '(' || text[title.end - 1] !== ')') return null;
  const speaker = namedBetween(text, title.start + 1, title.end - 1);
  return speaker && !speaker.name.includes(')') ? speaker : null;
}

/** Offset of the first word after `>`, `> >`, `>>` … */
function afterQuoteMarks(text: string, content: TextRange): number {
  let at = content.start;
  while (at < content.end && (text.charCodeAt(at) === QUOTE || isBlankCode(text.charCodeAt(at)))) at++;
  return at;
}

const HASH = 0x23;
const ASTERISK = 0x2a;
const DASH = 0x2d;
const EQUALS = 0x3d;
const QUOTE = 0x3e;
