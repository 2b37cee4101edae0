import type { Directive } from '../syntax/directives';
import type { TextRange } from '../syntax/textRange';
import type { Named } from '../syntax/tree';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What users have set: how severe a rule is, or that it is not to be heard. Other rules are as severe as their meta says. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** A rule of the linter: one file here, one page `docs/rules/<id>.md`. */
export interface Rule {
  readonly meta: RuleMeta;
  /** The findings in one note, in the order of the text. Must be linear in the note. */
  check(context: RuleContext): Finding[];
}

export interface RuleMeta {
  /** Stable: people write it in settings and comments. */
  readonly id: string;
  readonly severity: Severity;
  /** One line for lists. */
  readonly description: string;
  /** True where the preferred fixes of all findings of a note can be applied at once, without looking at each. */
  readonly fixAll?: boolean;
  /** True for a rule that looks at what the others have left, and so runs after them. */
  readonly last?: boolean;
}

export interface RuleContext {
  readonly notes: Notes;
  readonly note: Note;
  /** Every rule there is. */
  readonly ruleIds: readonly string[];
  /** Whether a rule is not to be heard, so that a directive for it can have nothing to silence. */
  isOff(rule: string): boolean;
  /** For rules that run last. */
  readonly unusedDirectives: readonly UnusedDirective[];
}

/** A directive that silences nothing. */
export interface UnusedDirective {
  readonly directive: Directive;
  /** The rules that it names to no effect, where it names others, too; null where the whole directive has none. */
  readonly rules: readonly Named[] | null;
}

/** One thing a rule has to say of one place. */
export interface Finding {
  readonly range: TextRange;
  /** True for what can go: editors show it faded. */
  readonly unnecessary?: boolean;
  /** Names the thing and says what to do. */
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  /** Ways to mend it; worked out when asked for. */
  fixes(): Fix[];
}

export interface RelatedPlace {
  /** URI of the note. */
  readonly note: string;
  readonly range: TextRange;
  readonly message: string;
}

/** A quick fix. */
export interface Fix {
  readonly title: string;
  /** True for the one most people want. */
  readonly preferred?: boolean;
  /** True for one that changes no statement and no reply, so that it may be applied on saving. */
  readonly safe?: boolean;
  /** Disjoint edits of the note that the finding is in. */
  readonly edits: readonly TextEdit[];
}

export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
  /** Where in the new text the writer goes on, if anywhere. */
  readonly cursor?: number;
}
