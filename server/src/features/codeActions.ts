import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import type { Fix } from '../rules/rule';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { toDiagnostic } from './diagnostics';
import { disableFixes } from './disableFixes';
import type { RuleFinding } from './findings';
import { fixAllOf, safeFixes } from './fixAll';
import { toTextRange } from './positions';
import { covers, offersIn } from './refactorings/refactoring';
import { REFACTORINGS } from './refactorings/registry';
import { type EditOptions, workspaceEdit } from './workspaceEdits';

export interface CodeActionOptions extends EditOptions {
  /** The kinds asked for; undefined asks for all. */
  readonly only?: readonly string[] | undefined;
  /** As for `toDiagnostic`: an action names the diagnostic that it mends just as that was sent. */
  readonly rulePages?: string | null;
}

/**
 * The quick fixes for the findings on the lines of a range, so that the cursor need not stand on the squiggle; and the
 * refactorings that fit there.
 */
export function codeActions(
  notes: Notes,
  note: Note,
  findings: readonly RuleFinding[],
  range: Range,
  options: CodeActionOptions,
): CodeAction[] {
  const asks = (actual: string) => options.only?.some((kind) => covers(kind, actual));
  const others = [
    ...(asks(FIX_ALL) ? sourceActions(notes, note, findings, options) : []),
    ...refactorings(notes, note, range, options),
  ];
  if (asks(CodeActionKind.QuickFix) === false) return others;
  const { lines } = note.tree;
  const asked = toTextRange(note, range);
  const start = lines.start(lines.lineAt(asked.start));
  const end = lines.end(lines.lineAt(asked.end));
  const offered = new Set<string>();
  const toFixAll = new Map<string, Fix | null>();
  const fixAll = (rule: string) => {
    // Of thousands of findings that are selected, each would look at all the others.
    if (!toFixAll.has(rule)) toFixAll.set(rule, fixAllOf(rule, findings));
    return toFixAll.get(rule) ?? [];
  };
  const quickFixes = findings
    .filter((finding) => finding.range.start <= end && start <= finding.range.end)
    .flatMap((finding) => {
      const diagnostic = toDiagnostic(notes, note, finding, options.rulePages);
      // Two findings of one rule are mended at once, and silenced on one line, by one action.
      const wider = [fixAll(finding.rule), disableFixes(note, finding)].flat();
      const fresh = wider.filter((fix) => !offered.has(placeOf(fix)));
      for (const fix of fresh) offered.add(placeOf(fix));
      return [...finding.fixes(), ...fresh].map((fix) => codeAction(notes, note, fix, diagnostic, options));
    });
  return [...quickFixes, ...others];
}

function placeOf({ title, edits }: Fix): string {
  return `${title} ${edits[0]?.range.start}`;
}

/** What is asked for on saving, by `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.debate-notes`;

/** The kinds of everything that is offered, for clients that ask what there is. */
export const ACTION_KINDS: readonly string[] = [
  CodeActionKind.QuickFix,
  FIX_ALL,
  ...new Set(REFACTORINGS.map(({ kind }) => kind)),
];

function refactorings(notes: Notes, note: Note, range: Range, options: CodeActionOptions): CodeAction[] {
  return offersIn(REFACTORINGS, { notes, note, range: toTextRange(note, range) }, options.only).map((offer) => ({
    title: offer.title,
    kind: offer.kind,
    edit: workspaceEdit(notes, note, offer, options),
  }));
}

function sourceActions(
  notes: Notes,
  note: Note,
  findings: readonly RuleFinding[],
  options: CodeActionOptions,
): CodeAction[] {
  const fix = safeFixes(note, findings);
  return fix ? [{ title: fix.title, kind: FIX_ALL, edit: workspaceEdit(notes, note, fix, options) }] : [];
}

function codeAction(
  notes: Notes,
  note: Note,
  fix: Fix,
  diagnostic: Diagnostic,
  options: CodeActionOptions,
): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.preferred && { isPreferred: true }),
    edit: workspaceEdit(notes, note, fix, options),
  };
}
