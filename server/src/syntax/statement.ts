import { DEEPER, skipBlank, trimmedEnd } from './columns';
import { GreenStatement } from './green';
import type { Header } from './header';
import type { LineIndex } from './lineIndex';
import type { Line, LineClassifier } from './lineKinds';
import type { TextRange } from './textRange';
import type { StatementPart } from './tree';

/** Gathers a statement and the lines that belong to it. */
export class StatementParser {
  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly classifier: LineClassifier,
  ) {}

  /** @param line the statement's header line */
  parse({ column, number, end }: Line, header: Header): GreenStatement {
    const { text, lines } = this;
    const start = lines.start(number);
    const textEnd = trimmedEnd(text, start + header.end, end);
    const textStart = skipBlank(text, start + header.end, textEnd);
    const statement = new GreenStatement(header, column, textStart - start, textEnd - start);
    let parts: Parts | undefined;
    let last = number;
    for (let next = number + 1; next < lines.count; ) {
      const line = this.classifier.classify(next);
      if (line.kind !== 'blank') {
        if (!belongs(line, column + DEEPER, next === last + 1)) break;
        parts ??= new Parts(text, lines, number, statement);
        last = parts.add(line);
        this.classifier.release(next);
      }
      next = Math.max(next, last) + 1;
    }
    statement.length = lines.endWithBreak(last) - start;
    statement.lineCount = last + 1 - number;
    if (parts) statement.longParts = parts.done();
    return statement;
  }
}

/** Whether a line is part of the statement above it. `adjacent`: no blank line in between. */
export function belongs(line: Line, limit: number, adjacent: boolean): boolean {
  const deeper = line.column >= limit;
  switch (line.kind) {
    case 'statement':
    case 'rule':
    case 'blank':
      return false;
    case 'quotation':
      return deeper || adjacent;
    case 'text':
    case 'comment':
      return deeper || (line.continuesComment && adjacent);
    case 'heading':
    case 'speakerHeading':
    case 'code':
      return deeper;
  }
}

/** A part that can still grow. */
interface OpenText {
  readonly kind: 'text';
  readonly pieces: TextRange[];
  readonly start: number;
  end: number;
}

interface OpenQuotation {
  readonly kind: 'quotation';
  readonly pieces: TextRange[];
  readonly firstLine: number;
  lastLine: number;
  readonly start: number;
  end: number;
}

/** Joins neighbouring lines of one kind into parts. Offsets and lines that go out count from the statement's start. */
class Parts {
  private readonly parts: (StatementPart | OpenText | OpenQuotation)[] = [];
  private readonly start: number;
  private latest: OpenText | OpenQuotation | null = null;

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly firstLine: number,
    { textStart, textEnd }: GreenStatement,
  ) {
    this.start = lines.start(firstLine);
    if (textEnd > textStart) this.addText({ start: textStart, end: textEnd });
  }

  /** Adds a line, or all lines of code or a comment; returns the last line it took. */
  add(line: Line): number {
    if (line.kind === 'code' || line.kind === 'comment') {
      this.latest = null;
      this.parts.push({ kind: line.kind, ...this.range(line.number, line.lastLine) });
      return line.lastLine;
    }
    const piece = this.piece(line);
    if (line.kind === 'quotation') this.addQuotation(line.number, piece);
    else if (piece) this.addText(piece);
    return line.number;
  }

  private addText(piece: TextRange): void {
    if (this.latest?.kind === 'text') {
      this.latest.pieces.push(piece);
      this.latest.end = piece.end;
    } else {
      this.latest = { kind: 'text', pieces: [piece], start: piece.start, end: piece.end };
      this.parts.push(this.latest);
    }
  }

  private addQuotation(line: number, piece: TextRange | null): void {
    const range = this.range(line, line);
    if (this.latest?.kind === 'quotation' && this.latest.lastLine === range.firstLine - 1) {
      this.latest.lastLine = range.lastLine;
      this.latest.end = range.end;
    } else {
      this.latest = { kind: 'quotation', pieces: [], ...range };
      this.parts.push(this.latest);
    }
    if (piece) this.latest.pieces.push(piece);
  }

  done(): readonly StatementPart[] {
    return this.parts;
  }

  /** The words of a line, counted from the statement's start; null where there are none. */
  private piece(line: Line): TextRange | null {
    const end = trimmedEnd(this.text, line.start, line.end);
    if (end === line.start) return null;
    return { start: skipBlank(this.text, line.start, end) - this.start, end: end - this.start };
  }

  private range(firstLine: number, lastLine: number) {
    const { start, lines } = this;
    return {
      firstLine: firstLine - this.firstLine,
      lastLine: lastLine - this.firstLine,
      start: lines.start(firstLine) - start,
      end: lines.endWithBreak(lastLine) - start,
    };
  }
}
