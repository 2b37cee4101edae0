import { trimmedEnd } from '../../syntax/columns';
import { lineBreak } from '../../syntax/lineBreak';
import type { TextRange } from '../../syntax/textRange';
import type { Note } from '../../workspace/note';
import type { NoteEdit } from '../noteEdits';
import type { Branch, Run } from './branch';
import type { Place } from './destination';
import { rangeOf } from './movedText';

/** What is left where lines have gone: one blank line less, nothing, or a blank line. */
export type Trace = 'tidy' | 'plain' | 'blank';

/**
 * Edits that take the lines of branches away and put their text elsewhere. They are disjoint.
 * @param moved the text, without the last line break
 */
export function moveEdits(
  branches: readonly Branch[],
  to: Note,
  place: Place,
  moved: string,
  trace: Trace,
): NoteEdit[] {
  const edits: NoteEdit[] = [];
  let isPut = false;
  for (const note of new Set(branches.map((branch) => branch.note))) {
    let end = 0;
    for (const span of spansOf(branches.filter((branch) => branch.note === note))) {
      const isInPlace = note === to && span.firstLine === place.behindLine + 1;
      isPut ||= isInPlace;
      const range = isInPlace ? rangeOf(note, span.firstLine, span.lastLine) : takenOut(note, span, trace);
      edits.push({ note, range: { ...range, start: Math.max(range.start, end) }, newText: isInPlace ? moved : '' });
      end = range.end;
    }
  }
  if (!isPut) edits.push(insertion(to, place, moved));
  return edits;
}

type Span = Pick<Run, 'firstLine' | 'lastLine'>;

/** The lines that go, in order; those that follow each other as one. */
function spansOf(branches: readonly Branch[]): Span[] {
  const spans: { firstLine: number; lastLine: number }[] = [];
  for (const { firstLine, lastLine } of branches.flatMap(({ runs }) => runs)) {
    const before = spans.at(-1);
    if (before && before.lastLine === firstLine - 1) before.lastLine = lastLine;
    else spans.push({ firstLine, lastLine });
  }
  return spans;
}

function insertion(note: Note, { behindLine, isApart }: Place, moved: string): NoteEdit {
  const { text, tree } = note;
  const { lines } = tree;
  const newLine = lineBreak(text, lines);
  if (behindLine < 0) {
    const at = text.startsWith('\ufeff') ? 1 : 0;
    const own = moved.startsWith(newLine) ? moved.slice(newLine.length) : moved;
    return { note, range: { start: at, end: at }, newText: text.length > at ? own + newLine : own };
  }
  const at = lines.endWithBreak(behindLine);
  // At the end of a note without a final line break there is no line to go in front of.
  if (at === lines.end(behindLine)) return { note, range: { start: at, end: at }, newText: newLine + moved };
  const isCrowded = isApart && at < text.length && !isBlankLine(note, behindLine + 1);
  return { note, range: { start: at, end: at }, newText: moved + (isCrowded ? newLine + newLine : newLine) };
}

function takenOut(note: Note, { firstLine, lastLine }: Span, trace: Trace): TextRange {
  const { lines } = note.tree;
  const { start, end } = rangeOf(note, firstLine, lastLine);
  const endWithBreak = lines.endWithBreak(lastLine);
  if (trace === 'blank') return { start, end };
  // The last line of a note without a final line break leaves none either.
  if (endWithBreak === end && firstLine > 0) return { start: lines.end(firstLine - 1), end };
  const isBetweenBlanks = isBlankLine(note, firstLine - 1) && isBlankLine(note, lastLine + 1);
  return { start, end: trace === 'tidy' && isBetweenBlanks ? lines.endWithBreak(lastLine + 1) : endWithBreak };
}

/** Whether a line is blank, or none of the note. */
function isBlankLine({ text, tree: { lines } }: Note, line: number): boolean {
  if (line < 0) return true;
  return line < lines.count && trimmedEnd(text, lines.start(line), lines.end(line)) === lines.start(line);
}
