import { firstWhere } from './sorted';
import type { TextRange } from './textRange';
import type { Block, BlockText, NoteTree, Opaque, Quotation, Statement, StatementPart } from './tree';

/** Every line's words in a block, in order; none for code, comments, rules and front matter. */
export function piecesOf(block: Block): readonly TextRange[] {
  switch (block.kind) {
    case 'statement':
      return block.parts.flatMap(piecesOfPart);
    case 'quotation':
    case 'prose':
      return block.pieces;
    case 'heading':
      return [block.title];
    default:
      return [];
  }
}

/** Every line's words in a part of a statement, in order; none for code and comments. */
export function piecesOfPart(part: StatementPart): readonly TextRange[] {
  return 'pieces' in part ? part.pieces : [];
}

/** The statements of a note, in the order of the text. */
export function statementsOf(tree: NoteTree): Statement[] {
  return tree.blocks.filter((block) => block.kind === 'statement');
}

/**
 * A statement's own words on one line: without quotations, fenced code and comments, white space folded.
 * Cost: the statement's length.
 */
export function statementText(tree: BlockText, { parts }: Pick<Statement, 'parts'>): string {
  const words: string[] = [];
  for (const part of parts) {
    if (part.kind === 'text') for (const piece of part.pieces) words.push(withoutComments(tree, piece));
  }
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** True for a statement that says nothing at all: no words, no quotation, no code. */
export function isEmpty(tree: BlockText, statement: Pick<Statement, 'parts'>): boolean {
  return statement.parts.every(({ kind }) => kind === 'comment' || kind === 'text') && !statementText(tree, statement);
}

/** Where a statement's last words, quotation or code end, without the line break; comments behind them do not count. */
export function contentEnd({ lines }: NoteTree, statement: Statement): number {
  const last = statement.parts.findLast(({ kind }) => kind !== 'comment');
  if (!last) return statement.header.end;
  return 'lastLine' in last ? lines.end(last.lastLine) : last.end;
}

/**
 * Quotations that stand above a statement with nothing but blank lines and comments between: they introduce it.
 * @param block index of the statement's block. Cost: the blocks between it and what stands above it
 */
export function introductions(tree: NoteTree, block: number): Quotation[] {
  const found: Quotation[] = [];
  for (let above = block - 1; above >= 0; above--) {
    const kind = tree.green[above]?.kind;
    if (kind === 'quotation') found.push(tree.block(above) as Quotation);
    else if (kind !== 'blank' && kind !== 'comment') break;
  }
  return found.reverse();
}

/** The opaque range that overlaps `[start, end)` first, by binary search; undefined if none does. */
export function firstOpaque(tree: BlockText, start: number, end: number): Opaque | undefined {
  return firstIn(tree.opaque, start, end);
}

/** The same of any ranges that are in order and disjoint. */
export function firstIn<T extends TextRange>(ranges: readonly T[], start: number, end: number): T | undefined {
  const found = ranges[firstWhere(ranges.length, (i) => (ranges[i] as T).end > start)];
  return found && found.start < end ? found : undefined;
}

function withoutComments(tree: BlockText, piece: TextRange): string {
  let kept = '';
  let at = piece.start;
  while (at < piece.end) {
    const next = firstOpaque(tree, at, piece.end);
    if (!next) break;
    kept += tree.text.slice(at, next.kind === 'comment' ? Math.max(at, next.start) : Math.min(next.end, piece.end));
    if (next.kind === 'comment') kept += ' ';
    at = next.end;
  }
  return kept + tree.text.slice(Math.min(at, piece.end), piece.end);
}
