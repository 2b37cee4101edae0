import { RULES } from '../rules/registry';
import type { Finding, Rule, RuleContext, Severity } from '../rules/rule';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { Suppression } from './suppression';

/** A finding with the rule that made it. */
export interface RuleFinding extends Finding {
  readonly rule: string;
  readonly severity: Severity;
}

const LAST = RULES.filter(({ meta }) => meta.last === true);
const FIRST = RULES.filter((rule) => !LAST.includes(rule));
const RULE_IDS = RULES.map(({ meta }) => meta.id);

/** What all rules have to say of a note and no directive silences, in the order of the text. */
export function findingsOf({ notes, note }: { readonly notes: Notes; readonly note: Note }): RuleFinding[] {
  const suppression = new Suppression(note.tree);
  const context = { notes, note, ruleIds: RULE_IDS, unusedDirectives: [] };
  const findings = FIRST.flatMap((rule) => findingsOfRule(rule, context)).filter(
    (finding) => !suppression.silences(finding, false),
  );
  const lastContext = { ...context, unusedDirectives: suppression.unused() };
  const last = LAST.flatMap((rule) => findingsOfRule(rule, lastContext)).filter(
    (finding) => !suppression.silences(finding, true),
  );
  return [...findings, ...last].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function findingsOfRule({ meta, check }: Rule, context: RuleContext): RuleFinding[] {
  return check(context).map((finding) => ({ ...finding, rule: meta.id, severity: meta.severity }));
}
