/** A text read from bytes. */
export interface Decoded {
  /** Without a byte order mark, as editors show it. */
  readonly text: string;
  /** UTF-16 offset of the first replacement character that stands for invalid bytes; null when all were valid. */
  readonly firstInvalid: number | null;
}

/** Decodes UTF-8 (WHATWG Encoding). Bytes that are no UTF-8 become U+FFFD; it never throws for any bytes. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), firstInvalid: null };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const text = new TextDecoder('utf-8').decode(bytes);
    return { text, firstInvalid: firstReplacement(text, bytes) };
  }
}

/** A file may hold replacement characters of its own, so each is compared with the bytes it was read from. */
function firstReplacement(text: string, bytes: Uint8Array): number {
  let at = isReadFrom(bytes, 0, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  let offset = 0;
  for (const char of text) {
    if (char === '\ufffd' && !isReadFrom(bytes, at, [0xef, 0xbf, 0xbd])) break;
    at += utf8Length(char.codePointAt(0) ?? 0);
    offset += char.length;
  }
  return offset;
}

function isReadFrom(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  return expected.every((byte, i) => bytes[at + i] === byte);
}

/** Bytes that UTF-8 takes for a code point (RFC 3629, section 3). */
function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
