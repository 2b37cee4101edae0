import { foldSpeaker } from '../../argument/speakers';
import { hash } from '../../syntax/hash';
import { blockAt } from '../../syntax/noteTree';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import { shortened } from '../../workspace/shortened';
import { noteName } from '../noteName';
import type { OpenPoint } from './openPoints';
import { type StatementRows, searched } from './statementRows';
import { add, type Entry, nodeOf, OPEN_RULES, type Tree } from './treeNode';

/** UTF-16 units of a repeated passage that a row is given. */
const LONGEST_PASSAGE = 200;

/** Adds what each speaker says, in the order of the notes; statements of nobody come last. Cost: linear. */
export function addSpeakers(tree: Tree, shown: readonly Note[], rows: StatementRows): void {
  const speakers = new Map<string, Entry>();
  const nobody: Parameters<typeof add>[2][] = [];
  for (const note of shown) {
    for (const point of note.argument.points) {
      const row = rows.row({ note, point }, { repliesTo: rows.targetName({ note, point }) });
      const { speaker } = point;
      if (speaker === null) nobody.push(row);
      else add(tree, group(speaker), row);
    }
  }
  for (const row of nobody) add(tree, group(''), row);

  function group(name: string): Entry {
    const folded = foldSpeaker(name);
    const known = speakers.get(folded);
    if (known) return known;
    const node = nodeOf({ key: hash(`speaker/${folded}`), type: 'speaker', text: name, speaker: name || null });
    const row = add(tree, null, { node, place: null, search: null });
    speakers.set(folded, row);
    return row;
  }
}

/** Adds what the notes still lack, by kind. Cost: linear in the open points. */
export function addOpenPoints(
  tree: Tree,
  notes: Notes,
  shown: readonly Note[],
  rows: StatementRows,
  openPoints: (note: Note) => readonly OpenPoint[],
): void {
  const all = shown.flatMap((note) => openPoints(note).map((open) => ({ note, open })));
  for (const rule of OPEN_RULES) {
    const those = all.filter(({ open }) => open.rule === rule);
    if (those.length === 0) continue;
    const node = nodeOf({ key: hash(`points/${rule}`), type: 'points', open: rule });
    const group = add(tree, null, { node, place: null, search: null });
    const passages = new Passages(notes);
    for (const { note, open } of those) {
      const point = open.index === null ? undefined : note.argument.point(open.index);
      if (point) add(tree, group, rows.row({ note, point }, { repliesTo: rows.targetName({ note, point }) }));
      else if (rule === 'duplicate-passage') add(tree, group, passages.row(note, open));
    }
  }
}

/** Rows of repeated passages: told apart by their words, as they may stand anywhere. */
class Passages {
  private readonly times = new Map<string, number>();

  constructor(private readonly notes: Notes) {}

  row(note: Note, { finding, rule }: OpenPoint): Omit<Entry, 'children' | 'parent'> {
    const { start, end } = finding.range;
    const words = wordsIn(note, start, end);
    const name = `${note.key}/passage/${words}`;
    const times = this.times.get(name) ?? 0;
    this.times.set(name, times + 1);
    const [first] = finding.related;
    const source = first && this.notes.get(first.note);
    const node = nodeOf({
      key: hash(`${name}/${times}`),
      type: 'passage',
      note: note.uri,
      text: shortened(words, LONGEST_PASSAGE),
      open: rule,
      repliesTo: source && source !== note ? noteName(source) : null,
      line: source ? source.tree.lines.lineAt(first.range.start) + 1 : null,
    });
    return { node, place: { note, index: null, start, end }, search: () => searched([words]) };
  }
}

/** The text of a stretch on one line, without the headers in it. */
function wordsIn({ tree, text, argument }: Note, start: number, end: number): string {
  const parts: string[] = [];
  let from = start;
  let next = argument.point(argument.firstFrom(blockAt(tree, start)));
  for (; next && next.statement.header.start < end; next = argument.point(next.index + 1)) {
    const { header } = next.statement;
    if (header.start > from) parts.push(text.slice(from, header.start));
    from = Math.max(from, header.end);
  }
  parts.push(text.slice(from, Math.max(from, end)));
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}
