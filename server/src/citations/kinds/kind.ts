import type { Verdict } from '../reference';

/**
 * What one kind of reference knows about itself. A new kind is one file that exports such a record, and one line in
 * the registry.
 */
export interface Kind<Name extends string = string> {
  readonly kind: Name;
  /** What people call such an identifier, for lists and hovers: `arXiv`, `DOI`. */
  readonly name: string;
  /** How a note names the work without a URL, such as `arXiv:2107.03374v2`; left out where there is no such form. */
  written?(reference: { readonly id: string; readonly version: string | null }): string;
  /**
   * The host names of the kind's pages: the source of a regular expression that a host must match as a whole, without
   * capturing groups. Such hosts are recognised without a scheme, and hosts that pretend to be one are refused. Two
   * kinds may share a host.
   */
  readonly hosts?: string;
  /**
   * What a page on one of those hosts refers to; null when it is no paper's page but, say, a list.
   * @param host of the page, without the full stop it may end with
   */
  readPage?(page: URL, host: string): Verdict | null;
  /** The ways to write a reference without a URL. */
  readonly forms: readonly WrittenForm[];
  /**
   * Judges an input that consists of one reference and in which no form was found, so that a near miss is refused with
   * its reason; null when it does not resemble this kind.
   */
  judgeAlone?(input: string): Verdict | null;
}

/** One way to write a reference in running text. */
export interface WrittenForm {
  /**
   * How it begins: the source of a regular expression, matched without case, of bounded length and without capturing
   * groups. A match directly after a letter or digit does not count.
   */
  readonly start: string;
  /** True for a form that running text has by chance, and that counts only where a reference is expected. */
  readonly typedOnly?: boolean;
  /**
   * Reads the reference that starts at `start` and whose beginning ends at `bodyStart` (UTF-16 offsets).
   * Cost: must be linear in `stop - start`, so that a whole text is.
   */
  read(text: string, start: number, bodyStart: number): Reading | null;
}

/** What was read at one place. All offsets are UTF-16 offsets into the text. */
export interface Reading {
  /** End of the reference. */
  readonly end: number;
  /** Where the search goes on: what was looked at before this offset is not looked at again. */
  readonly stop: number;
  /** Null when it turned out to be ordinary text. */
  readonly verdict: Verdict | null;
}
