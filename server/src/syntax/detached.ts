/**
 * The same text, but not as a view of a longer one. V8 keeps the whole text of which a part was taken alive with the
 * part: names that are shared by the versions of a note would keep every version.
 */
export function detached(part: string): string {
  // Up to this length V8 copies.
  if (part.length < 13) return part;
  return ` ${part}`.slice(1);
}

/**
 * The same text in as little memory as it can be kept in, for what is kept by the thousand. V8 gives two bytes to every
 * character of a text that was made from one with a character beyond Latin-1, and keeps the pieces of one that was put
 * together. Half a surrogate pair becomes U+FFFD. Cost: linear, and more than that of `detached`.
 */
export function compact(text: string): string {
  return DECODER.decode(ENCODER.encode(text));
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
