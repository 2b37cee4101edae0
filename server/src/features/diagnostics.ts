import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Severity } from '../rules/rule';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import type { RuleFinding } from './findings';
import { toLspRange } from './positions';

/** The name that diagnostics bear in lists. */
export const SOURCE = 'debate-notes';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * A finding as a diagnostic.
 * @param rulePages URI of the folder with a page for each rule; null where there is none to open
 */
export function toDiagnostic(
  notes: Notes,
  note: Note,
  finding: RuleFinding,
  rulePages: string | null = null,
): Diagnostic {
  const relatedInformation = finding.related.flatMap((place) => {
    const other = notes.get(place.note);
    return other
      ? [{ location: { uri: place.note, range: toLspRange(other, place.range) }, message: place.message }]
      : [];
  });
  return {
    range: toLspRange(note, finding.range),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    ...(rulePages !== null && { codeDescription: { href: pageOf(finding.rule, rulePages) } }),
    source: SOURCE,
    message: finding.message,
    ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(relatedInformation.length > 0 && { relatedInformation }),
  };
}

/** URI of the page of a rule. */
export function pageOf(rule: string, rulePages: string): string {
  return `${rulePages.replace(/\/$/, '')}/${rule}.md`;
}
