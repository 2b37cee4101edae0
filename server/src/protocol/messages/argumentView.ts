/** What the argument view asks the server, and is told. */
import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-types';

/**
 * Request: the rows of the argument view, as far as they are others than the client knows. Params: `ArgumentParams`;
 * answer: `ArgumentAnswer`, or null where the one note that is to be shown is not known to the server.
 */
export const ARGUMENT_REQUEST = 'debateNotes/argument';

/** Notification of the server to a client that has asked for rows: they may be others now, though it has edited none. */
export const ARGUMENT_CHANGED = 'debateNotes/argumentChanged';

export interface ArgumentParams {
  /** The note shown; null for none, which is only of use with all notes. */
  readonly textDocument: TextDocumentIdentifier | null;
  /** Whether the note is shown or all notes of the workspace. */
  readonly scope?: 'note' | 'all';
  /** What the rows are ordered under: what they reply to, who speaks, or what is still open. */
  readonly grouping?: 'argument' | 'speaker' | 'open';
  /** The order of rows beside each other. `unanswered` has those first that have open points in them. */
  readonly sort?: 'position' | 'label' | 'unanswered';
  /** Words that rows must hold, in text, id, speaker, kind or label; with them come the rows above them. */
  readonly filter?: string;
  /** The state of the answer that the client has; null where it has none. */
  readonly since?: number | null;
}

export interface ArgumentAnswer {
  /** Document version of the note shown that the answer is about. */
  readonly version: number | null;
  /** Names the answer: the next request says so. */
  readonly state: number;
  /** True where this is everything, and what the client knew is void. */
  readonly isWhole: boolean;
  /** Rows that are new or show something else; without those properties that are null, empty or 0. */
  readonly nodes: readonly (Pick<ArgumentNode, 'key' | 'type'> & Partial<ArgumentNode>)[];
  /** Keys of the rows under one (null: at the top), wherever these are others or in another order; complete lists. */
  readonly children: readonly { readonly of: string | null; readonly keys: readonly string[] }[];
  /** Keys of rows that are no more. */
  readonly gone: readonly string[];
  /** Open points of the notes shown, whatever the grouping and the filter. */
  readonly openPoints: number;
  /** Statements, or open points, in this grouping, and how many of them pass the filter. */
  readonly count: number;
  readonly found: number;
}

/** A row of the argument view. Where it leads, and what a hover says, is asked for when it is needed. */
export interface ArgumentNode {
  /** Stays the same while the text elsewhere is edited. */
  readonly key: string;
  /**
   * A `link` stands for a reply that hangs elsewhere, and has nothing under it; `points` is a group of open points, and
   * a `passage` is one that stands somewhere before.
   */
  readonly type: 'note' | 'section' | 'speaker' | 'points' | 'statement' | 'link' | 'passage';
  /** URI of the note that it is of; null for a group of several. */
  readonly note: string | null;
  /** Words or a title on one line; empty for a statement that says nothing, and for those whom nobody names. */
  readonly text: string;
  readonly kind: StatementKind | null;
  readonly id: string | null;
  readonly speaker: string | null;
  /** Whether it stands; null for what asserts nothing. */
  readonly label: StatementLabel | null;
  /** The rule of the open point that it is, or that the group is of. */
  readonly open: 'unsupported-claim' | 'open-question' | 'unanswered-rebuttal' | 'duplicate-passage' | null;
  /** How many replies of each kind it has, in all notes. */
  readonly replies: Readonly<Partial<Record<StatementKind, number>>>;
  /** What it replies to, where it does not hang under that: an id, or a speaker and a few words. */
  readonly repliesTo: string | null;
  /** The line, from 1, where a repeated passage stands first; `repliesTo` names the note, if that is another. */
  readonly line: number | null;
  /** Key of the statement that a link stands for; it may not be in the tree. */
  readonly linked: string | null;
  /** Statements, or open points, below a note, a section or a group. */
  readonly size: number;
}

export type StatementKind =
  | 'claim'
  | 'support'
  | 'rebuttal'
  | 'undercut'
  | 'question'
  | 'answer'
  | 'concession'
  | 'cite';

export type StatementLabel = 'stands' | 'rebutted' | 'unfounded' | 'contested';

/** Request: where a row leads and what is known of it. Params: `{ key }`; null for a row that is gone, and for groups. */
export const ARGUMENT_NODE_REQUEST = 'debateNotes/argumentNode';

export interface ArgumentNodeAnswer {
  readonly uri: string;
  readonly version: number | null;
  /** Header and words. */
  readonly range: Range;
  /** The keyword. */
  readonly selectionRange: Range;
  /** Markdown: the words, whether it stands and why, what it cites. */
  readonly about: string;
}

/** Request: the key of the row that a position is in. Params: `TextDocumentPositionParams`; null where there is none. */
export const ARGUMENT_AT_REQUEST = 'debateNotes/argumentAt';
