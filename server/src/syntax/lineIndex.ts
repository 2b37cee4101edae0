import type { TextRange } from './textRange';

/** A place as line and character, both from 0, the character in UTF-16 units: what LSP calls a position. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Where the lines of a text begin and end. Lines end at LF, CR LF or a lone CR, as LSP has it. */
export class LineIndex {
  private readonly starts: readonly number[];

  /** Cost: one pass over the text. */
  constructor(private readonly text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
    }
    this.starts = starts;
  }

  /** Number of lines; a final line break is followed by one more, empty line. */
  get count(): number {
    return this.starts.length;
  }

  /** Offset of the first character of a line. */
  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Offset after the line's last character, its line break not included. */
  end(line: number): number {
    let end = this.endWithBreak(line);
    const start = this.start(line);
    if (line < this.count - 1) {
      if (end > start && this.text.charCodeAt(end - 1) === LF) end--;
      if (end > start && this.text.charCodeAt(end - 1) === CR) end--;
    }
    return end;
  }

  /** Offset after the line's last character, its line break included. */
  endWithBreak(line: number): number {
    return this.starts[line + 1] ?? this.text.length;
  }

  /** Line that holds an offset. Cost: logarithmic. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  position(offset: number): LinePosition {
    const line = this.lineAt(offset);
    return { line, character: offset - this.start(line) };
  }

  /** Offset of a position; past the line's end it is the line's end, past the last line the text's end. */
  offset(position: LinePosition): number {
    if (position.line >= this.count) return this.text.length;
    return Math.min(this.start(position.line) + position.character, this.end(position.line));
  }

  positions(range: TextRange): { start: LinePosition; end: LinePosition } {
    return { start: this.position(range.start), end: this.position(range.end) };
  }
}

const LF = 10;
const CR = 13;
