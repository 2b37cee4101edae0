import type { Argument } from '../argument/argument';
import {
  type Finding,
  findingsAt,
  type OptionValues,
  type Rule,
  type RuleContext,
  type StatementCheck,
  statementsOf,
} from '../rules/rule';
import type { GreenBlock } from '../syntax/green';
import type { NoteTree } from '../syntax/tree';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';

/** What a rule has found by statements: where, and with which options. */
interface Known {
  readonly options: OptionValues;
  /** Numbers of the statements that it has something to say of, in order. */
  readonly found: readonly number[];
}

/**
 * Which statements of a note the rules have something to say of. After an edit that leaves alone who answers whom and
 * what stands, only those are looked at again, and those near the edit: all others had nothing, and have nothing.
 */
export class KnownStatements {
  private readonly byRule = new Map<Rule, Known>();
  private readonly tree: NoteTree;
  private readonly argument: Argument;
  private readonly standing: object;
  private readonly others: number;
  /** Statements that may have other findings than in the version before; null for all of them. */
  private readonly touched: readonly number[] | null;

  /** @param before what was known when the note was last looked at */
  constructor(
    notes: Notes,
    note: Note,
    private before: KnownStatements | undefined,
  ) {
    this.tree = note.tree;
    this.argument = note.argument;
    this.standing = notes.standing(note);
    this.others = notes.othersRevision(note);
    this.touched = before?.others === this.others ? this.touchedSince(before) : null;
  }

  /** What a rule has to say of all statements, in the order of the text. */
  findings(rule: Rule, statements: StatementCheck, context: RuleContext): Finding[] {
    const known = this.before?.byRule.get(rule);
    const wanted =
      known && this.touched && known.options === context.options
        ? merged(
            known.found,
            this.touched.filter((index) => statements.keywords.has(this.keyword(index))),
          )
        : statementsOf(statements, context);
    const found: number[] = [];
    const findings = wanted.flatMap((index) => {
      const here = findingsAt(statements, context, [index]);
      if (here.length > 0) found.push(index);
      return here;
    });
    this.byRule.set(rule, { options: context.options, found });
    return findings;
  }

  /** Lets go of the version before, once all rules have been heard. */
  done(): this {
    this.before = undefined;
    return this;
  }

  private keyword(index: number) {
    return this.argument.structure.keywords[index] ?? 'claim';
  }

  /**
   * The statements of the blocks that are others than before, and the one behind them, which they may lead up to.
   * Cost: comparing which blocks there are, and the edit.
   */
  private touchedSince({ tree, argument, standing }: KnownStatements): number[] | null {
    const { structure, blocks } = this.argument;
    if (argument.structure !== structure || argument.blocks !== blocks || standing !== this.standing) return null;
    const edit = differing(tree.green, this.tree.green);
    if (!edit.old.every(isOfStatements) || !edit.fresh.every(isOfStatements)) return null;
    const first = this.argument.firstFrom(edit.from);
    const last = Math.min(this.argument.firstFrom(edit.to), blocks.length - 1);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }
}

/** Blocks of which nothing follows but for the statements around them; the front matter may name who takes part. */
function isOfStatements({ kind }: GreenBlock): boolean {
  return kind === 'statement' || kind === 'prose' || kind === 'quotation' || kind === 'blank';
}

/** The blocks between those that two versions have in common at their beginnings and ends. */
function differing(old: readonly GreenBlock[], fresh: readonly GreenBlock[]) {
  const most = Math.min(old.length, fresh.length);
  let from = 0;
  while (from < most && old[from] === fresh[from]) from++;
  let kept = 0;
  while (kept < most - from && old[old.length - 1 - kept] === fresh[fresh.length - 1 - kept]) kept++;
  const to = fresh.length - kept;
  return { from, to, old: old.slice(from, old.length - kept), fresh: fresh.slice(from, to) };
}

/** Two lists of numbers in order as one, each number once. */
function merged(one: readonly number[], other: readonly number[]): number[] {
  return [...new Set([...one, ...other])].sort((a, b) => a - b);
}
