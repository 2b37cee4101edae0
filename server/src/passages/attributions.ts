/** The lines that mail programs put above what they quote. */
import type { TextRange } from '../syntax/textRange';

/**
 * Such as `On 6 Jan 2025 at 10:12 Ada <ada@example.org> wrote:`: with an address or the time of day, they differ from each
 * other in little else, and are nobody's words. German and the Scandinavian languages name the writer behind the verb.
 */
const ATTRIBUTION =
  /^[>\s]*(?:On|Am|Le|El|Il|Em|Op|Den)\s(?=.*(?:@|\d[:.h]\d\d)).*\s(?:wrote|(?:schrieb|skrev)(?: [^:]+)?|a écrit|escribió|ha scritto|escreveu|schreef)\s*:$/s;

const LONGEST = 240;

const COLON = 58;

/**
 * The lines of a paragraph but for attributions, each of which takes one line or two.
 * @param shift what the lines count from
 * @returns the lines themselves where none is one. Cost: their number, and the length of those that end with a colon
 */
export function withoutAttributions(text: string, shift: number, lines: readonly TextRange[]): readonly TextRange[] {
  const endsWithColon = ({ end }: TextRange) => text.charCodeAt(shift + end - 1) === COLON;
  if (!lines.some(endsWithColon)) return lines;
  const isAttribution = ({ start }: TextRange, { end }: TextRange) =>
    end - start <= LONGEST && ATTRIBUTION.test(text.slice(shift + start, shift + end));
  const kept: TextRange[] = [];
  for (const line of lines) {
    const before = kept.at(-1);
    if (!endsWithColon(line)) kept.push(line);
    else if (isAttribution(line, line)) continue;
    else if (before && isAttribution(before, line)) kept.pop();
    else kept.push(line);
  }
  return kept;
}
