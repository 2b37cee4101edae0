/**
 * Writes a note as the markup would have it: canonical headers, indentation by depth, bullets on request, blank lines
 * where Markdown would join lines. The argument stays as it is, prose is never touched, and what is formatted once is
 * formatted for good.
 */
import { lineBreak } from '../syntax/lineBreak';
import { parse } from '../syntax/parse';
import type { TextEdit } from '../syntax/textEdit';
import type { Block, NoteTree } from '../syntax/tree';
import { applied, Edits } from './edits';
import { columnOf } from './lines';
import { type MayChange, placements } from './placement';
import { sameArgument } from './sameArgument';
import { Separator } from './separation';
import { StatementEditor } from './statementEdits';
import { type FormatOptions, Style } from './style';

/** Lines from 0, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Formats a note.
 * @returns edits in the order of the text, disjoint; UTF-16 offsets. Cost: linear.
 */
export function format(tree: NoteTree, options: FormatOptions): TextEdit[] {
  return unlessItSaysOther(tree, [() => formatUnchecked(tree, options), () => headersOnly(tree, options)]);
}

/**
 * Formats some lines of a note and touches no other. Branches that stand in them as a whole are indented anew; of others
 * only the headers are tidied.
 */
export function formatLines(tree: NoteTree, { first, last }: LineRange, options: FormatOptions): TextEdit[] {
  const mayChange: MayChange = (from, to) => first <= from && to <= last;
  return unlessItSaysOther(tree, [
    () => formatUnchecked(tree, options, mayChange),
    () => headersOnly(tree, options, mayChange),
  ]);
}

/**
 * The first edits that leave the argument as it is. By construction the very first do; this looks once more, since
 * nobody looks through the whole of a note that a command has rewritten.
 */
function unlessItSaysOther(tree: NoteTree, ways: readonly (() => TextEdit[])[]): TextEdit[] {
  for (const way of ways) {
    const edits = way();
    if (edits.length === 0 || sameArgument(tree, parse(applied(tree.text, edits)))) return edits;
  }
  return [];
}

function headersOnly(tree: NoteTree, options: FormatOptions, mayChange: MayChange = () => true): TextEdit[] {
  const edits = new Edits(tree.text);
  const editor = new StatementEditor(tree, new Style(options), edits);
  for (const block of tree.blocks) {
    if (block.kind !== 'statement' || !mayChange(block.firstLine, block.firstLine)) continue;
    editor.edit(block, { column: block.column, mayMove: false });
  }
  return edits.list;
}

/** What `format` and `formatLines` do, without a second look at what comes of it. */
export function formatUnchecked(tree: NoteTree, options: FormatOptions, mayChange: MayChange = () => true): TextEdit[] {
  const style = new Style(options);
  const placed = placements(tree, style, mayChange);
  const edits = new Edits(tree.text);
  const editor = new StatementEditor(tree, style, edits);
  const separator = new Separator(tree, style);
  for (const block of tree.blocks) {
    const placement = block.kind === 'statement' ? placed.get(block) : undefined;
    const isJoined = separator.isJoined(block, placement?.column ?? columnOf(tree, block.firstLine));
    if (isJoined && style.separates && mayChange(block.firstLine - 1, block.firstLine)) {
      edits.replace(block.start, block.start, separatingBreak(tree, block));
    }
    if (block.kind === 'statement' && placement && mayChange(block.firstLine, block.firstLine)) {
      editor.edit(block, placement);
    }
  }
  return edits.list;
}

/** The line break of a note, but for a LF behind a lone CR, which would make one break of the two. */
function separatingBreak({ text, lines }: NoteTree, { start }: Block): string {
  const usual = lineBreak(text, lines);
  return usual === '\n' && text[start - 1] === '\r' ? '\r' : usual;
}
