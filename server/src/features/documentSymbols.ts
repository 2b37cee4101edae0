import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Point } from '../argument/argument';
import type { Heading } from '../syntax/tree';
import type { Note } from '../workspace/note';
import { shortened } from '../workspace/shortened';
import { toLspRange } from './positions';
import { SYMBOL_KINDS } from './symbolKinds';
import { LONGEST_NAME, statementName } from './symbolNames';

/** Deeper statements are listed beside their parent: clients walk symbols by recursion. */
export const DEEPEST = 200;

/**
 * Headings and statements in the order of the text: sections by level, statements under what stands above them by
 * position. Unlike the argument view it does not follow targets, so that ranges nest. Cost: linear.
 */
export function documentSymbols(note: Note): DocumentSymbol[] {
  const builder = new SymbolTree(note);
  note.tree.blocks.forEach((block, index) => {
    if (block.kind === 'heading') builder.addHeading(block);
    if (block.kind === 'statement') builder.addStatement(note.argument.pointAt(index) as Point, index);
  });
  return builder.done();
}

interface Open {
  readonly symbol: DocumentSymbol;
  /** Level of a heading; null for a statement. */
  readonly level: number | null;
  readonly index: number | null;
}

class SymbolTree {
  private readonly root: DocumentSymbol[] = [];
  private readonly open: Open[] = [];
  /** Last line of what was added last. */
  private lastLine = 0;

  constructor(private readonly note: Note) {}

  addHeading(heading: Heading): void {
    const { level, firstLine } = heading;
    this.closeWhile((above) => above.level === null || above.level >= level, firstLine - 1);
    this.add({ symbol: headingSymbol(this.note, heading), level, index: null }, heading.lastLine);
  }

  addStatement(point: Point, block: number): void {
    const { statement, index } = point;
    this.closeWhile((above) => above.index !== null && above.index !== point.above, statement.firstLine - 1);
    this.add({ symbol: statementSymbol(this.note, point, block), level: null, index }, statement.lastLine);
  }

  done(): DocumentSymbol[] {
    this.closeWhile(() => true, this.note.tree.lines.count - 1);
    return this.root;
  }

  private add(opened: Open, lastLine: number): void {
    const { open, root } = this;
    ((open[Math.min(open.length, DEEPEST) - 1]?.symbol.children ?? root) as DocumentSymbol[]).push(opened.symbol);
    open.push(opened);
    this.lastLine = lastLine;
  }

  /** A section reaches to the next; a statement to the end of what stands under it. */
  private closeWhile(isOver: (above: Open) => boolean, sectionEnd: number): void {
    const { lines } = this.note.tree;
    for (let last = this.open.at(-1); last && isOver(last); last = this.open.at(-1)) {
      const line = last.level === null ? this.lastLine : Math.max(sectionEnd, this.lastLine);
      last.symbol.range.end = lines.position(lines.end(line));
      this.open.pop();
    }
  }
}

function headingSymbol(note: Note, heading: Heading): DocumentSymbol {
  const { start, end } = heading.title;
  return {
    name: shortened(note.text.slice(start, end), LONGEST_NAME),
    kind: SymbolKind.Namespace,
    range: toLspRange(note, { start: heading.start, end: note.tree.lines.end(heading.lastLine) }),
    selectionRange: toLspRange(note, heading.title),
    children: [],
  };
}

function statementSymbol(note: Note, { statement, speaker }: Point, block: number): DocumentSymbol {
  return {
    name: statementName(note.tree, block),
    detail: [statement.keyword, speaker].filter((part) => part).join(' · '),
    kind: SYMBOL_KINDS[statement.keyword],
    range: toLspRange(note, { start: statement.header.start, end: note.tree.lines.end(statement.lastLine) }),
    selectionRange: toLspRange(note, statement.header),
    children: [],
  };
}
