/**
 * What the client and the server say to each other beyond the Language Server Protocol. The only file of the server
 * that the client imports. Lines and characters count from 0, characters in UTF-16 units, as in LSP.
 */
import type { Position, Range, TextDocumentIdentifier, WorkspaceEdit } from 'vscode-languageserver-types';

export {
  ALL_NOTES,
  type BrokenOverview,
  CITATION_OFFERS_REQUEST,
  CITATIONS_REQUEST,
  type CitationCounts,
  type CitationOfferItem,
  type CitationOffersParams,
  type CitationOverview,
  type CitationsParams,
  FORGET_PAPERS_COMMAND,
  LOOK_UP_COMMAND,
  LOOK_UP_IS_OFF,
  type LookUpAnswer,
  PAPERS_CHANGED,
  PAPERS_REQUEST,
  type PaperOverview,
  type PapersAnswer,
  type PapersParams,
  WRITE_PAPER_COMMAND,
  type WrittenPaper,
} from './paperMessages';

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

/** Request: the argument of an open note, for the argument map. */
export const ARGUMENT_MAP_REQUEST = 'debateNotes/argumentMap';

/**
 * Notification of the server to a client that has asked for a map: answers may be others now, though the client has
 * edited none of the notes they are about.
 */
export const ARGUMENT_MAP_CHANGED = 'debateNotes/argumentMapChanged';

export interface ArgumentMapParams {
  readonly textDocument: TextDocumentIdentifier;
  /** Whether notes that refer to each other are shown together. */
  readonly withTied: boolean;
}

/** Answer to `debateNotes/argumentMap`; null for a note the server does not know. */
export interface ArgumentMapAnswer {
  /** The note asked for comes first. */
  readonly notes: readonly ArgumentMapNote[];
  /** Every statement of the notes exactly once, note by note; a parent comes before its children. */
  readonly statements: readonly ArgumentMapStatement[];
}

export interface ArgumentMapNote {
  readonly uri: string;
  /** Document version the answer is about; null where no editor has the note open. */
  readonly version: number | null;
  readonly title: string | null;
}

/** A statement of the argument map. The list is flat, so that no depth of nesting is too deep to send. */
export interface ArgumentMapStatement {
  /** Unique over all notes of an answer. Stays the same while the note is edited elsewhere. */
  readonly key: string;
  /** Index in the list; null at the top. */
  readonly parent: number | null;
  readonly kind: StatementKind;
  readonly id: string | null;
  readonly speaker: string | null;
  /** Its own words on one line, cut where they are very long; empty while nothing is written. */
  readonly text: string;
  /** Header and words. */
  readonly range: Range;
  /** Where the map leads: the keyword. */
  readonly selectionRange: Range;
  /** Index in the list of notes. */
  readonly note: number;
  /** The heading that it stands under. */
  readonly section: string | null;
  /** Whether it stands; null for a statement that asserts nothing. */
  readonly label: StatementLabel | null;
  /** What it replies to, each statement once, as far as that is in the list. */
  readonly links: readonly ArgumentMapLink[];
}

export interface ArgumentMapLink {
  /** Index in the list of statements. */
  readonly to: number;
  /** What the statement does to that one, or, as an undercut, to its links; null where it does nothing. */
  readonly relation: 'supports' | 'rebuts' | 'undercuts' | 'asks' | 'answers' | 'concedes' | null;
  /** Whether it counts: not `in` where what it comes from has fallen, is undercut, withdrawn, or open. */
  readonly force: 'in' | 'out' | 'undecided';
}

/**
 * Requests of the server to a client that has said `initializationOptions.readsFiles`: a file or a folder that is not on
 * the server's machine. Both have `FileParams`.
 */
export const READ_FILE_REQUEST = 'debateNotes/readFile';
export const READ_FOLDER_REQUEST = 'debateNotes/readFolder';

export interface FileParams {
  readonly uri: string;
}

/** Answer to `debateNotes/readFile`. Where both are null, there is no such file. */
export interface ReadFileAnswer {
  /** In Base64, since messages are JSON. */
  readonly bytes: string | null;
  /** Why a file that is there cannot be read, in words that complete “It cannot be read: ….” */
  readonly failure: string | null;
}

/** Answer to `debateNotes/readFolder`: what is in it, in any order; nothing for a folder that cannot be listed. */
export interface FolderEntry {
  readonly name: string;
  /** A link to a file is a file; links to folders are left out, so that a search ends. */
  readonly kind: 'file' | 'folder';
}
