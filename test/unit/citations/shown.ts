import { findCitations } from '../../../server/src/citations/findCitations';
import { identify } from '../../../server/src/citations/identify';
import type { Verdict } from '../../../server/src/citations/reference';

/** A verdict in one line: `arxiv 2107.03374 v2`, or `! ` and the reason. */
export function shown(verdict: Verdict): string {
  if ('reason' in verdict) return `! ${verdict.reason}`;
  const { kind, id, version } = verdict.reference;
  return [kind, id, version].filter((part) => part !== null).join(' ');
}

/** What is found in running text: the characters of each range, ` = ` and the verdict. */
export function foundIn(text: string): string[] {
  return findCitations(text).map((found) => `${text.slice(found.range.start, found.range.end)} = ${shown(found)}`);
}

/** What a reference typed on its own is identified as. */
export function identified(input: string): string[] {
  return identify(input).map(shown);
}
