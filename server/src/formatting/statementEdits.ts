import { columnAfter, DEEPER, skipBlank, TAB, trimmedEnd } from '../syntax/columns';
import { firstOpaque } from '../syntax/pieces';
import type { NoteTree, Statement } from '../syntax/tree';
import type { Edits } from './edits';
import { editAttributes } from './headerEdits';
import { beginsInComment, columnOf, partsBreaks } from './lines';
import type { Placement } from './placement';
import type { Style } from './style';

/** Lines of a statement that move as one: one line, or a block of code or a comment. Lines count from 0. */
interface Unit {
  readonly kind: 'text' | 'quotation' | 'code' | 'comment';
  readonly firstLine: number;
  readonly lastLine: number;
  /** Display column of the first line; null where that begins in a comment, whose white space stays. */
  readonly column: number | null;
}

/** Writes one statement anew, with all that belongs to it. */
export class StatementEditor {
  constructor(
    private readonly tree: NoteTree,
    private readonly style: Style,
    private readonly edits: Edits,
  ) {}

  /** Adds the edits of a statement. Cost: its length. */
  edit(statement: Statement, placement: Placement): void {
    const units = placement.mayMove ? this.unitsOf(statement) : [];
    this.editHeaderLine(statement, placement, units[0]);
    if (placement.mayMove) this.editBody(statement, placement, units);
  }

  private editHeaderLine(statement: Statement, { column, mayMove }: Placement, next: Unit | undefined): void {
    const { edits, style } = this;
    const { text, lines } = this.tree;
    const { header, keywordRange, firstLine } = statement;
    if (mayMove) {
      edits.replace(this.indentationStart(firstLine), header.start, style.whiteSpace(column));
      edits.replace(header.start, keywordRange.start, style.bullet(text, statement));
    }
    editAttributes(text, statement, edits);
    const end = lines.end(firstLine);
    const words = skipBlank(text, header.end, end);
    edits.replace(header.end, words, words < end ? ' ' : '');
    if (words < end) this.trim(firstLine, next);
  }

  private editBody(statement: Statement, { column }: Placement, units: readonly Unit[]): void {
    const { style } = this;
    const limit = statement.column + DEEPER;
    const indented = units.flatMap((unit) => (unit.column !== null && unit.column >= limit ? unit.column : []));
    const leftmost = indented.reduce((least, unit) => Math.min(least, unit), Number.POSITIVE_INFINITY);
    const words = column + style.words(statement);
    // A quotation right below may stand as far to the left as its statement; Markdown wants it under a bullet.
    const outside = style.hasBullet(statement) ? words : column;
    let line = statement.firstLine + 1;
    units.forEach((unit, i) => {
      this.trimBlankLines(line, unit.firstLine);
      if (unit.column !== null) {
        const to = unit.column < limit ? outside : unit.column - leftmost + words;
        this.move(unit, unit.column, to);
      }
      if (unit.kind === 'text') this.trim(unit.firstLine, units[i + 1]);
      line = unit.lastLine + 1;
    });
  }

  private unitsOf(statement: Statement): Unit[] {
    const { lines } = this.tree;
    const units: Unit[] = [];
    const add = (kind: Unit['kind'], firstLine: number, lastLine: number) =>
      units.push({ kind, firstLine, lastLine, column: this.columnOf(firstLine) });
    for (const part of statement.parts) {
      if (part.kind === 'text') {
        for (const piece of part.pieces) {
          const line = lines.lineAt(piece.start);
          if (line > statement.firstLine) add('text', line, line);
        }
      } else if (part.kind === 'quotation') {
        for (let line = part.firstLine; line <= part.lastLine; line++) add('quotation', line, line);
      } else add(part.kind, part.firstLine, part.lastLine);
    }
    return units;
  }

  private columnOf(line: number): number | null {
    return beginsInComment(this.tree, line) ? null : columnOf(this.tree, line);
  }

  /** Moves lines from column to column, those of code as they stand to its first, but none further to the left. */
  private move({ firstLine, lastLine }: Unit, from: number, to: number): void {
    const { text, lines } = this.tree;
    const start = this.indentationStart(firstLine);
    this.edits.replace(start, skipBlank(text, start, lines.end(firstLine)), this.style.whiteSpace(to));
    for (let line = firstLine + 1; line <= lastLine; line++) this.moveFurtherLine(line, from, to);
  }

  /** Takes away the white space up to one column, and puts white space up to another in its place. */
  private moveFurtherLine(line: number, from: number, to: number): void {
    const { text, lines } = this.tree;
    const start = lines.start(line);
    let offset = skipBlank(text, start, lines.end(line));
    if (offset === lines.end(line)) return;
    let column = columnAfter(text, start, offset);
    if (from === to && column >= from) return;
    if (column > from) ({ offset, column } = reach(text, start, offset, from));
    this.edits.replace(start, offset, this.style.whiteSpace(to + Math.max(0, column - from)));
  }

  /** Takes the white space off the end of a line of text; of two spaces, Markdown makes a line break in a paragraph. */
  private trim(line: number, next: Unit | undefined): void {
    const { text, lines } = this.tree;
    const end = lines.end(line);
    const start = trimmedEnd(text, lines.start(line), end);
    const isBreak = /^ {2,}$/.test(text.slice(start, end)) && next?.kind === 'text' && next.firstLine === line + 1;
    if (!isBreak && !firstOpaque(this.tree, start, end)) this.edits.replace(start, end, '');
  }

  private trimBlankLines(from: number, to: number): void {
    const { lines } = this.tree;
    for (let line = from; line < to; line++) {
      if (!partsBreaks(this.tree, line)) this.edits.replace(lines.start(line), lines.end(line), '');
    }
  }

  /** Offset at which the white space in front of a line begins: behind a byte order mark. */
  private indentationStart(line: number): number {
    const start = this.tree.lines.start(line);
    return start === 0 && this.tree.text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start;
  }
}

/** The first offset at or behind a column, in white space that reaches further. */
function reach(text: string, start: number, end: number, column: number): { offset: number; column: number } {
  let at = 0;
  let offset = start;
  for (; at < column && offset < end; offset++) at += text[offset] === '\t' ? TAB - (at % TAB) : 1;
  return { offset, column: at };
}

const BYTE_ORDER_MARK = 0xfeff;
