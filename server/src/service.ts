import type {
  CodeAction,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FormattingOptions,
  Hover,
  Position,
  Range,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver-types';
import { identify } from './citations/identify';
import type { BaselineEntry } from './config/baseline';
import { argumentView, type ViewStatement } from './features/argumentView';
import { type CodeActionOptions, codeActions } from './features/codeActions';

export { ACTION_KINDS } from './features/codeActions';
export { MOST_PROBLEMS } from './features/diagnostics';

import { Configuration } from './config/configuration';
import { baselined } from './features/baselined';
import { type ConfigProblem, configProblems } from './features/configProblems';
import { contentFingerprint } from './features/contentFingerprint';
import { MOST_PROBLEMS, toDiagnostics } from './features/diagnostics';
import { directiveHover } from './features/directiveHover';
import { documentLinks } from './features/documentLinks';
import { documentSymbols } from './features/documentSymbols';
import { findingsOf, type RuleFinding } from './features/findings';
import { safeFixes } from './features/fixAll';
import { foldingRanges } from './features/foldingRanges';
import { type Bullets, formatting, onTypeFormatting, rangeFormatting } from './features/formatting';
import { hover } from './features/hover';
import { selectionRanges } from './features/selectionRanges';
import { semanticTokens } from './features/semanticTokens';
import { applied } from './formatting/edits';
import type { RuleSettings } from './rules/rule';
import type { Note } from './workspace/note';
import { Notes } from './workspace/notes';
import { canonicalUri } from './workspace/noteUri';
import { type Outline, outlineOf } from './workspace/outline';

export { BASELINE_NAME, type Recorded, readBaseline, writtenBaseline } from './config/baseline';
export { readRules } from './config/ruleSettings';
export type { RuleFinding } from './features/findings';
export { type Bullets, FORMATTING_TRIGGERS } from './features/formatting';
export { semanticTokensDelta, semanticTokensLegend } from './features/semanticTokens';
export { RULES } from './rules/registry';
export { type RuleMeta, type RuleSettings, SEVERITIES } from './rules/rule';
export type { Outline, OutlineCitation, OutlineStatement } from './workspace/outline';

interface Checked {
  readonly note: Note;
  readonly revision: number;
  /** Revision of what users have set. */
  readonly settings: number;
  readonly findings: readonly RuleFinding[];
  readonly diagnostics: readonly Diagnostic[];
  /** Entries of the baseline that nothing in the note fits any more. */
  readonly stale: readonly BaselineEntry[];
}

/**
 * The language service: everything that is known of debate notes, without Node, protocol or editor. Notes are put in
 * and taken out; questions are answered from what is in. Questions about a note that is not in are answered with
 * nothing. Positions are LSP's: lines and UTF-16 characters from 0.
 */
export class LanguageService {
  private readonly notes = new Notes();
  private readonly checked = new Map<string, Checked>();
  /** What users have set of the rules, for each note. */
  readonly configuration = new Configuration();
  private maxProblems = MOST_PROBLEMS;
  /** URI of the folder with a page for each rule, for links to them; null where there is none to open. */
  rulePages: string | null = null;

  /** Grows with every change of any note or bibliography. */
  get revision(): number {
    return this.notes.revision;
  }

  /**
   * Sets how severe rules are, over what configuration files say.
   * @param maxProblems diagnostics that a note has at most; the most severe are kept
   */
  setRules(settings: RuleSettings, maxProblems = MOST_PROBLEMS): void {
    this.configuration.setRules(settings);
    this.maxProblems = maxProblems;
    this.checked.clear();
  }

  /** Adds a note or gives it another text. */
  setNote(uri: string, text: string, version: number | null = null): void {
    this.notes.set(uri, text, version);
  }

  /** Does now what the next question about any note would have to do for this one. */
  prepare(uri: string): void {
    this.notes.prepare(uri);
  }

  deleteNote(uri: string): void {
    this.notes.delete(uri);
    this.checked.delete(canonicalUri(uri));
  }

  /** Adds a bibliography or gives it another text. While a file is half written, what it had before still counts. */
  setBibliography(uri: string, text: string): void {
    this.notes.bibliographies.set(uri, text);
  }

  /** Says why a bibliography that is named somewhere cannot be read: the reason completes “It cannot be read: …”. */
  setUnreadableBibliography(uri: string, reason: string): void {
    this.notes.bibliographies.setUnreadable(uri, reason);
  }

  deleteBibliography(uri: string): void {
    this.notes.bibliographies.delete(uri);
  }

  /** Sets the bibliographies that belong to every note, whatever its front matter names. */
  setSharedBibliographies(uris: readonly string[]): void {
    this.notes.bibliographies.setShared(uris);
  }

  /** URIs of bibliographies that notes or settings name and that nobody has read yet. */
  wantedBibliographies(): string[] {
    return this.notes.bibliographies.wanted(this.notes.all());
  }

  /** URIs of all notes, as they were given. */
  noteUris(): string[] {
    return this.notes.all().map(({ uri }) => uri);
  }

  note(uri: string): Note | undefined {
    return this.notes.get(uri);
  }

  /** What the rules have to say of a note. Worked out again only after a change of any note. */
  findings(uri: string): readonly RuleFinding[] {
    return this.check(uri)?.findings ?? [];
  }

  /** Entries of a note's baseline that nothing in it fits any more. */
  staleBaselineEntries(uri: string): readonly BaselineEntry[] {
    return this.check(uri)?.stale ?? [];
  }

  /**
   * What is wrong in configuration files and baselines, by their URIs; those without a problem have an empty list.
   * @param notes URIs of the notes whose baselines are looked through for entries that nothing fits any more
   */
  configProblems(notes: readonly string[]): Map<string, ConfigProblem[]> {
    const stale = new Map<string, BaselineEntry[]>();
    for (const note of notes) {
      const baseline = this.configuration.baselineOf(note)?.uri;
      if (baseline === undefined) continue;
      stale.set(baseline, [...(stale.get(baseline) ?? []), ...this.staleBaselineEntries(note)]);
    }
    return configProblems(this.configuration, stale);
  }

  /** The same as diagnostics. While they are equal the very same list is returned, whatever has changed. */
  diagnostics(uri: string): readonly Diagnostic[] {
    return this.check(uri)?.diagnostics ?? [];
  }

  /** Tells a finding of a note by its rule and its words, wherever in the note they stand; see `contentFingerprint`. */
  fingerprint(uri: string, finding: RuleFinding): string {
    const note = this.notes.get(uri);
    return note ? contentFingerprint(note, finding) : '';
  }

  /** The text of a note with all safe fixes applied, as on saving; null where there is none to apply. */
  safelyFixed(uri: string): string | null {
    const note = this.notes.get(uri);
    const fix = note && safeFixes(note, this.findings(uri));
    return fix ? applied(note.text, fix.edits) : null;
  }

  codeActions(uri: string, range: Range, options: CodeActionOptions): CodeAction[] {
    const note = this.notes.get(uri);
    return note
      ? codeActions(this.notes, note, this.findings(uri), range, { ...options, rulePages: this.rulePages })
      : [];
  }

  /** @param markdown whether the client renders Markdown; plain text otherwise */
  hover(uri: string, position: Position, markdown = true): Hover | null {
    const note = this.notes.get(uri);
    if (!note) return null;
    return directiveHover(note, position, markdown, this.rulePages) ?? hover(this.notes, note, position, markdown);
  }

  documentLinks(uri: string): DocumentLink[] {
    const note = this.notes.get(uri);
    return note ? documentLinks(note) : [];
  }

  documentSymbols(uri: string): DocumentSymbol[] {
    const note = this.notes.get(uri);
    return note ? documentSymbols(note) : [];
  }

  /** @param limit how many ranges the client takes */
  foldingRanges(uri: string, limit?: number): FoldingRange[] {
    const note = this.notes.get(uri);
    return note ? foldingRanges(note, limit) : [];
  }

  selectionRanges(uri: string, positions: readonly Position[]): SelectionRange[] {
    const note = this.notes.get(uri);
    return note ? selectionRanges(note, positions) : [];
  }

  /** In LSP's encoding; the names behind the numbers are in `semanticTokensLegend`. */
  semanticTokens(uri: string, range?: Range): number[] {
    const note = this.notes.get(uri);
    if (!note) return [];
    const standing = this.notes.standing(note);
    return semanticTokens(note, range, (index) => standing.label(note, index));
  }

  /** Stands for the labels of a note and of all it is tied to: another object once any of them may have changed. */
  labels(uri: string): object | null {
    const note = this.notes.get(uri);
    return note ? this.notes.standing(note) : null;
  }

  /** Edits that format a whole note, or the lines of a range. */
  formatting(uri: string, options: FormattingOptions, bullets: Bullets, range?: Range): TextEdit[] {
    const note = this.notes.get(uri);
    if (!note) return [];
    return range ? rangeFormatting(note, range, options, bullets) : formatting(note, options, bullets);
  }

  /** Edits that set right what has just been typed: one of `FORMATTING_TRIGGERS`, right in front of a position. */
  onTypeFormatting(uri: string, position: Position, typed: string): TextEdit[] {
    const note = this.notes.get(uri);
    return note ? onTypeFormatting(note, position, typed) : [];
  }

  /** The argument tree as the sidebar shows it; null for a note that is not in. */
  argumentView(uri: string): { version: number | null; statements: ViewStatement[] } | null {
    const note = this.notes.get(uri);
    return note ? { version: note.version, statements: argumentView(note) } : null;
  }

  /** The argument tree with everything known of each statement; null for a note that is not in. */
  outline(uri: string): Outline | null {
    const note = this.notes.get(uri);
    return note ? outlineOf(this.notes, note) : null;
  }

  /** What a reference that somebody typed on its own refers to. */
  identify(input: string): ReturnType<typeof identify> {
    return identify(input);
  }

  private check(uri: string): Checked | undefined {
    const note = this.notes.get(uri);
    if (!note) return undefined;
    const before = this.checked.get(note.key);
    const { revision } = this.configuration;
    if (before?.note === note && before.revision === this.revision && before.settings === revision) return before;
    const { isIgnored, rules } = this.configuration.of(uri);
    const baseline = this.configuration.baselineOf(uri);
    const all = isIgnored ? [] : findingsOf(this.notes, note, rules);
    const { findings, stale } = baselined(note, all, baseline?.entries ?? []);
    const fresh = toDiagnostics(this.notes, note, findings, {
      rulePages: this.rulePages,
      maxProblems: this.maxProblems,
    });
    const isSame = before !== undefined && JSON.stringify(before.diagnostics) === JSON.stringify(fresh);
    const diagnostics = isSame ? before.diagnostics : fresh;
    const checked = { note, revision: this.revision, settings: revision, findings, diagnostics, stale };
    this.checked.set(note.key, checked);
    return checked;
  }
}
