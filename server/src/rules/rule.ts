import type { Point } from '../argument/argument';
import type { Directive } from '../syntax/directives';
import type { TextEdit } from '../syntax/textEdit';
import type { TextRange } from '../syntax/textRange';
import { KEYWORDS, type Keyword, type Named } from '../syntax/tree';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What users have set of a rule: how severe it is, or that it is not to be heard; and values that its options take. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options?: OptionValues;
}

/** By the id of the rule. Rules that are not named are as their metas say. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** A rule of the linter: one file here, one page `docs/rules/<id>.md`. */
export interface Rule {
  readonly meta: RuleMeta;
  /** The findings in one note, in the order of the text. Must be linear in the note. */
  check(context: RuleContext): Finding[];
  /** What it looks at, where that is one statement after the other: after an edit, only few of them are looked at. */
  readonly statements?: StatementCheck;
}

/**
 * The part of a rule that says of each statement by itself. What it says may follow from
 * - the words of the statement, and of the quotations that lead up to it,
 * - who answers whom, who speaks, and who says nothing, in all of the note (`Argument.structure`),
 * - what stands and who names a source (`Notes.standing`), and anything in other notes,
 *
 * and from nothing else: so that what is known of a statement holds as long as these do.
 */
export interface StatementCheck {
  /** Those that it can have something to say of. */
  readonly keywords: ReadonlySet<Keyword>;
  /** The findings at one statement, in the order of the text. Cost: the statement, and its replies. */
  of(context: RuleContext, point: Point): Finding[];
}

/** What rules are about; reports and lists can be sorted by it. */
export const RULE_TAGS = ['argument', 'markup', 'references', 'citations', 'passages', 'directives'] as const;
export type RuleTag = (typeof RULE_TAGS)[number];

/** The options of a rule by name. The names are stable: people write them in their configuration. */
export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** One option: a JSON schema of its values, with what holds where nobody has set it. */
export type RuleOption = { readonly description: string } & (
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum?: number; readonly default: number }
  | { readonly type: 'number'; readonly minimum: number; readonly maximum: number; readonly default: number }
  | { readonly type: 'string'; readonly enum: string[]; readonly default: string }
  | {
      readonly type: 'array';
      readonly items: { readonly type: 'string'; readonly format?: 'regex' };
      readonly default: readonly string[];
    }
);

/** Values that fit the schemas of a rule's options; every option has one. */
export type OptionValues = Readonly<Record<string, unknown>>;

export interface RuleMeta {
  /** Stable: people write it in settings and comments. */
  readonly id: string;
  readonly severity: Severity;
  /** One line for lists. */
  readonly description: string;
  /** What the rule is about: `argument`, `markup`, … */
  readonly tags: readonly RuleTag[];
  /** What users can set beside the severity. */
  readonly options?: RuleOptions;
  /** True where the preferred fixes of all findings of a note can be applied at once, without looking at each. */
  readonly fixAll?: boolean;
  /** True for a rule that may find less where other files are not known: it asks `RuleContext.notes`. */
  readonly looksElsewhere?: boolean;
  /** True for a rule that looks at what the others have left, and so runs after them. */
  readonly last?: boolean;
}

export interface RuleContext {
  readonly notes: Notes;
  readonly note: Note;
  /** What is set of the rule itself: a value for each of the options in its meta. */
  readonly options: OptionValues;
  /** Every rule there is. */
  readonly ruleIds: readonly string[];
  /** Whether a rule is not to be heard, so that a directive for it can have nothing to silence. */
  isOff(rule: string): boolean;
  /** Whether a rule looks at more than the note, so that a file nobody has read yet may hold what it would find. */
  looksElsewhere(rule: string): boolean;
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
  /** True for what something else has replaced: editors strike it through. */
  readonly deprecated?: boolean;
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
  /** What else changes with them, in other notes. */
  readonly elsewhere?: readonly NoteEdits[];
}

/** Disjoint edits of one note. */
export interface NoteEdits {
  /** URI of the note. */
  readonly note: string;
  readonly edits: readonly TextEdit[];
}

export type { TextEdit };

/**
 * A rule that says of each statement by itself; see `StatementCheck`.
 * @param keywords of the statements that it can have something to say of; all of them if there are none
 */
export function statementRule(
  meta: RuleMeta,
  keywords: readonly Keyword[],
  of: (context: RuleContext, point: Point) => Finding[],
): Rule {
  const statements = { keywords: new Set(keywords.length > 0 ? keywords : KEYWORDS), of };
  return { meta, statements, check: (context) => findingsAt(statements, context, statementsOf(statements, context)) };
}

/** Numbers of the statements that a check can have something to say of. Cost: linear in the statements, and small. */
export function statementsOf({ keywords }: StatementCheck, { note }: RuleContext): number[] {
  const wanted: number[] = [];
  note.argument.structure.keywords.forEach((keyword, index) => {
    if (keywords.has(keyword)) wanted.push(index);
  });
  return wanted;
}

/** What a check finds at some statements. */
export function findingsAt(statements: StatementCheck, context: RuleContext, wanted: readonly number[]): Finding[] {
  return wanted.flatMap((index) => {
    const point = context.note.argument.point(index);
    return point ? statements.of(context, point) : [];
  });
}
