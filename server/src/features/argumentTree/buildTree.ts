import { hash } from '../../syntax/hash';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import { isSnapshot } from '../../workspace/noteUri';
import { noteName } from '../noteName';
import { countOf, countRows, filterRows, type Sort, sortRows } from './arrange';
import { addArgument } from './byArgument';
import { addOpenPoints, addSpeakers } from './grouped';
import type { KeyMemory } from './keyMemory';
import type { NoteTrees } from './noteTrees';
import { StatementRows } from './statementRows';
import { add, nodeOf, type Tree } from './treeNode';

export const GROUPINGS = ['argument', 'speaker', 'open'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What of the notes is shown, and how. */
export interface TreeOptions {
  /** URI of the note that is shown; null where there is none. */
  readonly note: string | null;
  /** Whether all notes are shown, those without statements left out. */
  readonly isAll: boolean;
  readonly grouping: Grouping;
  readonly sort: Sort;
  /** Words that statements must hold; empty for all. */
  readonly filter: string;
}

export interface BuiltTree extends Tree {
  /** Open points of the notes shown, whatever the grouping and the filter. */
  readonly openPoints: number;
  /** Statements, or open points, that the grouping has, and those of them that pass the filter. */
  readonly count: number;
  readonly found: number;
}

/**
 * The rows of the argument view. Cost: linear in the notes shown.
 * @param keys what statements were called before
 * @param known what is known of notes that have not changed
 * @param before rows as they were, by key
 */
export function buildTree(
  notes: Notes,
  options: TreeOptions,
  keys: KeyMemory,
  known: NoteTrees,
  before: Tree['entries'] = new Map(),
): BuiltTree {
  const shown = notesShown(notes, options);
  const points = new Map(shown.map((note) => [note, known.openPoints(note)]));
  const openPoints = (note: Note) => points.get(note) ?? [];
  const rows = new StatementRows(notes, keys, before, openPoints);
  const tree: Tree = { entries: new Map(), roots: [] };
  if (options.grouping === 'speaker') addSpeakers(tree, shown, rows);
  else if (options.grouping === 'open') addOpenPoints(tree, notes, shown, rows, openPoints);
  else if (!options.isAll) for (const note of shown) addArgument(tree, null, notes, note, rows);
  else
    for (const note of shown)
      include(
        tree,
        known.tree(note, () => treeOfNote(notes, note, rows)),
      );
  const count = countOf(tree);
  const found = filterRows(tree, options.filter);
  sortRows(tree, options.sort);
  countRows(tree);
  return { ...tree, openPoints: shown.reduce((sum, note) => sum + openPoints(note).length, 0), count, found };
}

function include(tree: Tree, { entries, roots }: Tree): void {
  for (const [key, entry] of entries) tree.entries.set(key, entry);
  tree.roots.push(...roots);
}

function treeOfNote(notes: Notes, note: Note, rows: StatementRows): Tree {
  const tree: Tree = { entries: new Map(), roots: [] };
  const node = nodeOf({
    key: hash(`note/${note.key}`),
    type: 'note',
    note: note.uri,
    text: note.title ?? noteName(note),
  });
  const place = { note, index: null, start: 0, end: 0 };
  addArgument(tree, add(tree, null, { node, place, search: null }), notes, note, rows);
  countRows(tree);
  return tree;
}

function notesShown(notes: Notes, { note, isAll }: TreeOptions): Note[] {
  const one = note === null ? undefined : notes.get(note);
  if (!isAll) return one ? [one] : [];
  return notes.all().filter(({ uri, argument }) => !isSnapshot(uri) && argument.blocks.length > 0);
}
