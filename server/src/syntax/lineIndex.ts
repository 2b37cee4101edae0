import { lastAtMost } from './sorted';
import type { TextChange } from './textChange';
import type { TextRange } from './textRange';

/** A place as line and character, both from 0, the character in UTF-16 units: what LSP calls a position. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Where the lines of a text begin and end. Lines end at LF, CR LF or a lone CR, as LSP has it. */
export class LineIndex {
  /** Cost: one pass over the text, unless the starts are known. */
  constructor(
    private readonly text: string,
    private readonly starts: Int32Array = lineStarts(text, 0, text.length),
  ) {}

  /** The lines of an edited text. Cost: the edit, and moving what stands behind it. */
  edited(text: string, { start, oldEnd, newEnd }: TextChange): LineIndex {
    const touched = this.lineAt(start);
    const moved = this.lineAt(oldEnd) + 1;
    const fresh = lineStarts(text, this.start(touched), newEnd);
    const starts = new Int32Array(touched + fresh.length + this.starts.length - moved);
    starts.set(this.starts.subarray(0, touched));
    starts.set(fresh, touched);
    const shift = newEnd - oldEnd;
    let at = touched + fresh.length;
    for (let line = moved; line < this.starts.length; line++) starts[at++] = (this.starts[line] as number) + shift;
    return new LineIndex(text, starts);
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
    return lastAtMost(this.starts, offset);
  }

  /** Position of an offset; between CR and LF it is the line's end, as no editor has a place behind that. */
  position(offset: number): LinePosition {
    const line = this.lineAt(offset);
    const isInBreak = this.text.charCodeAt(offset) === LF && this.text.charCodeAt(offset - 1) === CR;
    return { line, character: offset - this.start(line) - (isInBreak ? 1 : 0) };
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

/** Where lines begin: `from`, which is the start of a line, and every place up to `to` that a line break ends at. */
export function lineStarts(text: string, from: number, to: number): Int32Array {
  const starts = [from];
  let lineFeed = nextOf(text, '\n', from, to);
  let carriageReturn = nextOf(text, '\r', from, to);
  while (lineFeed >= 0 || carriageReturn >= 0) {
    const lone = carriageReturn >= 0 && (lineFeed < 0 || carriageReturn < lineFeed);
    const at = lone ? carriageReturn : lineFeed;
    if (lone) carriageReturn = nextOf(text, '\r', at + 1, to);
    else lineFeed = nextOf(text, '\n', at + 1, to);
    if (!lone || text.charCodeAt(at + 1) !== LF) starts.push(at + 1);
  }
  return Int32Array.from(starts);
}

/** Like `indexOf`, but -1 where it stands at `to` or behind. */
function nextOf(text: string, char: string, from: number, to: number): number {
  const at = text.indexOf(char, from);
  return at < to ? at : -1;
}
