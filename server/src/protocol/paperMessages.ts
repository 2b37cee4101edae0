/** What the client and the server say to each other of cited papers; the client imports it from `messages.ts`. */
import type { Range } from 'vscode-languageserver-types';

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
