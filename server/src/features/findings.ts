import { RULES } from '../rules/registry';
import type { Finding, RuleContext, Severity } from '../rules/rule';

/** A finding with the rule that made it. */
export interface RuleFinding extends Finding {
  readonly rule: string;
  readonly severity: Severity;
}

/** What all rules have to say of a note, in the order of the text. */
export function findingsOf(context: RuleContext): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const { meta, check } of RULES) {
    for (const finding of check(context)) findings.push({ ...finding, rule: meta.id, severity: meta.severity });
  }
  return findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
