import { lineStarts } from '../syntax/lineIndex';
import { lastAtMost } from '../syntax/sorted';

/**
 * A long text of which only some parts are ever looked at again, kept as UTF-8. V8 keeps a text that has a single
 * character beyond Latin-1 at two bytes a character, and most bibliographies have a dash or a quotation mark like that.
 */
export class StoredText {
  private readonly bytes: Uint8Array;
  /** Where each part begins and ends in the bytes, in turn. */
  private readonly places: Int32Array;
  private readonly lineStarts: Int32Array;

  /**
   * @param bounds of the parts that will be asked for, in UTF-16 units, start and end in turn; ordered, disjoint.
   *   Cost: linear in the text
   */
  constructor(text: string, bounds: Int32Array) {
    this.bytes = new TextEncoder().encode(text);
    // As many bytes as units: every character is of ASCII.
    this.places = this.bytes.length === text.length ? bounds : byteOffsets(text, bounds);
    this.lineStarts = lineStarts(text, 0, text.length);
  }

  /** A part of the text. Half a surrogate pair has become U+FFFD. Cost: linear in the part. */
  part(number: number): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      this.bytes.subarray(this.places[2 * number], this.places[2 * number + 1]),
    );
  }

  /** All of it. Half a surrogate pair has become U+FFFD. Cost: linear. */
  whole(): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes);
  }

  /** The line and the UTF-16 unit in it, both from 0, of an offset in the whole text. Cost: logarithmic. */
  position(offset: number): { line: number; character: number } {
    const line = lastAtMost(this.lineStarts, offset);
    return { line, character: offset - (this.lineStarts[line] ?? 0) };
  }
}

/** Offsets in UTF-16 units as offsets in UTF-8. They are ordered. */
function byteOffsets(text: string, offsets: Int32Array): Int32Array {
  const found = new Int32Array(offsets.length);
  let bytes = 0;
  let at = 0;
  offsets.forEach((offset, index) => {
    for (; at < offset; at++) bytes += bytesOf(text, at);
    found[index] = bytes;
  });
  return found;
}

/** Bytes of the character of which a unit is the first; the second half of a pair counts nothing. */
function bytesOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  if (code < 0xd800 || code > 0xdfff) return 3;
  if (code < 0xdc00) return isLow(text.charCodeAt(at + 1)) ? 4 : 3;
  return at > 0 && isHigh(text.charCodeAt(at - 1)) ? 0 : 3;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
