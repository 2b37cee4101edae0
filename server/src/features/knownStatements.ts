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
import { changedBlocks } from '../syntax/edits';
import type { GreenBlock } from '../syntax/green';
import type { NoteTree } from '../syntax/tree';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';

/** What a rule has found by statements: where, and with which options. */
interface Known {
  readonly options: OptionValues;
  /** The statements that it has something to say of, in order. */
  readonly found: readonly AtStatement[];
}

/** What a rule has to say of one statement. */
interface AtStatement {
  readonly index: number;
  /** Where the statement's block began when it was said. */
  readonly start: number;
  readonly findings: readonly Finding[];
}

/** Statements that may have other findings than in the version before. */
interface Touched {
  /** Their numbers, in order. */
  readonly indices: readonly number[];
  /** Whether all others stand in the lines that they stood in: a message may name the line of another statement. */
  readonly keepsLines: boolean;
}

/**
 * What the rules have to say of the statements of a note. After an edit that leaves alone who answers whom and what
 * stands, only the statements near the edit are looked at again: of all others the rules have to say what they had, but
 * for the places of other statements, which may have moved.
 */
export class KnownStatements {
  private readonly byRule = new Map<Rule, Known>();
  private readonly tree: NoteTree;
  private readonly argument: Argument;
  private readonly standing: object;
  /** Null where all statements may have other findings than in the version before. */
  private readonly touched: Touched | null;

  /** @param before what was known when the note was last looked at; only if what was asked of other notes still holds */
  constructor(
    notes: Notes,
    note: Note,
    private before: KnownStatements | undefined,
  ) {
    this.tree = note.tree;
    this.argument = note.argument;
    this.standing = notes.standing(note);
    this.touched = before ? this.touchedSince(before) : null;
  }

  /** What a rule has to say of all statements, in the order of the text. */
  findings(rule: Rule, statements: StatementCheck, context: RuleContext): Finding[] {
    const known = this.before?.byRule.get(rule);
    const found =
      known && this.touched && known.options === context.options
        ? this.foundAgain(known.found, this.touched, statements, context)
        : this.foundAt(statementsOf(statements, context), statements, context);
    this.byRule.set(rule, { options: context.options, found });
    return found.flatMap(({ findings }) => findings);
  }

  private foundAt(wanted: readonly number[], statements: StatementCheck, context: RuleContext): AtStatement[] {
    return wanted.flatMap((index) => {
      const findings = findingsAt(statements, context, [index]);
      return findings.length > 0 ? { index, start: this.startOf(index), findings } : [];
    });
  }

  /** Cost: the touched statements; and of those that are known, the ones with findings that name other places. */
  private foundAgain(
    known: readonly AtStatement[],
    { indices, keepsLines }: Touched,
    statements: StatementCheck,
    context: RuleContext,
  ): AtStatement[] {
    const touched = new Set(indices);
    const looked = indices.filter((index) => statements.keywords.has(this.keyword(index)));
    const fresh = this.foundAt(looked, statements, context);
    const kept = known.flatMap((at) => {
      if (touched.has(at.index)) return [];
      const holds = keepsLines && at.findings.every(({ related }) => related.length === 0);
      return holds ? this.movedTo(at, statements, context) : this.foundAt([at.index], statements, context);
    });
    return fresh.length === 0 ? kept : [...kept, ...fresh].sort((a, b) => a.index - b.index);
  }

  /** What was found at a statement, where it stands now. Ways to mend it are worked out for the note as it is now. */
  private movedTo({ index, start, findings }: AtStatement, statements: StatementCheck, context: RuleContext) {
    const now = this.startOf(index);
    const moved = findings.map(
      (finding, order): Finding => ({
        ...finding,
        range: { start: finding.range.start + now - start, end: finding.range.end + now - start },
        fixes: () => findingsAt(statements, context, [index])[order]?.fixes() ?? [],
      }),
    );
    return { index, start: now, findings: moved };
  }

  private startOf(index: number): number {
    return this.tree.starts[this.argument.blocks[index] as number] as number;
  }

  /** Whether what was known before is taken over, as far as the note is the same. */
  get isTakenOver(): boolean {
    return this.touched !== null;
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
   * Cost: that of `changedBlocks`, and the edit.
   */
  private touchedSince({ tree, argument, standing }: KnownStatements): Touched | null {
    const { structure, blocks } = this.argument;
    if (argument.structure !== structure || argument.blocks !== blocks || standing !== this.standing) return null;
    const { from, oldTo, newTo } = changedBlocks(tree, this.tree);
    const [old, fresh] = [tree.green.slice(from, oldTo), this.tree.green.slice(from, newTo)];
    if (![...old, ...fresh].every(isOfStatements)) return null;
    const first = this.argument.firstFrom(from);
    const last = Math.min(this.argument.firstFrom(newTo), blocks.length - 1);
    const keepsLines =
      old.length === fresh.length && old.every(({ lineCount }, i) => lineCount === fresh[i]?.lineCount);
    return { indices: Array.from({ length: last - first + 1 }, (_, i) => first + i), keepsLines };
  }
}

/** Blocks of which nothing follows but for the statements around them; the front matter may name who takes part. */
function isOfStatements({ kind }: GreenBlock): boolean {
  return kind === 'statement' || kind === 'prose' || kind === 'quotation' || kind === 'blank';
}
