import { lastAtMost } from '../../syntax/sorted';

/** How LSP counts characters within a line. */
export type CharacterUnit = 'utf-8' | 'utf-16' | 'utf-32';

/** UTF-16 units between two counts that are kept: what one conversion has to count at most. */
const STEP = 64;

/**
 * The characters of one line, which is not all ASCII, in another unit than UTF-16. Half of a surrogate pair is where the
 * pair begins. A surrogate alone is what a client makes of it that writes it down: U+FFFD, three bytes.
 */
export class LineUnits {
  /** Units in front of every `STEP`th character. */
  private readonly counts: Uint32Array;

  /** @param start of the line in the text, as offset. @param end its end, line break not included. Cost: the line */
  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
    private readonly unit: 'utf-8' | 'utf-32',
  ) {
    this.counts = new Uint32Array(Math.floor((end - start) / STEP) + 1);
    let count = 0;
    for (let at = start; at < end; at++) {
      if ((at - start) % STEP === 0) this.counts[(at - start) / STEP] = count;
      count += this.unitsAt(at);
    }
    if ((end - start) % STEP === 0) this.counts[(end - start) / STEP] = count;
  }

  /** Units in front of a UTF-16 character of the line; past the line's end it is the line's end. */
  fromUtf16(character: number): number {
    const to = this.start + Math.min(Math.max(character, 0), this.end - this.start);
    const step = Math.floor((to - this.start) / STEP);
    let count = this.counts[step] as number;
    for (let at = this.start + step * STEP; at < to; at++) count += this.unitsAt(at);
    return count;
  }

  /** The UTF-16 character with so many units in front; within a code point it is where that begins. */
  toUtf16(units: number): number {
    const step = this.lastStepWithin(units);
    let at = this.start + step * STEP;
    let left = units - (this.counts[step] as number);
    for (; at < this.end; at++) {
      left -= this.unitsAt(at);
      if (left < 0) break;
    }
    // The first half of a pair has no units, so that it has been passed.
    return (at < this.end && isSecondHalf(this.text, at, this.start) ? at - 1 : at) - this.start;
  }

  /** Cost: logarithmic. */
  private lastStepWithin(units: number): number {
    return lastAtMost(this.counts, units);
  }

  /** What a UTF-16 unit adds: a pair counts at its second half, so that a place within it is where it begins. */
  private unitsAt(at: number): number {
    const code = this.text.charCodeAt(at);
    if (code < 0x80) return 1;
    const isBytes = this.unit === 'utf-8';
    if (code < 0x800) return isBytes ? 2 : 1;
    if (isFirst(code) && at + 1 < this.end && isSecond(this.text.charCodeAt(at + 1))) return 0;
    if (isSecondHalf(this.text, at, this.start)) return isBytes ? 4 : 1;
    return isBytes ? 3 : 1;
  }
}

function isFirst(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isSecond(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** Whether a character of a line that begins at `start` ends a surrogate pair. */
function isSecondHalf(text: string, at: number, start: number): boolean {
  return isSecond(text.charCodeAt(at)) && at > start && isFirst(text.charCodeAt(at - 1));
}
