/**
 * Who stands under whom by position. Indentation decides; where there is none, the keyword does: the nearest
 * statement at the same column that can take the line. Targets (`-> #id`) are not looked at here.
 */
import { DEEPER } from '../syntax/columns';
import type { Keyword } from '../syntax/tree';

const POINTS: readonly Keyword[] = ['claim', 'answer'];

/** Which statements can take a line of some keyword that stands at their own column. */
const TAKERS: Record<Keyword, readonly Keyword[]> = {
  claim: [],
  support: POINTS,
  rebuttal: POINTS,
  question: POINTS,
  concession: POINTS,
  answer: ['question'],
  undercut: ['support', 'rebuttal'],
  cite: ['claim', 'support', 'rebuttal', 'undercut', 'question', 'answer', 'concession'],
};

interface Open {
  readonly index: number;
  readonly column: number;
}

/** The statements above a line, in its section, as far as they can still become a parent. */
export class Section {
  /** Statements that later lines may be indented under, columns rising. */
  private readonly open: Open[] = [];
  /** Citation lines of the same kind: they take only an undercut or a question. */
  private readonly openCites: Open[] = [];
  /** For each column, the latest statement of each keyword there. */
  private readonly latest = new Map<number, Partial<Record<Keyword, number>>>();

  /**
   * Finds the parent of the next statement of the section, and remembers the statement.
   * @param index of the statement in its note
   * @returns the index of its parent, or -1. Cost: logarithmic in the depth.
   */
  place(keyword: Keyword, column: number, index: number): number {
    const parent = this.parentOf(keyword, column);
    this.remember(keyword, { index, column });
    return parent;
  }

  /** The index of the parent that the next statement has if it stands at some column, or -1. Remembers nothing. */
  parentOf(keyword: Keyword, column: number): number {
    const indented = this.indentedUnder(keyword, column);
    return indented >= 0 ? indented : this.besides(keyword, column);
  }

  private indentedUnder(keyword: Keyword, column: number): number {
    const above = lastAtMost(this.open, column - DEEPER);
    if (keyword !== 'undercut' && keyword !== 'question') return above;
    return Math.max(above, lastAtMost(this.openCites, column - DEEPER));
  }

  private besides(keyword: Keyword, column: number): number {
    let nearest = -1;
    for (let at = column - 1; at <= column + 1; at++) {
      const latest = this.latest.get(at);
      if (!latest) continue;
      for (const taker of TAKERS[keyword]) nearest = Math.max(nearest, latest[taker] ?? -1);
    }
    return nearest;
  }

  private remember(keyword: Keyword, statement: Open): void {
    const { column, index } = statement;
    // What is as deep or deeper can no longer be the nearest above for anything.
    if (keyword !== 'cite') dropFrom(this.open, column);
    dropFrom(this.openCites, column);
    (keyword === 'cite' ? this.openCites : this.open).push(statement);
    const atColumn = this.latest.get(column);
    if (atColumn) atColumn[keyword] = index;
    else this.latest.set(column, { [keyword]: index });
  }
}

/** Index of the last of some statements, columns rising, that is no deeper than `column`; -1 if none is. */
function lastAtMost(open: readonly Open[], column: number): number {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle] as Open).column <= column) low = middle + 1;
    else high = middle;
  }
  return open[low - 1]?.index ?? -1;
}

function dropFrom(open: Open[], column: number): void {
  while (open.length > 0 && (open[open.length - 1] as Open).column >= column) open.pop();
}
