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
    return { text, firstInvalid: Math.max(0, text.indexOf('\ufffd')) };
  }
}
