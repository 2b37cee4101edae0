/** What the argument map asks the server, and is told. */
import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-types';
import type { StatementKind, StatementLabel } from './argumentView';

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
