import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextEdit as LspTextEdit,
  type Range,
  type SnippetTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Fix, TextEdit } from '../rules/rule';
import { isBlank } from '../syntax/columns';
import type { TextRange } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { toDiagnostic } from './diagnostics';
import { disableFixes } from './disableFixes';
import type { RuleFinding } from './findings';
import { fixAllOf, safeFixes } from './fixAll';
import { markings } from './marking';
import { toLspRange, toTextRange } from './positions';

export interface CodeActionOptions {
  /** The kinds asked for; undefined asks for all. */
  readonly only?: readonly string[] | undefined;
  /** Whether the client takes edits of one document version (`documentChanges`). */
  readonly versioned: boolean;
  /** Whether the client takes edits that are snippets (LSP 3.18) and so can place the cursor. */
  readonly snippets: boolean;
  /** As for `toDiagnostic`: an action names the diagnostic that it mends just as that was sent. */
  readonly rulePages?: string | null;
}

/**
 * The quick fixes for the findings on the lines of a range, so that the cursor need not stand on the squiggle; and ways to
 * make statements of its paragraphs.
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
    ...(asks(MARK) === false ? [] : markingActions(notes, note, range, options)),
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

/** Makes statements of paragraphs. */
export const MARK = `${CodeActionKind.RefactorRewrite}.mark`;

function markingActions(notes: Notes, note: Note, range: Range, options: CodeActionOptions): CodeAction[] {
  return markings(note.tree, toTextRange(note, range)).map((fix) => ({
    title: fix.title,
    kind: MARK,
    edit: workspaceEdit(notes, note, fix, options),
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

/** `quickfix` covers `quickfix.some.kind`, and the empty kind covers all. */
function covers(kind: string, actual: string): boolean {
  return kind === '' || actual === kind || actual.startsWith(`${kind}.`);
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

/** Edits of the note and, for some fixes, of others. */
function workspaceEdit(
  notes: Notes,
  note: Note,
  { edits, elsewhere = [] }: Fix,
  options: CodeActionOptions,
): WorkspaceEdit {
  const others = elsewhere.flatMap((other) => {
    const changed = notes.get(other.note);
    return changed ? [{ note: changed, edits: other.edits }] : [];
  });
  const all = [{ note, edits }, ...others];
  if (!options.versioned) {
    const plain = ({ note, edits }: (typeof all)[number]) =>
      edits.map(({ range, newText }) => ({ range: toLspRange(note, range), newText }));
    return { changes: Object.fromEntries(all.map((one) => [one.note.uri, plain(one)])) };
  }
  // A versioned edit is refused by the editor when the text has changed in the meantime.
  return {
    documentChanges: all.map(({ note, edits }) => ({
      textDocument: { uri: note.uri, version: note.version },
      edits: edits.map((edit) => toLspEdit(note, edit, options.snippets)),
    })),
  };
}

function toLspEdit(note: Note, { range, newText, cursor }: TextEdit, snippets: boolean): LspTextEdit | SnippetTextEdit {
  const lspRange = toLspRange(note, range);
  if (!snippets || cursor === undefined || startsInIndentedLine(note, range)) return { range: lspRange, newText };
  const value = `${escapeSnippet(newText.slice(0, cursor))}$0${escapeSnippet(newText.slice(cursor))}`;
  return { range: lspRange, snippet: { kind: 'snippet', value } };
}

/** VS Code indents what follows a line break in a snippet once more, by the indentation of the line it starts in. */
function startsInIndentedLine({ text, tree: { lines } }: Note, { start }: TextRange): boolean {
  const line = lines.start(lines.lineAt(start));
  return start > line && isBlank(text[line]);
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
