import { hash } from '../../syntax/hash';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import { isSnapshot } from '../../workspace/noteUri';
import type { RuleFinding } from '../findings';
import { noteName } from '../noteName';
import { countOf, countRows, filterRows, type Sort, sortRows } from './arrange';
import { addArgument } from './byArgument';
import { addOpenPoints, addSpeakers } from './grouped';
import type { KeyMemory } from './keyMemory';
import { type OpenPoint, openPointsOf } from './openPoints';
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
 * The rows of the argument view. Cost: linear in the notes shown, and what their findings cost.
 * @param keys what statements were called before
 * @param findingsOf what the rules say of a note
 */
export function buildTree(
  notes: Notes,
  options: TreeOptions,
  keys: KeyMemory,
  findingsOf: (note: Note) => readonly RuleFinding[],
): BuiltTree {
  const shown = notesShown(notes, options);
  const found = new Map<Note, OpenPoint[]>(shown.map((note) => [note, openPointsOf(note, findingsOf(note))]));
  const openPoints = (note: Note) => found.get(note) ?? openPointsOf(note, findingsOf(note));
  const rows = new StatementRows(notes, keys, openPoints);
  const tree: Tree = { entries: new Map(), roots: [] };
  if (options.grouping === 'speaker') addSpeakers(tree, shown, rows);
  else if (options.grouping === 'open') addOpenPoints(tree, notes, shown, rows, openPoints);
  else if (!options.isAll) for (const note of shown) addArgument(tree, null, notes, note, rows);
  else for (const note of shown) addNote(tree, notes, note, rows);
  const count = countOf(tree);
  const passing = filterRows(tree, options.filter);
  sortRows(tree, options.sort);
  countRows(tree);
  const points = [...found.values()].reduce((sum, { length }) => sum + length, 0);
  return { ...tree, openPoints: points, count, found: passing };
}

function addNote(tree: Tree, notes: Notes, note: Note, rows: StatementRows): void {
  const node = nodeOf({
    key: hash(`note/${note.key}`),
    type: 'note',
    note: note.uri,
    text: note.title ?? noteName(note),
  });
  const place = { note, index: null, start: 0, end: 0 };
  addArgument(tree, add(tree, null, { node, place, search: null }), notes, note, rows);
}

function notesShown(notes: Notes, { note, isAll }: TreeOptions): Note[] {
  const one = note === null ? undefined : notes.get(note);
  if (!isAll) return one ? [one] : [];
  return notes.all().filter(({ uri, argument }) => !isSnapshot(uri) && argument.blocks.length > 0);
}
