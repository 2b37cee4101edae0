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
  const tags = [
    ...(finding.unnecessary ? [DiagnosticTag.Unnecessary] : []),
    ...(finding.deprecated ? [DiagnosticTag.Deprecated] : []),
  ];
  return {
    range: toLspRange(note, finding.range),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    ...(rulePages !== null && { codeDescription: { href: pageOf(finding.rule, rulePages) } }),
    source: SOURCE,
    message: finding.message,
    ...(tags.length > 0 && { tags }),
    ...(relatedInformation.length > 0 && { relatedInformation }),
  };
}

/** Problems of a note that are shown where nobody has set how many. */
export const MOST_PROBLEMS = 1000;

/**
 * The diagnostics of a note: the most severe of its findings, in the order of the text, and if those are not all, one
 * more that says so. Cost: that of sorting the findings, where there are too many.
 */
export function toDiagnostics(
  notes: Notes,
  note: Note,
  findings: readonly RuleFinding[],
  { rulePages, maxProblems }: { readonly rulePages: string | null; readonly maxProblems: number },
): Diagnostic[] {
  const shown = findings.length <= maxProblems ? findings : mostSevere(findings, maxProblems);
  const diagnostics = shown.map((finding) => toDiagnostic(notes, note, finding, rulePages));
  const left = findings.length - shown.length;
  if (left === 0) return diagnostics;
  const start = { line: 0, character: 0 };
  const message = `${left} more ${left === 1 ? 'problem is' : 'problems are'} not shown. 'debateNotes.maxProblems' says how many are.`;
  return [...diagnostics, { range: { start, end: start }, severity: SEVERITIES.information, source: SOURCE, message }];
}

function mostSevere(findings: readonly RuleFinding[], most: number): readonly RuleFinding[] {
  const bySeverity = [...findings].sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]);
  const kept = new Set(bySeverity.slice(0, most));
  return findings.filter((finding) => kept.has(finding));
}

/** URI of the page of a rule. */
export function pageOf(rule: string, rulePages: string): string {
  return `${rulePages.replace(/\/$/, '')}/${rule}.md`;
}
