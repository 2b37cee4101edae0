import type { Point } from '../argument/argument';
import { DEEPER, TAB } from '../syntax/columns';
import { lineBreak } from '../syntax/lineBreak';
import type { TextRange } from '../syntax/textRange';
import type { Note } from './note';

/** An insertion with the place where the writer goes on. */
export interface NewLine {
  readonly range: TextRange;
  readonly newText: string;
  /** Offset in `newText`. */
  readonly cursor: number;
}

/**
 * A new line under a statement, as its first child: indented and bulleted like the children it has, or else like the
 * statement, one step deeper.
 * @param header what the line begins with, after indentation and bullet
 */
export function newLineUnder(note: Note, point: Point, header: string): NewLine {
  const { lines, text } = note.tree;
  const { lastLine } = point.statement;
  const line = childIndentation(note, point) + header;
  const at = lines.endWithBreak(lastLine);
  const range = { start: at, end: at };
  // At the end of a note without a final line break there is no line to go in front of.
  if (at === lines.end(lastLine)) {
    const newText = lineBreak(text, lines) + line;
    return { range, newText, cursor: newText.length };
  }
  const ending = lineBreak(text, lines);
  // In front of a line feed, a carriage return would become one line break with it.
  return { range, newText: line + (text[at] === '\n' ? '\n' : ending), cursor: line.length };
}

function childIndentation(note: Note, point: Point): string {
  const next = note.argument.point(point.index + 1);
  const { column } = point.statement;
  if (next?.above === point.index && next.statement.column >= column + DEEPER) return leading(note, next);
  const { bullet } = point.statement;
  const own = leading(note, point);
  if (own.includes('\t')) return own.replace(/(?=[-*+]|$)/, tabsDeeper(column));
  return `${own.slice(0, own.length - (bullet ? bullet.end - bullet.start : 0))}${deeper(note, point, next?.statement.column === column + 1)}`;
}

/** Tabs that lead at least two columns on; right before a tab stop one tab is too little. */
function tabsDeeper(column: number): string {
  return TAB - (column % TAB) < DEEPER ? '\t\t' : '\t';
}

/** @param isCrowded whether the next statement is one column deeper, and must not come to stand beside the new line */
function deeper(note: Note, { statement: { bullet } }: Point, isCrowded: boolean): string {
  // Under a bullet, Markdown wants the child where the words of its parent begin.
  const written = bullet ? note.text.slice(bullet.start, bullet.end) : '';
  return ' '.repeat(Math.max(isCrowded ? DEEPER + 1 : DEEPER, written.length)) + written;
}

/** White space and bullet before a statement's keyword. */
function leading(note: Note, { statement }: Point): string {
  return note.text.slice(note.tree.lines.start(statement.firstLine), statement.keywordRange.start);
}
