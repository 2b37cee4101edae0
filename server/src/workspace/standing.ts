/**
 * What stands: the labels of the statements of notes that refer to each other, worked out together. Labels say what the
 * notes record, not what is true.
 */
import { attackedNodes, IN, type Label, type LabelGraph, labelling, labelOf, OUT } from '../argument/labelling';
import { hasLabel } from '../argument/links';
import type { Structure } from '../argument/structure';
import type { Note } from './note';
import type { StatementOf } from './references';
import type { Sources } from './sources';

/** The labels of some notes. */
export class Standing {
  private readonly values: Uint8Array;
  private readonly attacked: Uint8Array;
  private readonly member: ReadonlyMap<string, Member>;

  /** Number of statements of all members. */
  private readonly size: number;

  /** @param graph of all statements of the members, as `GraphBuilder` numbers them */
  constructor(members: readonly Member[], graph: LabelGraph) {
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
