import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';
import type { BaselineEntry } from '../config/baseline';
import { Configuration } from '../config/configuration';
import { applied } from '../formatting/edits';
import type { RuleSettings, Severity } from '../rules/rule';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { canonicalUri } from '../workspace/noteUri';
import type { Reads } from '../workspace/reads';
import { baselined } from './baselined';
import { type CodeActionOptions, codeActions } from './codeActions';
import { type ConfigProblem, configProblems } from './configProblems';
import { contentFingerprint } from './contentFingerprint';
import { MOST_PROBLEMS, toDiagnostics } from './diagnostics';
import { findingsOf, type RuleFinding } from './findings';
import { safeFixes } from './fixAll';
import { KnownStatements } from './knownStatements';

interface Checked {
  readonly note: Note;
  /** What of other notes all this follows from. */
  readonly reads: Reads;
  /** Revision of what users have set. */
  readonly settings: number;
  /** Entries of the baseline that nothing in the note fits any more. */
  readonly stale: readonly BaselineEntry[];
  /** Null while the note rests. */
  found: Found | null;
}

interface Found {
  readonly findings: readonly RuleFinding[];
  readonly diagnostics: readonly Diagnostic[];
  readonly statements: KnownStatements;
}

/**
 * What the rules say of notes, under what users have set of them; worked out once for each state of a note and of what
 * the rules have asked of others.
 */
export class Linter {
  /** What users have set of the rules, for each note. */
  readonly configuration = new Configuration();
  private readonly checked = new Map<string, Checked>();
  private maxProblems = MOST_PROBLEMS;
  /** URI of the folder with a page for each rule, for links to them; null where there is none to open. */
  rulePages: string | null = null;

  constructor(private readonly notes: Notes) {}

  /**
   * Sets how severe rules are, over what configuration files say.
   * @param maxProblems diagnostics that a note has at most; the most severe are kept
   */
  setRules(settings: RuleSettings, maxProblems = MOST_PROBLEMS): void {
    this.configuration.setRules(settings);
    this.maxProblems = maxProblems;
    this.checked.clear();
  }

  /** Lets go of what is known of a note that is gone. */
  forget(uri: string): void {
    this.checked.delete(canonicalUri(uri));
  }

  /** How severe a rule is in a note, by what users have set. */
  severityOf(uri: string, rule: string): Severity | 'off' {
    return this.configuration.of(uri).rules.get(rule)?.severity ?? 'off';
  }

  /** What the rules have to say of a note. Worked out again only after a change of what they follow from. */
  findings(uri: string): readonly RuleFinding[] {
    return this.found(uri)?.findings ?? [];
  }

  /** The same as diagnostics. While they are equal the very same list is returned, whatever has changed. */
  diagnostics(uri: string): readonly Diagnostic[] {
    return this.found(uri)?.diagnostics ?? [];
  }

  /** Whether the same would be found in a note as when it was last looked at. Cost: that of `Notes.hold`. */
  isCurrent(uri: string): boolean {
    const note = this.notes.get(uri);
    return note !== undefined && this.current(note) !== undefined;
  }

  /** Lets go of what was found in a note, but for what it follows from. */
  rest(uri: string): void {
    const checked = this.checked.get(canonicalUri(uri));
    if (checked) checked.found = null;
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
      const entries = stale.get(baseline);
      const fresh = this.check(note)?.stale ?? [];
      // Thousands of notes may share one baseline.
      if (entries) for (const entry of fresh) entries.push(entry);
      else stale.set(baseline, [...fresh]);
    }
    return configProblems(this.configuration, stale);
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

  private found(uri: string): Found | undefined {
    const note = this.notes.get(uri);
    return note && (this.current(note)?.found ?? this.look(note).found ?? undefined);
  }

  private check(uri: string): Checked | undefined {
    const note = this.notes.get(uri);
    return note && (this.current(note) ?? this.look(note));
  }

  /** What is known of a note, if it holds. */
  private current(note: Note): Checked | undefined {
    const known = this.checked.get(note.key);
    const isOf = known?.note === note && known.settings === this.configuration.revision;
    return isOf && this.notes.hold(note, known.reads) ? known : undefined;
  }

  private look(note: Note): Checked {
    const before = this.checked.get(note.key);
    const { revision: settings } = this.configuration;
    const known = before?.settings === settings ? before : undefined;
    const { result, reads } = this.notes.reading(note, () => this.work(note, before?.found, known));
    const { stale, ...found } = result;
    if (known && found.statements.isTakenOver) reads.take(known.reads);
    found.statements.done();
    const checked: Checked = { note, settings, reads, stale, found };
    this.checked.set(note.key, checked);
    return checked;
  }

  private work(note: Note, before: Found | null | undefined, known: Checked | undefined) {
    const { isIgnored, rules } = this.configuration.of(note.uri);
    const taken = known?.found && this.notes.holdButPassages(known.reads) ? known.found.statements : undefined;
    const statements = new KnownStatements(this.notes, note, taken);
    const all = isIgnored ? [] : findingsOf(this.notes, note, rules, statements);
    // What is switched off is not found, but may be there all the same.
    const isHeard = ({ rule }: BaselineEntry) => !isIgnored && rules.get(rule)?.severity !== 'off';
    const entries = (this.configuration.baselineOf(note.uri)?.entries ?? []).filter(isHeard);
    const { findings, stale } = baselined(note, all, entries);
    const { rulePages, maxProblems } = this;
    const fresh = toDiagnostics(this.notes, note, findings, { rulePages, maxProblems });
    const isSame = before && JSON.stringify(before.diagnostics) === JSON.stringify(fresh);
    const diagnostics = isSame ? before.diagnostics : fresh;
    return { findings, diagnostics, stale, statements };
  }
}
