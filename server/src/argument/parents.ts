/**
 * Who stands under whom by position. Indentation decides; where there is none, the keyword does: the nearest
 * statement at the same column that can take the line. Targets (`-> #id`) are not looked at here.
 */
import { DEEPER } from '../syntax/columns';
import type { Keyword, NoteTree, Statement } from '../syntax/tree';

/** Whether a statement can take a line of some keyword that stands at its own column. */
const TAKES: Record<Keyword, (above: Keyword) => boolean> = {
  claim: () => false,
  support: isPoint,
  rebuttal: isPoint,
  question: isPoint,
  concession: isPoint,
  answer: (above) => above === 'question',
  undercut: (above) => above === 'support' || above === 'rebuttal',
  cite: (above) => above !== 'cite',
};

function isPoint(keyword: Keyword): boolean {
  return keyword === 'claim' || keyword === 'answer';
}

/**
 * The parent of each statement of a note by position.
 * @returns for each statement, in the order of the text, the index of its parent, or null
 * Cost: linear in the statements.
 */
export function positionalParents(tree: NoteTree, statements: readonly Statement[]): (number | null)[] {
  const parents: (number | null)[] = [];
  let section = new Section();
  for (const block of tree.blocks) {
    if (block.kind === 'heading') section = new Section();
    if (block.kind === 'statement') parents.push(section.place(block, parents.length));
  }
  if (parents.length !== statements.length) throw new RangeError('statements of another tree');
  return parents;
}

interface Open {
  readonly index: number;
  readonly keyword: Keyword;
  readonly column: number;
}

/** The statements above a line, as far as they can still become a parent. */
class Section {
  /** Statements that later lines may be indented under, columns rising. */
  private readonly open: Open[] = [];
  /** Citation lines of the same kind: they take only an undercut or a question. */
  private readonly openCites: Open[] = [];
  /** For each column, the latest statement of each keyword there. */
  private readonly latest = new Map<number, Map<Keyword, Open>>();

  /** Finds the parent of the next statement and remembers the statement. */
  place(statement: Statement, index: number): number | null {
    const { keyword, column } = statement;
    const parent = this.indentedUnder(keyword, column) ?? this.besides(keyword, column);
    this.remember({ index, keyword, column });
    return parent?.index ?? null;
  }

  private indentedUnder(keyword: Keyword, column: number): Open | null {
    const above = lastAtMost(this.open, column - DEEPER);
    if (keyword !== 'undercut' && keyword !== 'question') return above;
    const cite = lastAtMost(this.openCites, column - DEEPER);
    return cite && (!above || cite.index > above.index) ? cite : above;
  }

  private besides(keyword: Keyword, column: number): Open | null {
    let nearest: Open | null = null;
    for (let at = column - 1; at <= column + 1; at++) {
      for (const [above, open] of this.latest.get(at) ?? []) {
        if (TAKES[keyword](above) && (!nearest || open.index > nearest.index)) nearest = open;
      }
    }
    return nearest;
  }

  private remember(statement: Open): void {
    const { column, keyword } = statement;
    // What is as deep or deeper can no longer be the nearest above for anything.
    if (keyword !== 'cite') dropFrom(this.open, column);
    dropFrom(this.openCites, column);
    (keyword === 'cite' ? this.openCites : this.open).push(statement);
    const atColumn = this.latest.get(column) ?? new Map<Keyword, Open>();
    this.latest.set(column, atColumn.set(keyword, statement));
  }
}

/** The last of some statements, columns rising, that is no deeper than `column`. Cost: logarithmic. */
function lastAtMost(open: readonly Open[], column: number): Open | null {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle] as Open).column <= column) low = middle + 1;
    else high = middle;
  }
  return open[low - 1] ?? null;
}

function dropFrom(open: Open[], column: number): void {
  while (open.length > 0 && (open[open.length - 1] as Open).column >= column) open.pop();
}
