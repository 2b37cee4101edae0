import type { Label } from '../../argument/labelling';
import type { Keyword } from '../../syntax/tree';
import type { Note } from '../../workspace/note';

/** The rules whose findings are open points: what a debate still lacks. The order is that of their groups. */
export const OPEN_RULES = ['unsupported-claim', 'open-question', 'unanswered-rebuttal', 'duplicate-passage'] as const;
export type OpenRule = (typeof OPEN_RULES)[number];

/** What the argument view shows in one row. */
export interface TreeNode {
  /** Stays the same while the text elsewhere is edited. */
  readonly key: string;
  /** A link stands for a statement that hangs elsewhere; `points` is a group of open points. */
  readonly type: 'note' | 'section' | 'speaker' | 'points' | 'statement' | 'link' | 'passage';
  /** URI of the note that it is of; null for a group of several. */
  readonly note: string | null;
  /** Words, or a title, on one line; empty for a statement that says nothing, and for a speaker whom nobody names. */
  readonly text: string;
  readonly kind: Keyword | null;
  readonly id: string | null;
  readonly speaker: string | null;
  readonly label: Label | null;
  /** The open point that it is, or that the group is of. */
  readonly open: OpenRule | null;
  /** What has been said to a statement, over all notes. */
  readonly replies: Readonly<Partial<Record<Keyword, number>>>;
  /** What a statement replies to, where it does not hang under it: an id, or a speaker and a few words. */
  readonly repliesTo: string | null;
  /** The line, from 1, in which a repeated passage stands first; `repliesTo` names the note, if that is another. */
  readonly line: number | null;
  /** The statement that a link stands for, as far as that is in the tree. */
  readonly linked: string | null;
  /** Statements, or open points, below a note, a section or a group. */
  readonly size: number;
}

/** A row, and what the server needs to know of it. */
export interface Entry {
  readonly node: TreeNode;
  /** Keys, in order; only added to while the tree is built. */
  readonly children: string[];
  /** The row above; null at the top. */
  readonly parent: string | null;
  /** Where it stands; null for a group. */
  readonly place: Place | null;
  /** What is searched by the filter; null for what only holds others. */
  readonly search: (() => string) | null;
}

/** A statement of a note by number, or a heading or a passage by where it begins. */
export interface Place {
  readonly note: Note;
  readonly index: number | null;
  readonly start: number;
  readonly end: number;
}

/** The rows by key, parents before children, and the keys at the top. */
export interface Tree {
  readonly entries: Map<string, Entry>;
  roots: string[];
}

/** Shared by all that have none. */
export const NO_REPLIES: TreeNode['replies'] = {};

/** A node with nothing but what is given. */
export function nodeOf(given: Pick<TreeNode, 'key' | 'type'> & Partial<TreeNode>): TreeNode {
  return {
    note: null,
    text: '',
    kind: null,
    id: null,
    speaker: null,
    label: null,
    open: null,
    replies: NO_REPLIES,
    repliesTo: null,
    line: null,
    linked: null,
    size: 0,
    ...given,
  };
}

/** Adds a row behind those that its parent has already. */
export function add(tree: Tree, parent: Entry | null, entry: Omit<Entry, 'children' | 'parent'>): Entry {
  const { node, place, search } = entry;
  const added: Entry = { node, place, search, children: [], parent: parent?.node.key ?? null };
  tree.entries.set(node.key, added);
  (parent?.children ?? tree.roots).push(node.key);
  return added;
}
