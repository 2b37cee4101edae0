/**
 * At which column each statement goes. Who stands under whom by position must stay as it is, so a column is taken only
 * when the rules of the markup, asked again with the new columns above, give the same parent; and only when the lines
 * below the statement that are no part of it do not become one.
 */
import { Section } from '../argument/parents';
import { DEEPER } from '../syntax/columns';
import type { Block, NoteTree, Statement } from '../syntax/tree';
import { columnOf } from './lines';
import { CODE_INDENT, type Style } from './style';

/** Where a statement goes. */
export interface Placement {
  /** Display column of its bullet or keyword. */
  readonly column: number;
  /** False where nothing but the header may be touched. */
  readonly mayMove: boolean;
}

/** Whether all lines from one to another may be changed; lines count from 0. */
export type MayChange = (firstLine: number, lastLine: number) => boolean;

/** A statement of a section; `parent` is an index in the section, or -1. */
interface Entry {
  readonly statement: Statement;
  readonly parent: number;
  /** Any further to the left, and it would swallow lines that are not its own. */
  readonly leftmost: number;
  /** True when something else stands between it and the statement above; there a list ends in Markdown. */
  readonly isApart: boolean;
}

/**
 * Places the statements of a note.
 * @param mayChange a branch moves only where all of it may be changed
 * @returns the place of each. Cost: linear in the statements.
 */
export function placements(tree: NoteTree, style: Style, mayChange: MayChange): Map<Statement, Placement> {
  const placed = new Map<Statement, Placement>();
  for (const section of sectionsOf(tree)) {
    const groups = groupsOf(section).map((entries) => {
      const [first, last] = [entries[0], entries.at(-1)] as [Entry, Entry];
      return new Group(entries, style, mayChange(first.statement.firstLine, last.statement.lastLine));
    });
    settle(section, groups);
    for (const { entries, columns, mayMove } of groups) {
      entries.forEach(({ statement }, i) => {
        placed.set(statement, { column: columns[i] as number, mayMove });
      });
    }
  }
  return placed;
}

function sectionsOf(tree: NoteTree): Entry[][] {
  let section: Entry[] = [];
  const sections = [section];
  let columns = new Section();
  let isApart = false;
  const { blocks } = tree;
  // Counts blocks up to the one that follows the statement in hand, blank lines left out.
  let next = 0;
  blocks.forEach((block, i) => {
    if (block.kind === 'heading') {
      section = [];
      sections.push(section);
      columns = new Section();
    }
    if (block.kind !== 'statement') {
      isApart ||= block.kind !== 'blank';
      return;
    }
    next = Math.max(next, i + 1);
    while (blocks[next]?.kind === 'blank') next++;
    const parent = columns.place(block.keyword, block.column, section.length);
    section.push({ statement: block, parent, leftmost: leftmostAbove(tree, blocks[next]), isApart });
    isApart = false;
  });
  return sections;
}

/** The leftmost column of a statement that does not take in the block that follows it. */
function leftmostAbove(tree: NoteTree, block: Block | undefined): number {
  if (!block || block.kind === 'statement' || block.kind === 'rule') return 0;
  return Math.max(0, columnOf(tree, block.firstLine) - DEEPER + 1);
}

/** Cuts a section wherever nothing below stands under anything above. */
function groupsOf(section: readonly Entry[]): Entry[][] {
  const lastChild = section.map((_, i) => i);
  section.forEach(({ parent }, i) => {
    if (parent >= 0) lastChild[parent] = i;
  });
  const groups: Entry[][] = [];
  let start = 0;
  let reach = -1;
  section.forEach((_, i) => {
    reach = Math.max(reach, lastChild[i] as number);
    if (reach > i) return;
    const from = start;
    groups.push(section.slice(from, i + 1).map((entry) => ({ ...entry, parent: Math.max(entry.parent - from, -1) })));
    start = i + 1;
  });
  return groups;
}

/** Times that a section is looked at before it is left as it stands. */
const MOST_PASSES = 8;

/**
 * Takes back a step for groups in which somebody would come to stand under somebody else, since groups beside each
 * other share columns; leaves the whole section as it stands where that does not help.
 */
function settle(section: readonly Entry[], groups: readonly Group[]): void {
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const inTheWay = groupsInTheWay(section, groups);
    if (inTheWay.size === 0) return;
    for (const group of inTheWay) group.stepBack();
  }
  for (const group of groups) group.leave();
}

function groupsInTheWay(section: readonly Entry[], groups: readonly Group[]): Set<Group> {
  const found = new Set<Group>();
  const above = new Section();
  const groupOf: Group[] = [];
  for (const group of groups) {
    for (const column of group.columns) {
      const index = groupOf.push(group) - 1;
      const { statement, parent } = section[index] as Entry;
      const taker = above.place(statement.keyword, column, index);
      if (taker === parent) continue;
      // It is the other group that has come to where it takes this line, unless it has not moved at all.
      const other = groupOf[taker];
      found.add(other?.canStepBack ? other : group);
    }
  }
  return found;
}

/** How the columns of a group are found: everybody under whom they answer; in the style it is written in; not at all. */
type Way = 'nested' | 'written' | 'left';

/** Statements in a row that stand under none above and have none of those below under them. */
class Group {
  columns: readonly number[];
  private readonly ways: Way[];

  constructor(
    readonly entries: readonly Entry[],
    private readonly style: Style,
    readonly mayMove: boolean,
  ) {
    this.ways = mayMove ? ['written', 'left'] : ['left'];
    if (mayMove && style.nestsAll) this.ways.unshift('nested');
    this.columns = this.columnsBy();
  }

  get canStepBack(): boolean {
    return this.ways.length > 1;
  }

  stepBack(): void {
    if (!this.canStepBack) return;
    this.ways.shift();
    this.columns = this.columnsBy();
  }

  leave(): void {
    this.ways.splice(0, this.ways.length - 1);
    this.columns = this.columnsBy();
  }

  /** The columns by the first way that there is. */
  private columnsBy(): readonly number[] {
    for (let [way] = this.ways; way && way !== 'left'; [way] = this.ways) {
      const columns = this.arranged(way);
      if (columns) return columns;
      this.ways.shift();
    }
    return this.entries.map(({ statement }) => statement.column);
  }

  private arranged(way: Way): number[] | null {
    const above = new Section();
    const columns: number[] = [];
    const flat = way === 'nested' ? keptFlat(this.entries, this.style) : null;
    for (const [index, entry] of this.entries.entries()) {
      const { keyword, column: written } = entry.statement;
      const isUnder = flat ? !flat.has(index) : written - this.columnAbove(entry) >= DEEPER;
      const column = this.wishes(entry, columns, isUnder).find(
        (wish) => wish >= entry.leftmost && above.parentOf(keyword, wish) === entry.parent,
      );
      if (column === undefined) return null;
      above.place(keyword, column, index);
      columns.push(column);
    }
    return columns;
  }

  /** The columns that a statement may go to, best first. What was chosen once is the first wish the next time. */
  private wishes({ statement, parent, leftmost }: Entry, columns: readonly number[], isUnder: boolean): number[] {
    if (parent < 0) return [0, leftmost, statement.column];
    const beside = columns[parent] as number;
    const under = beside + this.style.child((this.entries[parent] as Entry).statement);
    return isUnder ? [under, beside, leftmost] : [beside, under, leftmost];
  }

  private columnAbove({ parent }: Entry): number {
    return this.entries[parent]?.statement.column ?? 0;
  }
}

/**
 * The statements that had better not be indented: one below answers them, or what stands under them, across others that
 * do not, and can reach them only at their own column; or it is the first behind a passage at which Markdown ends the
 * list, and would be code if it stood in as far as they have it. Cost: linear.
 */
function keptFlat(entries: readonly Entry[], style: Style): Set<number> {
  const flat = new Set<number>();
  const path: number[] = [];
  const isOnPath = new Set<number>();
  const columns: number[] = [];
  entries.forEach(({ parent, isApart }, index) => {
    const above = entries[parent]?.statement;
    columns.push(above ? (columns[parent] as number) + style.child(above) : 0);
    const isAcross = parent >= 0 && !isOnPath.has(parent);
    if (isAcross || (isApart && (columns[index] as number) >= CODE_INDENT)) {
      for (let at = index; at >= 0 && !flat.has(at); at = (entries[at] as Entry).parent) flat.add(at);
    }
    for (let last = path.at(-1); !isAcross && last !== undefined && last !== parent; last = path.at(-1)) {
      path.pop();
      isOnPath.delete(last);
    }
    path.push(index);
    isOnPath.add(index);
  });
  return flat;
}
