/**
 * What stands: the labels of the statements of notes that refer to each other, worked out together. Labels say what the
 * notes record, not what is true.
 */
import { attackedNodes, IN, type Label, type LabelGraph, labelling, labelOf, OUT } from '../argument/labelling';
import { hasLabel } from '../argument/links';
import type { Structure } from '../argument/structure';
import { firstWhere } from '../syntax/sorted';
import type { Note } from './note';
import type { StatementOf } from './references';
import type { Sources } from './sources';

/** The labels of some notes. */
export class Standing {
  private readonly values: Uint8Array;
  private readonly attacked: Uint8Array;
  private readonly member: ReadonlyMap<string, Member>;

  private readonly saidOnce = new Map<string, string>();
  /** Number of statements of all members. */
  private readonly size: number;

  /** @param graph of all statements of the members, as `GraphBuilder` numbers them */
  constructor(
    private readonly members: readonly Member[],
    graph: LabelGraph,
  ) {
    this.size = (graph.size - 1) / 2;
    this.values = labelling(graph);
    this.attacked = attackedNodes(graph, this.values);
    this.member = new Map(members.map((member) => [member.key, member]));
  }

  /** The label of a statement; null for one that asserts nothing. */
  label({ key }: Note, index: number): Label | null {
    const member = this.member.get(key);
    const keyword = member?.structure.keywords[index];
    return member && keyword && hasLabel(keyword) ? labelOf(this.values, this.attacked, member.first + index) : null;
  }

  /**
   * Whether what a statement does to those it answers counts: in where it stands, or is a source, and no undercut of it
   * does; undecided where that is open.
   */
  link({ key }: Note, index: number): 'in' | 'out' | 'undecided' {
    const member = this.member.get(key);
    const value = member ? this.values[this.size + member.first + index] : OUT;
    return value === IN ? 'in' : value === OUT ? 'out' : 'undecided';
  }

  /**
   * All that is said of the statements of a note: equal for two states of the notes if the same is. Cost: the statements,
   * once.
   */
  said({ key }: Note): string {
    const member = this.member.get(key);
    if (!member) return '';
    let said = this.saidOnce.get(key);
    if (said === undefined) {
      said = this.written(member);
      this.saidOnce.set(key, said);
    }
    return said;
  }

  private written({ first, structure, withdrawn }: Member): string {
    const { values, attacked, size } = this;
    let written = '';
    for (let node = first; node < first + structure.keywords.length; node++) {
      const all = 8 * (values[node] as number) + 2 * (values[size + node] as number) + (attacked[node] as number);
      written += String.fromCharCode(FIRST_LETTER + all);
    }
    for (const [from, to] of withdrawn) written += ` ${from}>${to.map((node) => this.nameOf(node)).join()}`;
    return written;
  }

  /** What a statement is called, whatever other notes there are. */
  private nameOf(node: number): string {
    const { key, first } = this.members[firstWhere(this.members.length, (i) => this.firstOf(i) > node) - 1] as Member;
    return `${key}#${node - first}`;
  }

  private firstOf(member: number): number {
    return (this.members[member] as Member).first;
  }

  /** Whether a node of the graph is in. */
  isIn(node: number): boolean {
    return this.values[node] === IN;
  }

  /** Whether a statement's attack on another has been withdrawn by its speaker. */
  isWithdrawn(from: StatementOf, to: StatementOf): boolean {
    const target = this.member.get(to.note.key);
    const attacks = this.member.get(from.note.key)?.withdrawn.get(from.index);
    return target !== undefined && attacks?.includes(target.first + to.index) === true;
  }

  /** Whether a note is one of those that the labels are of, as it was then. */
  isOf({ key, argument, sources }: Note): boolean {
    const member = this.member.get(key);
    return member !== undefined && member.structure === argument.structure && member.sources === sources;
  }
}

/** Letters stand for the values of a statement. */
const FIRST_LETTER = 'A'.charCodeAt(0);

/** A note whose labels are worked out with those of others. */
export interface Member {
  readonly key: string;
  readonly structure: Structure;
  readonly sources: Sources;
  /** Number of its first statement among those of all members. */
  readonly first: number;
  /** For statements whose attacks have been withdrawn: what they attacked, numbered as `first` is. */
  readonly withdrawn: Map<number, number[]>;
}
