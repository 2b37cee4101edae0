import { applied } from '../../formatting/edits';
import { lineBreak } from '../../syntax/lineBreak';
import type { TextRange } from '../../syntax/textRange';
import type { Note } from '../../workspace/note';
import type { NoteEdit } from '../noteEdits';
import { indented } from '../refactorings/indentation';
import { byPlace } from '../refactorings/trial';
import { type Branch, columnsAfter, type Run } from './branch';
import type { Destination, Place } from './destination';

/** Where the quotations go that lead up to a moved statement. */
export type Lead = 'along' | 'margin';

/** The lines of the branches as they are to stand, without the last line break. */
export function movedText(
  branches: readonly Branch[],
  { note: to, under }: Destination,
  place: Place,
  edits: readonly NoteEdit[],
  lead: Lead,
): string {
  const newLine = lineBreak(to.text, to.tree.lines);
  const texts = branches.flatMap((branch) => {
    const columns = columnsAfter(branch, place.column, under !== null);
    return branch.runs.map((run, i) => {
      const text = runText(branch, run, columns, edits, lead).replace(/\r\n|[\r\n]/g, newLine);
      // Right below a statement a quotation would be one of its own.
      const isLed = (branch.note.argument.point(run.statements[0] as number)?.introducedBy.length ?? 0) > 0;
      return (i > 0 && isLed) || (i === 0 && (isLed || place.isApart)) ? newLine + text : text;
    });
  });
  return texts.join(newLine);
}

function runText(
  { note }: Branch,
  { firstLine, lastLine, statements }: Run,
  columns: ReadonlyMap<number, number>,
  edits: readonly NoteEdit[],
  lead: Lead,
): string {
  const range = rangeOf(note, firstLine, lastLine);
  const shifted = statements.flatMap((index) => indentation(note, index, columns.get(index) ?? 0, lead));
  const within = edits.filter(
    (edit) => edit.note === note && range.start <= edit.range.start && edit.range.end <= range.end,
  );
  const moved = [...within, ...shifted]
    .map(({ range: { start, end }, newText }) => ({
      range: { start: start - range.start, end: end - range.start },
      newText,
    }))
    .sort(byPlace);
  return applied(note.text.slice(range.start, range.end), moved);
}

/** Brings a statement and the quotations that lead up to it to another column. */
function indentation(note: Note, index: number, column: number, lead: Lead) {
  const point = note.argument.point(index);
  if (!point) return [];
  const { statement, introducedBy } = point;
  const by = column - statement.column;
  const own = indented(note.tree, statement.firstLine, statement.lastLine, (now) => now + by);
  const to = lead === 'along' ? (now: number) => now + by : () => 0;
  const led = introducedBy.flatMap(({ firstLine, lastLine }) => indented(note.tree, firstLine, lastLine, to));
  return [...led, ...own];
}

/** Whole lines without the last line break, and without the byte order mark of a note. */
export function rangeOf({ text, tree: { lines } }: Note, firstLine: number, lastLine: number): TextRange {
  const hasMark = firstLine === 0 && text.startsWith('\ufeff');
  return { start: hasMark ? 1 : lines.start(firstLine), end: lines.end(lastLine) };
}
