/** Small questions about characters and strings that every kind of reference asks. Offsets are UTF-16 offsets. */

/**
 * True when a letter or digit stands at `offset`, so that what ends or begins there is part of a longer word. Scripts
 * without letter case do not count: they are written without spaces (Chinese), or attach prefixes (Hebrew).
 */
export function isWordCharacter(text: string, offset: number): boolean {
  return offset >= 0 && offset < text.length && WORD_CHARACTER.test(text.charAt(offset));
}

const WORD_CHARACTER = /[\p{Lu}\p{Ll}\p{Lt}\p{Nd}]/u;

/** What the expression, which must be sticky, matches at exactly `offset`; null when it does not. */
export function matchAt(sticky: RegExp, text: string, offset: number): string | null {
  sticky.lastIndex = offset;
  return sticky.exec(text)?.[0] ?? null;
}

/** Percent-decodes once. A text with a malformed escape is returned as it is. */
export function decodeOnce(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** The path of a page, percent-decoded, cut at its slashes; empty parts are left out. */
export function pathOf(page: URL): string[] {
  return page.pathname.split('/').filter(Boolean).map(decodeOnce);
}

/** The end of `text` from `start` to `end` when the characters of the set are taken off its end. */
export function trimmedEnd(text: string, start: number, end: number, characters: ReadonlySet<string>): number {
  // A loop, since a regular expression that ends in `+$` takes quadratic time.
  let last = end;
  while (last > start && characters.has(text.charAt(last - 1))) last--;
  return last;
}
