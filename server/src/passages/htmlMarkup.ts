/** What of pasted HTML is no word. */

/**
 * A tag whose attributes have values (`<snip this>` is none), or a character reference. It reads no further than the next
 * `<`, so that a text of many is read once.
 */
const MARKUP =
  /<\/?[a-z][a-z\d-]*(?:\s+[a-z_:@][\w:.-]*\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s<>"'=`]+))*\s*\/?>|&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/iy;

/** Behind the HTML tag or character reference at an offset, or behind the one character where none stands. */
export function markupEnd(text: string, at: number, limit: number): number {
  MARKUP.lastIndex = at;
  const end = MARKUP.test(text) ? MARKUP.lastIndex : at + 1;
  return end > limit ? at + 1 : end;
}
