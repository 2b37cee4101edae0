/** Which findings the directives of a note silence, and which directives silence none. */

import type { UnusedDirective } from '../rules/rule';
import { type Directive, directivesOf } from '../syntax/directives';
import { firstWhere } from '../syntax/sorted';
import type { Named, NoteTree } from '../syntax/tree';
import type { RuleFinding } from './findings';

/** What one directive says of one rule. */
interface Mute {
  readonly directive: Directive;
  /** null for a directive that names no rule. */
  readonly rule: Named | null;
  readonly from: number;
  /** Offset at which it ends. */
  to: number;
  isUsed: boolean;
}

/** The key of directives that name no rule. */
const ALL = '';

/** The mutes for one rule. */
class Mutes {
  readonly lines = new Map<number, Mute>();
  /** In the order of the text, disjoint. */
  readonly regions: Mute[] = [];
  file: Mute | undefined;

  /** The narrowest that holds a place. Cost: logarithmic. */
  at(line: number, offset: number): Mute | undefined {
    return this.lines.get(line) ?? this.regionAt(offset) ?? this.file;
  }

  private regionAt(offset: number): Mute | undefined {
    const behind = firstWhere(this.regions.length, (i) => (this.regions[i] as Mute).from > offset);
    const region = this.regions[behind - 1];
    return region && offset < region.to ? region : undefined;
  }
}

export class Suppression {
  private readonly mutes: Mute[] = [];
  private readonly byRule = new Map<string, Mutes>();
  /** Regions that no directive has ended yet. */
  private readonly open = new Map<string, Mute>();

  constructor(private readonly tree: NoteTree) {
    for (const directive of directivesOf(tree).known) {
      const rules = directive.rules.length > 0 ? directive.rules : [null];
      for (const rule of rules) this.add(directive, rule);
    }
  }

  /**
   * Whether a finding is silenced; the directive that does so counts as used. Cost: logarithmic in the directives.
   * @param canBeNamedOnly whether only a directive that names the rule silences it: a directive for all rules would
   * silence what is said of itself
   */
  silences({ rule, range: { start } }: Pick<RuleFinding, 'rule' | 'range'>, canBeNamedOnly: boolean): boolean {
    if (this.mutes.length === 0) return false;
    const line = this.tree.lines.lineAt(start);
    const mute =
      this.byRule.get(rule)?.at(line, start) ?? (canBeNamedOnly ? null : this.byRule.get(ALL)?.at(line, start));
    if (!mute) return false;
    mute.isUsed = true;
    return true;
  }

  /** Directives, or names in them, that have silenced nothing so far. */
  unused(): UnusedDirective[] {
    const byDirective = new Map<Directive, Mute[]>();
    for (const mute of this.mutes) {
      if (mute.isUsed) continue;
      const others = byDirective.get(mute.directive);
      if (others) others.push(mute);
      else byDirective.set(mute.directive, [mute]);
    }
    return [...byDirective].map(([directive, mutes]) => ({
      directive,
      rules: mutes.length < directive.rules.length ? mutes.flatMap(({ rule }) => rule ?? []) : null,
    }));
  }

  private add(directive: Directive, rule: Named | null): void {
    const key = rule?.name ?? ALL;
    const mute: Mute = { directive, rule, from: directive.range.end, to: Number.POSITIVE_INFINITY, isUsed: false };
    this.mutes.push(mute);
    const mutes = this.byRule.get(key) ?? new Mutes();
    this.byRule.set(key, mutes);
    const { lines } = this.tree;
    switch (directive.scope) {
      case 'line':
        mutes.lines.set(lines.lineAt(directive.range.start), mute);
        break;
      case 'nextLine':
        mutes.lines.set(lines.lineAt(directive.range.end - 1) + 1, mute);
        break;
      case 'file':
        mutes.file ??= mute;
        break;
      case 'begin':
        if (this.open.has(key)) break;
        this.open.set(key, mute);
        mutes.regions.push(mute);
        break;
      case 'end':
        mute.isUsed = this.end(key, directive.range.start);
    }
  }

  /** Ends what a directive names, or everything; returns whether there was anything to end. */
  private end(key: string, offset: number): boolean {
    const ended = key === ALL ? [...this.open.keys()] : this.open.has(key) ? [key] : [];
    for (const rule of ended) {
      (this.open.get(rule) as Mute).to = offset;
      this.open.delete(rule);
    }
    return ended.length > 0;
  }
}
