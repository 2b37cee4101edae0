/**
 * How well a text fits what somebody has typed to find it: the letters of the query must come in it in their order.
 * Letters at the beginnings of words and right behind each other count more. Case does not count.
 * @param query in lower case, without white space
 * @param text in lower case
 * @returns null where it does not fit; the more, the better otherwise. Cost: linear in the text
 */
export function fuzzyScore(query: string, text: string): number | null {
  if (query === '') return 0;
  const whole = text.indexOf(query);
  if (whole >= 0) return WHOLE + (isWordStart(text, whole) ? WORD : 0) + (whole === 0 ? FIRST : 0) - length(text);
  let score = 0;
  let at = -1;
  for (let i = 0; i < query.length; i++) {
    const next = text.indexOf(query[i] as string, at + 1);
    if (next < 0) return null;
    if (next === at + 1) score += 2;
    if (isWordStart(text, next)) score += 3;
    at = next;
  }
  // Letters strewn over a sentence fit anything.
  return score < query.length * 2 ? null : score - length(text);
}

const WHOLE = 1000;
const WORD = 300;
const FIRST = 300;

/** Of two that fit alike, the shorter is meant. */
function length(text: string): number {
  return Math.min(text.length, 500) / 1000;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] as string);
}
