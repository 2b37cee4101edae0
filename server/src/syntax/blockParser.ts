import { codeSpans } from './codeSpans';
import { skipBlank, trimmedEnd } from './columns';
import { Finder } from './finder';
import type { LineIndex } from './lineIndex';
import { type Line, LineClassifier } from './lineKinds';
import { isEmpty, piecesOf } from './pieces';
import { StatementParser } from './statement';
import type { TextRange } from './textRange';
import type { Block, GreenBlock, Opaque, Statement, Unclosed } from './tree';

/**
 * Reads green blocks, one after the other, from a line that does not begin inside a comment or code. What a line means
 * depends on the lines around it only through fences, comments, and the statement above it.
 */
export class BlockParser {
  private readonly classifier: LineClassifier;
  private readonly statements: StatementParser;
  private readonly backticks: Finder;
  /** First comment that ends behind the blocks read so far, and first opener that stands behind them. */
  private comment = 0;
  private unclosed = 0;

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    /** The line that is read next. */
    private line: number,
  ) {
    this.classifier = new LineClassifier(text, lines, line);
    this.statements = new StatementParser(text, lines, this.classifier);
    this.backticks = new Finder(text, '`');
  }

  /** The line at which the next block begins. */
  get nextLine(): number {
    return this.line;
  }

  /** True when all lines have been read. The empty line after a final line break is no line of its own. */
  get isDone(): boolean {
    return this.line >= this.lines.count || (this.line > 0 && this.lines.start(this.line) === this.text.length);
  }

  /** Whether the next block begins inside a comment. */
  get isInsideComment(): boolean {
    const comment = this.commentBehind(this.lines.start(this.line));
    return comment !== undefined && comment.start < this.lines.start(this.line);
  }

  /** Reads the next block. */
  next(): GreenBlock {
    const first = this.line;
    const continuesComment = this.isInsideComment;
    const block = this.blockAt(first);
    this.line = first + block.lastLine + 1;
    this.classifier.forget(first, this.line - 1);
    const start = this.lines.start(first);
    const opaque = this.opaqueIn(block, start);
    return {
      block,
      length: block.end,
      lineCount: block.lastLine + 1,
      opaque,
      continuesComment,
      isWordless: block.kind === 'statement' && this.isWordless(block, opaque, start),
      unclosed: this.unclosedIn(start, start + block.end),
    };
  }

  private blockAt(number: number): Block {
    const line = this.classifier.classify(number);
    switch (line.kind) {
      case 'statement':
        return this.statements.parse(line);
      case 'heading':
        return { kind: 'heading', level: line.level, title: line.title, ...this.range(number, number) };
      case 'speakerHeading':
        return { kind: 'speakerHeading', speaker: line.speaker, ...this.range(number, number) };
      case 'code':
      case 'comment':
        return { kind: line.kind, ...this.range(number, line.lastLine) };
      case 'rule':
        return { kind: 'rule', ...this.range(number, number) };
      case 'blank':
        return { kind: 'blank', ...this.range(number, this.lastOf('blank', number)) };
      case 'quotation': {
        const last = this.lastOf('quotation', number);
        return { kind: 'quotation', pieces: this.pieces(number, last), ...this.range(number, last) };
      }
      case 'text': {
        const last = this.lastOf('text', number);
        return { kind: 'prose', pieces: this.pieces(number, last), ...this.range(number, last) };
      }
    }
  }

  private lastOf(kind: Line['kind'], number: number): number {
    let last = number;
    while (last + 1 < this.lines.count && this.classifier.classify(last + 1).kind === kind) last++;
    return last;
  }

  private pieces(first: number, last: number): TextRange[] {
    const pieces: TextRange[] = [];
    const base = this.lines.start(first);
    for (let number = first; number <= last; number++) {
      const { content } = this.classifier.classify(number);
      const end = trimmedEnd(this.text, content);
      if (end > content.start) pieces.push({ start: skipBlank(this.text, content.start, end) - base, end: end - base });
    }
    return pieces;
  }

  private range(firstLine: number, lastLine: number) {
    const end = this.lines.endWithBreak(lastLine) - this.lines.start(firstLine);
    return { firstLine: 0, lastLine: lastLine - firstLine, start: 0, end };
  }

  private commentBehind(offset: number): TextRange | undefined {
    const { foundComments } = this.classifier;
    while ((foundComments[this.comment]?.end ?? Number.POSITIVE_INFINITY) <= offset) this.comment++;
    return foundComments[this.comment];
  }

  /** Comments first, then code spans that are not in them. */
  private opaqueIn(block: Block, start: number): readonly Opaque[] {
    const end = start + block.end;
    const comment = this.commentBehind(start);
    const hasComment = comment !== undefined && comment.start < end;
    const hasCode = this.backticks.next(start, end) >= 0;
    if (!hasComment && !hasCode) return NONE;
    const found: Opaque[] = [];
    for (let i = this.comment; hasComment; i++) {
      const next = this.classifier.foundComments[i];
      if (!next || next.start >= end) break;
      found.push({ kind: 'comment', start: Math.max(next.start - start, 0), end: Math.min(next.end, end) - start });
    }
    if (hasCode) {
      const spans = codeSpans(
        this.text,
        piecesOf(block).map((piece) => moved(piece, start)),
      );
      for (const span of spans) found.push({ kind: 'code', ...moved(span, -start) });
    }
    return disjoint(found.sort((a, b) => a.start - b.start));
  }

  private isWordless(statement: Statement, opaque: readonly Opaque[], start: number): boolean {
    // Pieces are never empty, so only comments can leave a statement with text without words.
    if (opaque.length === 0) return statement.parts.every(({ kind }) => kind === 'comment');
    return isEmpty({ text: this.text.slice(start, start + statement.end), opaque }, statement);
  }

  private unclosedIn(start: number, end: number): readonly Unclosed[] {
    const { unclosed } = this.classifier;
    if (this.unclosed === unclosed.length) return NONE;
    const found: Unclosed[] = [];
    for (let next = unclosed[this.unclosed]; next && next.start < end; next = unclosed[++this.unclosed]) {
      found.push({ kind: next.kind, ...moved(next, -start) });
    }
    return found;
  }
}

const NONE: readonly never[] = [];

function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

function disjoint(found: readonly Opaque[]): Opaque[] {
  let end = 0;
  return found.filter((range) => {
    const isApart = range.start >= end;
    if (isApart) end = range.end;
    return isApart;
  });
}
