import { DEEPER, skipBlank, trimmedEnd } from './columns';
import type { LineIndex } from './lineIndex';
import type { Line, LineClassifier, StatementLine } from './lineKinds';
import type { TextRange } from './textRange';
import type { Statement, StatementPart } from './tree';

/** Gathers a statement and the lines that belong to it. */
export class StatementParser {
  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly classifier: LineClassifier,
  ) {}

  /**
   * @param line the statement's header line
   * @returns the statement, its offsets and lines counted from that line
   */
  parse(line: StatementLine): Statement {
    const { header, column, number, content } = line;
    const start = this.lines.start(number);
    const parts = new Parts(this.text, this.lines, number);
    parts.addText(start + header.end, content.end);
    let last = number;
    for (let next = number + 1; next < this.lines.count; ) {
      const candidate = this.classifier.classify(next);
      if (candidate.kind !== 'blank') {
        if (!belongs(candidate, column + DEEPER, next === last + 1)) break;
        last = parts.add(candidate);
      }
      next = Math.max(next, last) + 1;
    }
    return {
      kind: 'statement',
      keyword: header.keyword,
      keywordRange: header.keywordRange,
      column,
      bullet: header.bullet,
      header: { start: content.start - start, end: header.end },
      id: header.id,
      speaker: header.speaker,
      targets: header.targets,
      parts: parts.done(),
      firstLine: 0,
      lastLine: last - number,
      start: 0,
      end: this.lines.endWithBreak(last) - start,
    };
  }
}

/** Whether a line is part of the statement above it. `adjacent`: no blank line in between. */
function belongs(line: Line, limit: number, adjacent: boolean): boolean {
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
  ) {
    this.start = lines.start(firstLine);
  }

  /** Adds a line, or all lines of code or a comment; returns the last line it took. */
  add(line: Line): number {
    if (line.kind === 'code' || line.kind === 'comment') {
      this.latest = null;
      this.parts.push({ kind: line.kind, ...this.range(line.number, line.lastLine) });
      return line.lastLine;
    }
    if (line.kind === 'quotation') this.addQuotation(line.number, line.content);
    else this.addText(line.content.start, line.content.end);
    return line.number;
  }

  addText(from: number, to: number): void {
    const piece = this.piece(from, to);
    if (!piece) return;
    if (this.latest?.kind === 'text') {
      this.latest.pieces.push(piece);
      this.latest.end = piece.end;
    } else {
      this.latest = { kind: 'text', pieces: [piece], start: piece.start, end: piece.end };
      this.parts.push(this.latest);
    }
  }

  private addQuotation(line: number, content: TextRange): void {
    const range = this.range(line, line);
    if (this.latest?.kind === 'quotation' && this.latest.lastLine === range.firstLine - 1) {
      this.latest.lastLine = range.lastLine;
      this.latest.end = range.end;
    } else {
      this.latest = { kind: 'quotation', pieces: [], ...range };
      this.parts.push(this.latest);
    }
    const piece = this.piece(content.start, content.end);
    if (piece) this.latest.pieces.push(piece);
  }

  done(): readonly StatementPart[] {
    return this.parts;
  }

  /** The words between two offsets of the note, counted from the statement's start; null where there are none. */
  private piece(from: number, to: number): TextRange | null {
    const end = trimmedEnd(this.text, { start: from, end: to });
    if (end === from) return null;
    return { start: skipBlank(this.text, from, end) - this.start, end: end - this.start };
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
