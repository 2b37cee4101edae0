import type { TextRange } from '../../server/src/syntax/textRange';

/** A text written with marks: `‸` for the cursor, `⟦…⟧` around ranges. None of them occurs in real notes. */
export interface Marked {
  /** The text without its marks. */
  readonly text: string;
  /** Where the cursor mark stood; -1 without one. */
  readonly cursor: number;
  /** The marked ranges, in the order of their opening marks; they may nest. */
  readonly ranges: readonly TextRange[];
}

/** Takes the marks out of a text. Throws on a range that is not closed, so that a slip shows at once. */
export function marked(source: string): Marked {
  let text = '';
  let cursor = -1;
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  for (const char of source) {
    if (char === '‸') cursor = text.length;
    else if (char === '⟦') {
      const range = { start: text.length, end: -1 };
      ranges.push(range);
      open.push(range);
    } else if (char === '⟧') {
      const range = open.pop();
      if (!range) throw new Error(`⟧ without ⟦ in ${source}`);
      range.end = text.length;
    } else text += char;
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧ in ${source}`);
  return { text, cursor, ranges };
}

/** Puts range marks into a text: what `marked` takes out. Ranges must nest or be disjoint. */
export function withMarks(text: string, ranges: readonly TextRange[]): string {
  const marks = ranges.flatMap(({ start, end }, order) => [
    { at: start, mark: '⟦', rank: order },
    { at: end, mark: '⟧', rank: -order },
  ]);
  // At one place, closing marks come before opening ones.
  marks.sort((a, b) => a.at - b.at || (a.mark === b.mark ? a.rank - b.rank : a.mark === '⟧' ? -1 : 1));
  let result = '';
  let done = 0;
  for (const { at, mark } of marks) {
    result += text.slice(done, at) + mark;
    done = at;
  }
  return result + text.slice(done);
}
