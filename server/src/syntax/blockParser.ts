import { codeSpans } from './codeSpans';
import { skipBlank, trimmedEnd } from './columns';
import { Finder } from './finder';
import type { OtherBlock } from './green';
import { type Enclosed, type GreenBlock, GreenOther, GreenStatement, NOTHING_ENCLOSED, partsOf } from './green';
import type { Header } from './header';
import type { LineIndex } from './lineIndex';
import { type Line, LineClassifier, type LineKind } from './lineKinds';
import { isEmpty, piecesOf, piecesOfPart } from './pieces';
import { StatementParser } from './statement';
import type { TextRange } from './textRange';
import type { Heading, Named, Opaque, Unclosed } from './tree';

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
    const line = this.classifier.classify(first);
    const block = line.kind === 'statement' ? this.statements.parse(line, line.header as Header) : this.other(line);
    const lineCount = block instanceof GreenStatement ? block.lineCount : block.lastLine + 1;
    this.line = first + lineCount;
    for (let number = first; number < this.line; number++) this.classifier.release(number);
    const start = this.lines.start(first);
    if (!(block instanceof GreenStatement)) return greenOther(block, this.enclosedIn(block, start, continuesComment));
    block.enclosed = this.enclosedIn(block, start, continuesComment);
    block.isWordless = this.isWordless(block, start);
    return block;
  }

  private other(line: Line): OtherBlock {
    const { kind, number } = line;
    switch (kind) {
      case 'heading':
        return { kind, ...(line.heading as Pick<Heading, 'level' | 'title'>), ...this.range(number, number) };
      case 'speakerHeading':
        return { kind, speaker: line.speaker as Named, ...this.range(number, number) };
      case 'code':
      case 'comment':
        return { kind, ...this.range(number, line.lastLine) };
      case 'quotation': {
        const pieces: TextRange[] = [];
        return { kind, pieces, ...this.range(number, this.lastOf(kind, number, pieces)) };
      }
      case 'blank':
        return { kind, ...this.range(number, this.lastOf(kind, number)) };
      case 'rule':
        return { kind, ...this.range(number, number) };
      default: {
        const pieces: TextRange[] = [];
        return { kind: 'prose', pieces, ...this.range(number, this.lastOf('text', number, pieces)) };
      }
    }
  }

  /**
   * The last of the lines of one kind from `first` on.
   * @param pieces is given the words of each, counted from the first line's start
   */
  private lastOf(kind: LineKind, first: number, pieces?: TextRange[]): number {
    const base = this.lines.start(first);
    let number = first;
    for (; number < this.lines.count; number++) {
      const line = this.classifier.classify(number);
      if (line.kind !== kind) break;
      if (pieces) this.addPiece(line, base, pieces);
      this.classifier.release(number);
    }
    return number - 1;
  }

  private addPiece({ start, end }: Line, base: number, pieces: TextRange[]): void {
    const to = trimmedEnd(this.text, start, end);
    if (to > start) pieces.push({ start: skipBlank(this.text, start, to) - base, end: to - base });
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

  /** What is inside a block that begins at `start`. */
  private enclosedIn(block: OtherBlock | GreenStatement, start: number, continuesComment: boolean): Enclosed {
    const end = start + (block instanceof GreenStatement ? block.length : block.end);
    const comments = this.commentsIn(start, end);
    const hasCode = this.backticks.next(start, end) >= 0;
    const unclosed = this.unclosedIn(start, end);
    if (!hasCode && comments === NONE && unclosed === NONE) return NOTHING_ENCLOSED;
    const opaque = hasCode ? disjoint([...comments, ...this.codeSpansIn(block, start)]) : comments;
    return { opaque, continuesComment, unclosed };
  }

  private commentsIn(start: number, end: number): readonly Opaque[] {
    const first = this.commentBehind(start);
    if (!first || first.start >= end) return NONE;
    const found: Opaque[] = [];
    for (let i = this.comment; ; i++) {
      const next = this.classifier.foundComments[i];
      if (!next || next.start >= end) return found;
      found.push({ kind: 'comment', start: Math.max(next.start - start, 0), end: Math.min(next.end, end) - start });
    }
  }

  private codeSpansIn(block: OtherBlock | GreenStatement, start: number): Opaque[] {
    const pieces = block instanceof GreenStatement ? partsOf(block).flatMap(piecesOfPart) : piecesOf(block);
    const spans = codeSpans(
      this.text,
      pieces.map((piece) => moved(piece, start)),
    );
    return spans.map((span) => ({ kind: 'code', ...moved(span, -start) }));
  }

  private isWordless(statement: GreenStatement, start: number): boolean {
    if (!statement.longParts && statement.enclosed === NOTHING_ENCLOSED)
      return statement.textStart === statement.textEnd;
    const { length, enclosed } = statement;
    const text = this.text.slice(start, start + length);
    // Only comments can leave a text without words.
    return isEmpty({ text, opaque: enclosed.opaque }, { parts: partsOf(statement) });
  }

  private unclosedIn(start: number, end: number): readonly Unclosed[] {
    const { unclosed } = this.classifier;
    if (this.unclosed === unclosed.length) return NONE;
    const found: Unclosed[] = [];
    for (let next = unclosed[this.unclosed]; next && next.start < end; next = unclosed[++this.unclosed]) {
      found.push({ kind: next.kind, ...moved(next, -start) });
    }
    return found.length > 0 ? found : NONE;
  }
}

const NONE: readonly never[] = [];

/** Most blank blocks are one empty line: they can be one block. */
const EMPTY_LINE = new GreenOther({ kind: 'blank', firstLine: 0, lastLine: 0, start: 0, end: 1 });

function greenOther(block: OtherBlock, enclosed: Enclosed): GreenOther {
  const isEmptyLine = block.kind === 'blank' && block.end === 1 && enclosed === NOTHING_ENCLOSED;
  return isEmptyLine ? EMPTY_LINE : new GreenOther(block, enclosed);
}

function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

/** Comments first, then code spans that are not in them, all in order. */
function disjoint(found: Opaque[]): Opaque[] {
  let end = 0;
  return found
    .sort((a, b) => a.start - b.start)
    .filter((range) => {
      const isApart = range.start >= end;
      if (isApart) end = range.end;
      return isApart;
    });
}
