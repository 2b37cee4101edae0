import { SEVERITIES } from '../../service';
import type { FileRange } from '../opened';
import type { Paint } from '../paint';

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
  /** Whether `--fix` mends it. */
  readonly isFixable: boolean;
  /** Tells the problem by its rule and its words, wherever they stand; null for one that is about no words. */
  readonly fingerprint: string | null;
}

/** What a check has found. */
export interface Report {
  /** How many notes were read. */
  readonly notes: number;
  /** How many of them configuration leaves out. */
  readonly ignored: number;
  /** How many of them were rewritten by `--fix`. */
  readonly fixed: number;
  /** How many problems a baseline has, which are not among those here. */
  readonly baselined: number;
  /** Problems that count and that nobody has asked to see: with `--quiet` all but errors. */
  readonly hidden: readonly Problem[];
  /** In the order of the notes, and of their texts; what is wrong in configuration files comes last. */
  readonly problems: readonly Problem[];
}

/** A way to write a report down: one file here, one line in the registry, one in `docs/cli.md`. */
export type Reporter = (report: Report, paint: Paint) => string | Promise<string>;

/** `1 note`, `2 notes`. */
export function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** How many problems are reported, and how many are hidden: nobody is to read that there are none. */
export function count({ problems, hidden }: Report, paint: Paint): string {
  if (hidden.length === 0) return summary(problems, paint);
  const shown = problems.length === 0 ? 'no errors' : summary(problems, paint);
  return `${shown}, ${summary(hidden, paint)} not shown`;
}

/** How many problems there are, and of which severities: `3 problems (1 error, 2 warnings)`. */
export function summary(problems: readonly Problem[], paint: Paint): string {
  if (problems.length === 0) return 'no problems';
  const counts = new Map<string, number>();
  for (const { severity } of problems) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  const parts = SEVERITIES.flatMap((severity) => {
    const count = counts.get(severity);
    return count === undefined
      ? []
      : [paint.severity(severity, severity === 'information' ? `${count} information` : plural(count, severity))];
  });
  return `${plural(problems.length, 'problem')} (${parts.join(', ')})`;
}
