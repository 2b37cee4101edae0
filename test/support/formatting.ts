import type { FormatOptions } from '../../server/src/formatting/style';
import type { TextEdit } from '../../server/src/syntax/textEdit';

/** How a test formats where it does not say otherwise. */
export const PLAIN: FormatOptions = { bullets: 'keep', indent: 2, tabs: false, separate: false };

/**
 * Does to a text what edits say, as an editor would. Throws on edits that no editor would take, and on those that are
 * not in the order of the text.
 */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { range, newText } of edits) {
    if (range.start < done || range.end < range.start || range.end > text.length) {
      throw new RangeError(`an edit of ${range.start} to ${range.end} after ${done}`);
    }
    result += text.slice(done, range.start) + newText;
    done = range.end;
  }
  return result + text.slice(done);
}
