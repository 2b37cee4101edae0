/**
 * Who stands under whom by position. Indentation decides; where there is none, the keyword does: the nearest
 * statement at the same column that can take the line. Targets (`-> #id`) are not looked at here.
 */

import { DEEPER } from '../syntax/columns';
import { firstWhere } from '../syntax/sorted';
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

/** The keywords of statements that can take a line of some keyword at their own column, give or take one. */
export function takersBeside(keyword: Keyword): readonly Keyword[] {
  return TAKERS[keyword];
}

/** Statements that later lines may be indented under, columns rising. */
class Open {
  private readonly columns: number[] = [];
  private readonly indices: number[] = [];

  /** Index of the last statement that is no deeper than `column`; -1 if none is. */
  lastAtMost(column: number): number {
    const deeper = firstWhere(this.columns.length, (i) => (this.columns[i] as number) > column);
    return deeper > 0 ? (this.indices[deeper - 1] as number) : -1;
  }

  /** What is as deep or deeper can no longer be the nearest above for anything. */
  dropFrom(column: number): void {
    while (this.columns.length > 0 && (this.columns[this.columns.length - 1] as number) >= column) {
      this.columns.pop();
      this.indices.pop();
    }
  }

  push(column: number, index: number): void {
    this.columns.push(column);
    this.indices.push(index);
  }
}

/** The statements above a line, in its section, as far as they can still become a parent. */
export class Section {
  private readonly open = new Open();
  /** Citation lines of the same kind: they take only an undercut or a question. */
  private readonly openCites = new Open();
  /** For each column, the latest statement of each keyword there. */
  private readonly latest = new Map<number, Partial<Record<Keyword, number>>>();

  /**
   * Finds the parent of the next statement of the section, and remembers the statement.
   * @param index of the statement in its note
   * @returns the index of its parent, or -1. Cost: logarithmic in the depth.
   */
  place(keyword: Keyword, column: number, index: number): number {
    const parent = this.parentOf(keyword, column);
    this.remember(keyword, column, index);
    return parent;
  }

  /** The index of the parent that the next statement has if it stands at some column, or -1. Remembers nothing. */
  parentOf(keyword: Keyword, column: number): number {
    const indented = this.indentedUnder(keyword, column);
    return indented >= 0 ? indented : this.besides(keyword, column);
  }

  private indentedUnder(keyword: Keyword, column: number): number {
    const above = this.open.lastAtMost(column - DEEPER);
    if (keyword !== 'undercut' && keyword !== 'question') return above;
    return Math.max(above, this.openCites.lastAtMost(column - DEEPER));
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

  private remember(keyword: Keyword, column: number, index: number): void {
    if (keyword !== 'cite') this.open.dropFrom(column);
    this.openCites.dropFrom(column);
    (keyword === 'cite' ? this.openCites : this.open).push(column, index);
    const atColumn = this.latest.get(column);
    if (atColumn) atColumn[keyword] = index;
    else this.latest.set(column, { [keyword]: index });
  }
}
