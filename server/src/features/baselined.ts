import { type BaselineEntry, compared } from '../config/baseline';
import type { Note } from '../workspace/note';
import { contentFingerprint } from './contentFingerprint';
import type { RuleFinding } from './findings';

export interface Baselined {
  /** All findings in their order; those that the baseline has are hints. */
  readonly findings: readonly RuleFinding[];
  /** Entries of the baseline that nothing in the note fits any more. */
  readonly stale: readonly BaselineEntry[];
}

/** Tells the findings of a note that a baseline has from those that are new. Cost: linear in the findings and entries. */
export function baselined(note: Note, findings: readonly RuleFinding[], entries: readonly BaselineEntry[]): Baselined {
  if (entries.length === 0) return { findings, stale: [] };
  const recorded = findings.map((finding) => ({
    rule: finding.rule,
    fingerprint: contentFingerprint(note, finding),
  }));
  const { known, stale } = compared(recorded, entries);
  return {
    findings: findings.map((finding, i) => (known[i] ? { ...finding, severity: 'hint', isBaselined: true } : finding)),
    stale,
  };
}
