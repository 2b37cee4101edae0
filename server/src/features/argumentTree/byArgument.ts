import type { Point } from '../../argument/argument';
import { hash } from '../../syntax/hash';
import type { Note } from '../../workspace/note';
import type { Notes, PointOf } from '../../workspace/notes';
import type { StatementRows } from './statementRows';
import { add, type Entry, nodeOf, type Tree } from './treeNode';

/**
 * Adds the argument of a note: sections, statements under what they reply to, and links for replies that hang
 * elsewhere. Links have nothing under them, so that no ring of replies goes on for ever. Cost: linear; no recursion.
 * @param parent the row of the note; null where it is the only one
 */
export function addArgument(tree: Tree, parent: Entry | null, notes: Notes, note: Note, rows: StatementRows): void {
  const sections = new Sections(tree, parent, note);
  const { argument } = note;
  for (const root of argument.roots) {
    const of = { note, point: argument.point(root) as Point };
    const repliesTo = rows.targetName(of);
    addBranch(tree, add(tree, sections.of(root), rows.row(of, { repliesTo })), notes, of, rows);
  }
}

function addBranch(tree: Tree, root: Entry, notes: Notes, of: PointOf, rows: StatementRows): void {
  const waiting: { readonly entry: Entry; readonly of: PointOf }[] = [{ entry: root, of }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { entry, of: that } = next;
    const children: typeof waiting = [];
    for (const reply of notes.repliesTo(that)) {
      const isChild = reply.note === that.note && reply.point.parent === that.point.index;
      if (isChild) children.push({ entry: add(tree, entry, rows.row(reply)), of: reply });
      else add(tree, entry, linkRow(rows, entry.node.key, reply));
    }
    waiting.push(...children.reverse());
  }
}

function linkRow(rows: StatementRows, under: string, reply: PointOf) {
  const row = rows.row(reply);
  const linked = row.node.key;
  const node = { ...row.node, key: `${under}<${linked}`, type: 'link' as const, open: null, linked };
  return { ...row, node: rows.asBefore(node) };
}

/** The headings of a note that statements at the top of the tree stand under, as rows that are made when needed. */
class Sections {
  /** Of each statement the innermost heading above it, by number; -1 for none. */
  private readonly sectionOf: number[] = [];
  private readonly headings: Heading[] = [];
  private readonly rows = new Map<number, Entry>();
  private readonly times = new Map<string, number>();
  /** A heading that everything stands under says nothing that the name of the note does not say. */
  private readonly omitted: number;

  constructor(
    private readonly tree: Tree,
    private readonly parent: Entry | null,
    private readonly note: Note,
  ) {
    this.read();
    const tops = new Set(note.argument.roots.map((index) => this.topOf(this.sectionOf[index] as number)));
    const [only = -1] = tops;
    this.omitted = tops.size === 1 ? only : -1;
  }

  /** The row that a statement at the top of the tree belongs under. */
  of(index: number): Entry | null {
    return this.row(this.sectionOf[index] as number);
  }

  private read(): void {
    const { tree } = this.note;
    let current = -1;
    tree.green.forEach(({ kind }, i) => {
      if (kind === 'statement') this.sectionOf.push(current);
      const block = kind === 'heading' ? tree.block(i) : undefined;
      if (block?.kind !== 'heading') return;
      let above = current;
      while (above >= 0 && (this.headings[above] as Heading).level >= block.level) {
        above = (this.headings[above] as Heading).above;
      }
      const title = tree.text.slice(block.title.start, block.title.end).trim();
      current = this.headings.push({ level: block.level, above, title, start: block.start, end: block.title.end }) - 1;
    });
  }

  private topOf(section: number): number {
    let top = section;
    while (top >= 0 && (this.headings[top] as Heading).above >= 0) top = (this.headings[top] as Heading).above;
    return top;
  }

  private row(section: number): Entry | null {
    const heading = this.headings[section];
    if (!heading || section === this.omitted) return this.parent;
    const known = this.rows.get(section);
    if (known) return known;
    const { title, start, end, above } = heading;
    const under = this.row(above);
    const name = `${this.note.key}/${under?.node.key ?? ''}/${title}`;
    const times = this.times.get(name) ?? 0;
    this.times.set(name, times + 1);
    const node = nodeOf({ key: hash(`${name}/${times}`), type: 'section', note: this.note.uri, text: title });
    const row = add(this.tree, under, { node, place: { note: this.note, index: null, start, end }, search: null });
    this.rows.set(section, row);
    return row;
  }
}

interface Heading {
  readonly level: number;
  /** The heading that it is under; -1 for none. */
  readonly above: number;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}
