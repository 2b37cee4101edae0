import { trimmedEnd } from './characters';
import { ALL_KINDS } from './pages';
import type { Verdict } from './reference';
import { searchTyped } from './search';

/**
 * Identifies what somebody typed where a reference is expected: the reference of a `cite:` line, an argument of the
 * command line. Here an identifier counts without a prefix (`2107.03374`, `[[2107.03374|Chen 2021]]`), and a near miss
 * is refused with its reason. Several references give as many results, in order; an input without any gives one
 * refusal, so the result is never empty. Cost: linear in the length of the input.
 */
export function identify(input: string): Verdict[] {
  const verdicts = input.split(/;\s/).flatMap(identifyPart);
  return verdicts.length > 0 ? verdicts : [{ reason: 'no reference recognised' }];
}

function identifyPart(part: string): Verdict[] {
  const found = searchTyped(part);
  if (found.length > 0) return found.map(({ range: _range, ...verdict }) => verdict);
  const alone = unwrapped(part);
  for (const kind of ALL_KINDS) {
    const verdict = kind.judgeAlone?.(alone);
    if (verdict) return [verdict];
  }
  return [];
}

/** What stands in a wiki link (before its alias), in brackets or in quotation marks, without them. */
function unwrapped(part: string): string {
  const [, target] = /^\s*\[\[([^\]|]*)(?:\|[^\]]*)?\]\]\s*$/.exec(part) ?? [];
  const inner = (target ?? part).replace(/^[\s<([{"'“‘]+/, '');
  return inner.slice(0, trimmedEnd(inner, 0, inner.length, WRAPPING));
}

const WRAPPING = new Set(' \t\r\n>)]}"\'”’.,;:!?…');
