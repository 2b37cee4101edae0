/**
 * What the client and the server say to each other beyond the Language Server Protocol. The only file of the server
 * that the client imports. Lines and characters count from 0, characters in UTF-16 units, as in LSP.
 */
import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-types';

/** Request: the argument of an open note, for the argument view. */
export const ARGUMENT_REQUEST = 'debateNotes/argument';

export interface ArgumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** Answer to `debateNotes/argument`; null for a note the server does not know. */
export interface ArgumentAnswer {
  /** Document version the answer is about. */
  readonly version: number | null;
  /** Every statement of the note exactly once; a parent comes before its children or is null. */
  readonly statements: readonly ArgumentStatement[];
}

/** A statement of the argument tree. The list is flat, so that no depth of nesting is too deep to send. */
export interface ArgumentStatement {
  /** Stays the same while the note is edited elsewhere. */
  readonly key: string;
  /** Index in the list; null at the top. */
  readonly parent: number | null;
  readonly kind: 'claim' | 'support' | 'rebuttal' | 'undercut' | 'question' | 'answer' | 'concession' | 'cite';
  readonly id: string | null;
  readonly speaker: string | null;
  /** Its own words on one line, cut where they are very long; empty while nothing is written. */
  readonly text: string;
  /** Header and words. */
  readonly range: Range;
  /** Where the view leads: the keyword. */
  readonly selectionRange: Range;
}

/**
 * Command of the server: look up the papers that a note cites.
 * Arguments: the note's URI; the key of one of its papers, where only that is meant.
 */
export const LOOK_UP_COMMAND = 'debateNotes.lookUp';

/** Answer to `debateNotes.lookUp`. */
export interface LookUpAnswer {
  /** False where the user has not switched look-ups on: then nothing was asked. */
  readonly isOn: boolean;
  /** English sentences for the user. */
  readonly message: string;
}

/** Command of the server, without arguments: forget everything that was looked up. */
export const FORGET_PAPERS_COMMAND = 'debateNotes.forgetPapers';
