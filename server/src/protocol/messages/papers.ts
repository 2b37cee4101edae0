/** What the client and the server say to each other of cited papers; the client imports it from `messages.ts`. */
import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-types';

/**
 * Command of the server: look up the papers that a note cites, or several notes.
 * Arguments: the note's URI, or `*` for all notes; the key of one paper, where only that is meant.
 */
export const LOOK_UP_COMMAND = 'debateNotes.lookUp';

/** Stands for all notes. */
export const ALL_NOTES = '*';

/** Answer to `debateNotes.lookUp`. */
export interface LookUpAnswer {
  /** False where the user has not switched look-ups on: then nothing was asked. */
  readonly isOn: boolean;
  /** English sentences for the user. */
  readonly message: string;
}

/** Request: the papers that can be cited at a place of an open note. */
export const CITATION_OFFERS_REQUEST = 'debateNotes/citationOffers';

export interface CitationOffersParams {
  readonly textDocument: TextDocumentIdentifier;
  /** What the citation takes the place of; empty where it is only put in. */
  readonly range: Range;
  /** Words of the key or identifier, authors, year and title; empty for all papers. */
  readonly query: string;
}

/** Answer to `debateNotes/citationOffers`: a hundred at most, the best first. */
export interface CitationOfferItem {
  /** The citation key, or the identifier where the paper is in no bibliography. */
  readonly name: string;
  /** Who and when; empty where neither is known. */
  readonly who: string;
  readonly title: string;
  readonly newText: string;
}

/** What a hover says, and nothing else in one, where looking papers up would tell more but is off. */
export const LOOK_UP_IS_OFF = 'Looking up papers online is off.';

/** Command of the server, without arguments: forget everything that was looked up. */
export const FORGET_PAPERS_COMMAND = 'debateNotes.forgetPapers';

/**
 * Command of the server: write a cited paper down. Arguments: `{ key }` as in `PaperOverview`, or `{ uri, position }`
 * for the one that is cited there; a format: `bibtex`, `csl-json` or `reference`. Answer: `WrittenPaper`, or null where
 * no paper is cited.
 */
export const WRITE_PAPER_COMMAND = 'debateNotes.writePaper';

export interface WrittenPaper {
  readonly text: string;
  /** Its landing page; null for a paper of which none is known. */
  readonly url: string | null;
}

/** Request: everything that the notes of the workspace cite, for the papers view. */
export const PAPERS_REQUEST = 'debateNotes/papers';

/** Notification of the server to a client that has asked for papers: answers may be others now. */
export const PAPERS_CHANGED = 'debateNotes/papersChanged';

export interface PapersParams {
  /** Revision of the last answer that the client has had; null for none. */
  readonly revision: number | null;
}

/** Answer to `debateNotes/papers`; null where nothing has changed since the client's revision. Texts are plain text. */
export interface PapersAnswer {
  readonly revision: number;
  /** Whether it has all there is; else what is new or different since the client's revision. */
  readonly isAll: boolean;
  readonly papers: readonly PaperOverview[];
  readonly broken: readonly BrokenOverview[];
  /** Keys of what is not cited any more. */
  readonly gone: readonly string[];
}

/** How often, and by whom, something is cited. */
export interface CitationCounts {
  readonly citations: number;
  /** In how many notes. */
  readonly notes: number;
  /** Citations that speak for a claim, and that speak against one. */
  readonly supports: number;
  readonly attacks: number;
  /** Those who cite it, each once. */
  readonly speakers: readonly string[];
}

export interface PaperOverview extends CitationCounts {
  readonly key: string;
  /** Null where only identifiers are known. */
  readonly title: string | null;
  /** `Perez et al. 2022`, or empty. */
  readonly authorYear: string;
  readonly year: number | null;
  /** As a line of a list of references; empty where nothing is known. */
  readonly reference: string;
  /** The forms in which it is cited, at least one. */
  readonly forms: readonly string[];
  readonly url: string | null;
  readonly canLookUp: boolean;
}

/** Something that is written as a reference and leads to no paper. */
export interface BrokenOverview extends CitationCounts {
  readonly key: string;
  readonly written: string;
  /** An English sentence without its capital letter and full stop. */
  readonly reason: string;
  readonly meant: string | null;
}

/** Request: the places where a paper, or a broken reference, of the last answer is cited. Answer: a list, empty for none. */
export const CITATIONS_REQUEST = 'debateNotes/citations';

export interface CitationsParams {
  readonly key: string;
}

export interface CitationOverview {
  readonly uri: string;
  readonly range: Range;
  readonly speaker: string | null;
  /** Words of the statement, cut where they are long; null in prose and headings. */
  readonly text: string | null;
  readonly quoted: boolean;
  /** For and against which claims it speaks. */
  readonly sides: readonly {
    readonly does: 'supports' | 'attacks';
    readonly id: string | null;
    readonly text: string;
  }[];
}
