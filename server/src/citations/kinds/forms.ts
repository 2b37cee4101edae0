import { isWordCharacter, matchAt } from '../characters';
import type { Verdict } from '../reference';
import type { WrittenForm } from './kind';

/**
 * The form `PREFIX` and an identifier, as in `PMID: 29618526`. What follows the prefix and does not look like an
 * identifier is prose; what looks like one is judged.
 * @param prefix source of a regular expression, without what may stand between it and the identifier
 * @param body what looks like an identifier, sticky
 */
export function prefixedForm(prefix: string, body: RegExp, judge: (written: string) => Verdict): WrittenForm {
  return {
    start: `${prefix}(?:[ \\t\\u00a0]{0,2}[:#][ \\t\\u00a0]{0,2}|[ \\t\\u00a0]{1,2})`,
    read(text, _start, bodyStart) {
      const written = matchAt(body, text, bodyStart);
      if (written === null) return null;
      const end = bodyStart + written.length;
      return isWordCharacter(text, end) ? null : { end, stop: end, verdict: judge(written) };
    },
  };
}
