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

/** A finding as a diagnostic. */
export function toDiagnostic(notes: Notes, note: Note, finding: RuleFinding): Diagnostic {
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
    source: SOURCE,
    message: finding.message,
    ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(relatedInformation.length > 0 && { relatedInformation }),
  };
}
