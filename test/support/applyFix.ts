import type { Fix } from '../../server/src/rules/rule';

/**
 * Does to a text what a quick fix says, as an editor would: all edits at once, by the offsets before any of them.
 * Throws on edits that no editor would take: outside the text, or overlapping.
 * @returns the new text with `‸` where the fix leaves the cursor, if it says so
 */
export function applyFix(text: string, fix: Fix): string {
  const edits = [...fix.edits].sort((a, b) => a.range.start - b.range.start);
  let result = '';
  let done = 0;
  for (const { range, newText, cursor } of edits) {
    if (range.start < done || range.end < range.start || range.end > text.length) {
      throw new RangeError(`the fix “${fix.title}” edits ${range.start} to ${range.end} after ${done}`);
    }
    const written = cursor === undefined ? newText : `${newText.slice(0, cursor)}‸${newText.slice(cursor)}`;
    result += text.slice(done, range.start) + written;
    done = range.end;
  }
  return result + text.slice(done);
}
