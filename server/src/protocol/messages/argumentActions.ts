/** What is done to statements as a whole: from the argument view, and from where the cursor is. */
import type { Position, WorkspaceEdit } from 'vscode-languageserver-types';
import type { StatementKind } from './argumentView';

/** A place in a note: anywhere in a statement or a heading; the note as a whole where there is no position. */
export interface StatementPlace {
  readonly uri: string;
  readonly position: Position | null;
}

/** Why something cannot be done: an English sentence for the user. */
export interface Refused {
  readonly refused: string;
}

/**
 * Request: move statements, each with everything that stands under it. Params: `MoveBranchesParams`; answer: one
 * `WorkspaceEdit` that the client applies, or `Refused`. References lead where they led, in all notes.
 */
export const MOVE_BRANCHES_REQUEST = 'debateNotes/moveBranches';

export interface MoveBranchesParams {
  readonly statements: readonly StatementPlace[];
  /** The statement under which they go, a heading whose section they go to the end of, or a note. */
  readonly to: StatementPlace;
}

/** Request: all places that something can be moved to. Params: `{ uri }` of the note whose places come first. */
export const MOVE_DESTINATIONS_REQUEST = 'debateNotes/moveDestinations';

/** Answer to `debateNotes/moveDestinations`: a list of these, in the order of the text; null for an unknown note. */
export interface MoveDestination extends StatementPlace {
  readonly noteName: string;
  /** Null for a section, and for a note as a whole. */
  readonly kind: StatementKind | null;
  readonly id: string | null;
  readonly speaker: string | null;
  /** Words or title; empty for a note as a whole. */
  readonly text: string;
}

/** Request: the kinds of statements that can reply to one. Params: `StatementPlace`; answer: `StatementKind[]`. */
export const REPLIES_REQUEST = 'debateNotes/replies';

/** Request: a new line for a reply. Params: `AddReplyParams`; answer: `AddedReply` or `Refused`. */
export const ADD_REPLY_REQUEST = 'debateNotes/addReply';

export interface AddReplyParams {
  readonly place: StatementPlace;
  readonly kind: StatementKind;
}

export interface AddedReply {
  readonly edit: WorkspaceEdit;
  readonly uri: string;
  /** Where to write, after the edit. */
  readonly position: Position;
}

/** Request: statements and what hangs under them as Markdown. Params: `{ statements: StatementPlace[] }`; answer: text. */
export const BRANCH_MARKDOWN_REQUEST = 'debateNotes/branchMarkdown';

/** Request: how a statement is referred to. Params: `StatementPlace`; answer: `StatementReference` or `Refused`. */
export const REFERENCE_REQUEST = 'debateNotes/reference';

export interface StatementReference {
  /** `note#id`, as the notes of its folder write it. */
  readonly reference: string;
  /** Gives the statement an id; null where it has one. */
  readonly edit: WorkspaceEdit | null;
}
