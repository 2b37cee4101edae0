import { DEEPER, trimmed } from './columns';
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

  /** @param line the statement's header line */
  parse(line: StatementLine): Statement {
    const { header, column, number, content } = line;
    const parts = new Parts(this.text, this.lines);
    parts.addText({ start: header.end, end: content.end });
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
      header: { start: content.start, end: header.end },
      id: header.id,
      speaker: header.speaker,
      targets: header.targets,
      parts: parts.done(),
      firstLine: number,
      lastLine: last,
      start: this.lines.start(number),
      end: this.lines.endWithBreak(last),
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

/** Joins neighbouring lines of one kind into parts. */
class Parts {
  private readonly parts: StatementPart[] = [];
  /** Pieces of the last part, while it can still grow. */
  private pieces: TextRange[] = [];

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
  ) {}

  /** Adds a line, or all lines of code or a comment; returns the last line it took. */
  add(line: Line): number {
    if (line.kind === 'code' || line.kind === 'comment') {
      this.parts.push({ kind: line.kind, ...this.range(line.number, line.lastLine) });
      return line.lastLine;
    }
    if (line.kind === 'quotation') this.addQuotation(line.number, line.content);
    else this.addText(line.content);
    return line.number;
  }

  addText(content: TextRange): void {
    const piece = trimmed(this.text, content);
    if (piece.start === piece.end) return;
    const previous = this.parts.at(-1);
    if (previous?.kind === 'text') {
      this.pieces.push(piece);
      this.parts[this.parts.length - 1] = { ...previous, end: piece.end };
    } else {
      this.pieces = [piece];
      this.parts.push({ kind: 'text', pieces: this.pieces, ...piece });
    }
  }

  private addQuotation(line: number, content: TextRange): void {
    const previous = this.parts.at(-1);
    const grows = previous?.kind === 'quotation' && previous.lastLine === line - 1 ? previous : null;
    if (!grows) this.pieces = [];
    const piece = trimmed(this.text, content);
    if (piece.end > piece.start) this.pieces.push(piece);
    const range = this.range(grows?.firstLine ?? line, line);
    this.parts.splice(this.parts.length - (grows ? 1 : 0), 1, { kind: 'quotation', pieces: this.pieces, ...range });
  }

  done(): readonly StatementPart[] {
    return this.parts;
  }

  private range(firstLine: number, lastLine: number) {
    return { firstLine, lastLine, start: this.lines.start(firstLine), end: this.lines.endWithBreak(lastLine) };
  }
}
