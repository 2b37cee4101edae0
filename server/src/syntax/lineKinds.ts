import { indentation, isBlank, trimmed, trimmedEnd } from './columns';
import type { Enclosures } from './enclosures';
import { type Header, namedBetween, parseHeader } from './header';
import type { LineIndex } from './lineIndex';
import type { TextRange } from './textRange';
import type { Named } from './tree';

interface LineBase {
  readonly number: number;
  /** Display column of the first character that is not white space. */
  readonly column: number;
  /** The words of the line: without indentation, quotation marks or the rest of a comment begun above. */
  readonly content: TextRange;
  /** True when the line begins inside a comment, so that it cannot begin anything itself. */
  readonly continuesComment: boolean;
}

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

/** Says what each line of a note is on its own. Every line is looked at once; asking again is free. */
export class LineClassifier {
  private readonly known: (Line | undefined)[] = [];

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly enclosures: Enclosures,
  ) {}

  /** @param number line from 0, below `lines.count` */
  classify(number: number): Line {
    let line = this.known[number];
    if (!line) {
      line = this.look(number);
      this.known[number] = line;
    }
    return line;
  }

  private look(number: number): Line {
    const whole = { start: this.lines.start(number), end: this.lines.end(number) };
    const { offset, column } = indentation(this.text, whole);
    const first = this.firstCommentEndingAfter(whole.start);
    const comment = this.enclosures.comments[first];
    const continuesComment = comment !== undefined && comment.start < whole.start;
    const line = { number, column, content: { start: offset, end: whole.end }, continuesComment };
    const fenceEnd = this.enclosures.fences.get(number);
    if (fenceEnd !== undefined) return { ...line, kind: 'code', lastLine: fenceEnd };
    if (comment && (continuesComment || comment.start === offset)) {
      const after = this.skipComments(first, offset, whole.end);
      const rest = indentation(this.text, { start: Math.min(after, whole.end), end: whole.end }).offset;
      if (rest === whole.end) return { ...line, kind: 'comment', lastLine: this.lastWholeLine(after) };
      if (continuesComment) return { ...line, kind: 'text', content: { start: rest, end: whole.end } };
    }
    return classifyContent(this.text, line);
  }

  /** Last line of which nothing is left when all before `offset` is taken away: words behind a comment stay. */
  private lastWholeLine(offset: number): number {
    const line = this.lines.lineAt(offset - 1);
    const end = this.lines.end(line);
    return indentation(this.text, { start: offset, end }).offset === end ? line : line - 1;
  }

  private firstCommentEndingAfter(offset: number): number {
    const { comments } = this.enclosures;
    let low = 0;
    let high = comments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((comments[middle] as TextRange).end > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Offset after the comments that follow each other from `offset` on, with only blanks between them. */
  private skipComments(first: number, offset: number, lineEnd: number): number {
    const { comments } = this.enclosures;
    let at = offset;
    for (let i = first; at <= lineEnd; i++) {
      const comment = comments[i];
      if (!comment || comment.start > indentation(this.text, { start: at, end: lineEnd }).offset) break;
      at = comment.end;
    }
    return at;
  }
}

const HEADING = /^(#{1,6})[ \t]/;
const RULE = /^(?:-{3,}|={3,}|\*{3,})[ \t]*$/;

function classifyContent(text: string, line: LineBase): Line {
  const { start, end } = line.content;
  if (start === end) return { ...line, kind: 'blank' };
  switch (text[start]) {
    case '>':
      return { ...line, kind: 'quotation', content: { start: afterQuoteMarks(text, line.content), end } };
    case '#':
      return headingLine(text, line) ?? { ...line, kind: 'text' };
    case '-':
    case '=':
    case '*':
      // `-- ` is the signature delimiter of mail and news (RFC 3676, section 4.3).
      if (isRule(text.slice(start, Math.min(end, start + LONGEST_RULE)), end - start)) return { ...line, kind: 'rule' };
  }
  const header = parseHeader(text, line.content);
  return header ? { ...line, kind: 'statement', header } : { ...line, kind: 'text' };
}

/** Longer lines are looked at as text: nobody draws a rule of that width. */
const LONGEST_RULE = 1000;

function isRule(content: string, length: number): boolean {
  return length <= LONGEST_RULE && (content === '-- ' || RULE.test(content));
}

function headingLine(text: string, line: LineBase): Line | null {
  const { start, end } = line.content;
  const marks = HEADING.exec(text.slice(start, Math.min(end, start + 8)));
  if (!marks) return null;
  const level = (marks[1] as string).length;
  const written = trimmed(text, { start: start + level, end });
  const title = { start: written.start, end: withoutClosingMarks(text, written) };
  // Marks without a title are a heading that is still being typed, or none: neither may reset nesting.
  if (title.start === title.end) return null;
  const speaker = speakerOnly(text, title);
  return speaker ? { ...line, kind: 'speakerHeading', speaker } : { ...line, kind: 'heading', level, title };
}

/** `## Title ##`: closing marks are no part of the title (CommonMark 4.2). */
function withoutClosingMarks(text: string, title: TextRange): number {
  let end = title.end;
  while (end > title.start && text[end - 1] === '#') end--;
  if (end === title.end || (end > title.start && !isBlank(text[end - 1]))) return title.end;
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
  while (at < content.end && (text[at] === '>' || isBlank(text[at]))) at++;
  return at;
}
