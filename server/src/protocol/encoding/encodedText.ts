import type { Position } from 'vscode-languageserver';
import { type CharacterUnit, LineUnits } from './lineUnits';

/** Where lines begin and end, as offsets; the end without the line break. */
export interface LinesOf {
  readonly count: number;
  start(line: number): number;
  end(line: number): number;
}

/**
 * A text whose positions a client counts in a unit of its own. Only the lines that are asked about are looked at, each
 * once, so that all positions of an answer cost no more than the lines they are in.
 */
export class EncodedText {
  /** Null for lines that are all ASCII: in those all units are the same. */
  private readonly known = new Map<number, LineUnits | null>();

  constructor(
    private readonly text: string,
    private readonly lines: LinesOf,
    private readonly unit: Exclude<CharacterUnit, 'utf-16'>,
  ) {}

  /** A position with UTF-16 characters as one with the client's. */
  toClient({ line, character }: Position): Position {
    return { line, character: this.unitsOf(line)?.fromUtf16(character) ?? character };
  }

  /** A position of the client as one with UTF-16 characters. */
  fromClient({ line, character }: Position): Position {
    return { line, character: this.unitsOf(line)?.toUtf16(character) ?? character };
  }

  private unitsOf(line: number): LineUnits | null {
    let units = this.known.get(line);
    if (units === undefined) {
      units = this.read(line);
      this.known.set(line, units);
    }
    return units;
  }

  private read(line: number): LineUnits | null {
    if (line < 0 || line >= this.lines.count) return null;
    const start = this.lines.start(line);
    const end = this.lines.end(line);
    for (let at = start; at < end; at++) {
      if (this.text.charCodeAt(at) > 0x7f) return new LineUnits(this.text, start, end, this.unit);
    }
    return null;
  }
}
