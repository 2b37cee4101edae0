import type { TextRange } from './textRange';

/**
 * Code spans, as in CommonMark 6.1: a run of backticks up to the next run of the same length. A span never crosses a
 * piece: in a paste where each line is a paragraph, one stray backtick must not swallow the next hundred lines.
 * @returns the spans with their backticks, in order. Cost: linear.
 */
export function codeSpans(text: string, pieces: readonly TextRange[]): TextRange[] {
  const spans: TextRange[] = [];
  for (const piece of pieces) {
    const runs = backtickRuns(text, piece);
    if (runs.length > 1) addSpans(runs, spans);
  }
  return spans;
}

function backtickRuns(text: string, piece: TextRange): TextRange[] {
  const runs: TextRange[] = [];
  for (let at = piece.start; at < piece.end; at++) {
    if (text.charCodeAt(at) !== BACKTICK) continue;
    const start = at;
    while (at < piece.end && text.charCodeAt(at) === BACKTICK) at++;
    runs.push({ start, end: at });
  }
  return runs;
}

function addSpans(runs: readonly TextRange[], spans: TextRange[]): void {
  const nextOfSameLength: (number | undefined)[] = [];
  const latest = new Map<number, number>();
  for (let i = runs.length - 1; i >= 0; i--) {
    const length = lengthOf(runs[i] as TextRange);
    nextOfSameLength[i] = latest.get(length);
    latest.set(length, i);
  }
  for (let i = 0; i < runs.length; i++) {
    const close = nextOfSameLength[i];
    if (close === undefined) continue;
    spans.push({ start: (runs[i] as TextRange).start, end: (runs[close] as TextRange).end });
    i = close;
  }
}

function lengthOf(range: TextRange): number {
  return range.end - range.start;
}

const BACKTICK = 96;
