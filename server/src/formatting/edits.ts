import type { TextEdit } from '../syntax/textEdit';

/** Gathers edits in the order of the text and leaves out those that would change nothing. */
export class Edits {
  readonly list: TextEdit[] = [];

  constructor(private readonly text: string) {}

  /** Replaces `[start, end)`, which must not lie before what was replaced last. */
  replace(start: number, end: number, newText: string): void {
    if (this.text.slice(start, end) !== newText) this.list.push({ range: { start, end }, newText });
  }
}

/** The text after some edits, which are disjoint and in order. Cost: linear. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { range, newText } of edits) {
    parts.push(text.slice(done, range.start), newText);
    done = range.end;
  }
  return parts.join('') + text.slice(done);
}
