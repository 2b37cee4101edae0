import type { EffectiveRules } from '../config/ruleSettings';
import { RULES } from '../rules/registry';
import type { Finding, Rule, RuleContext, Severity } from '../rules/rule';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { KnownStatements } from './knownStatements';
import { Suppression } from './suppression';

/** A finding with the rule that made it. */
export interface RuleFinding extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Whether a baseline has it, so that it does not count. */
  readonly isBaselined?: boolean;
}

const NO_OPTIONS = {};
const LAST = RULES.filter(({ meta }) => meta.last === true);
const FIRST = RULES.filter((rule) => !LAST.includes(rule));
const RULE_IDS = RULES.map(({ meta }) => meta.id);
const LOOK_ELSEWHERE = new Set(RULES.flatMap(({ meta }) => (meta.looksElsewhere ? meta.id : [])));
const looksElsewhere = (rule: string) => LOOK_ELSEWHERE.has(rule);

/**
 * What all rules that are on have to say of a note and no directive silences, in the order of the text.
 * @param statements what is known of its statements already; it then knows what has been found
 */
export function findingsOf(
  notes: Notes,
  note: Note,
  effective: EffectiveRules,
  statements = new KnownStatements(notes, note, undefined),
): RuleFinding[] {
  const suppression = new Suppression(note.tree);
  const isOff = (rule: string) => effective.get(rule)?.severity === 'off';
  const context = { notes, note, ruleIds: RULE_IDS, isOff, looksElsewhere, unusedDirectives: [] };
  const findings = FIRST.flatMap((rule) => findingsOfRule(rule, context, effective, statements)).filter(
    (finding) => !suppression.silences(finding, false),
  );
  const lastContext = { ...context, unusedDirectives: suppression.unused() };
  const last = LAST.flatMap((rule) => findingsOfRule(rule, lastContext, effective, statements)).filter(
    (finding) => !suppression.silences(finding, true),
  );
  return [...findings, ...last].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function findingsOfRule(
  rule: Rule,
  context: Omit<RuleContext, 'options'>,
  effective: EffectiveRules,
  statements: KnownStatements,
): RuleFinding[] {
  const { meta } = rule;
  const { severity = meta.severity, options = NO_OPTIONS } = effective.get(meta.id) ?? {};
  if (severity === 'off') return [];
  const asked = { ...context, options };
  const found = rule.statements ? statements.findings(rule, rule.statements, asked) : rule.check(asked);
  return found.map((finding) => ({ ...finding, rule: meta.id, severity }));
}
