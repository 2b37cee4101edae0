import type { TextRange } from '../syntax/textRange';
import type { KINDS } from './kinds/registry';

/** Every kind of paper in the registry, and `url` for any other page. */
export type CitationKind = (typeof KINDS)[number]['kind'] | 'url';

/** One work, or one page, that somebody refers to. Both links are built from the id, never copied from the note. */
export interface Reference {
  readonly kind: CitationKind;
  /** The one way the kind writes this work; the version is not part of it. */
  readonly id: string;
  /** The version asked for, such as `v2`; null where none is named. */
  readonly version: string | null;
  /** Landing page. */
  readonly url: string | null;
  readonly pdf: string | null;
}

/** What became of something that is written as a reference: the reference, or why there can be none. */
export type Verdict = Accepted | Refused;

export interface Accepted {
  readonly reference: Reference;
}

export interface Refused {
  /** An English sentence without its capital letter and full stop, such as `month 13 does not exist`. */
  readonly reason: string;
  /** What was probably meant, where a slip of the pen explains the fault. */
  readonly meant?: Reference;
}

interface Placed {
  /** UTF-16 offsets into the text that was searched: prefix (`arXiv:`) and scheme included, wrapping excluded. */
  readonly range: TextRange;
}

export interface FoundCitation extends Placed, Accepted {}
export interface RefusedCitation extends Placed, Refused {}
export type Citation = FoundCitation | RefusedCitation;

/** True for a citation that has a reference. */
export function isAccepted<V extends Verdict>(verdict: V): verdict is Extract<V, Accepted> {
  return 'reference' in verdict;
}
