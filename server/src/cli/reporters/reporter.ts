import type { FileRange } from '../opened';

/** One problem, as every report is given it. */
export interface Problem {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: FileRange;
  readonly related: readonly { readonly file: string; readonly range: FileRange; readonly message: string }[];
  /** Titles of the quick fixes. */
  readonly fixes: readonly string[];
}

/** What a check has found. */
export interface Report {
  /** How many notes were read. */
  readonly notes: number;
  /** In the order of the notes, and of their texts. */
  readonly problems: readonly Problem[];
}

/** A way to write a report down: one file here, one line in the registry, one in `docs/cli.md`. */
export type Reporter = (report: Report) => string;

/** `1 note`, `2 notes`. */
export function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
