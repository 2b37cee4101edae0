/**
 * What stands: the labels of the statements of notes that refer to each other, worked out together. Labels say what the
 * notes record, not what is true.
 */
import { attackedNodes, IN, type Label, type LabelGraph, labelling, labelOf, OUT, TRUE } from '../argument/labelling';
import { Concessions, effectOf, hasLabel, repliedTo } from '../argument/links';
import type { ForeignReply, Structure } from '../argument/structure';
import type { Keyword } from '../syntax/tree';
import type { Note } from './note';
import { comesBefore } from './noteUri';
import type { References, StatementOf } from './references';
import type { Sources } from './sources';

/** The labels of some notes. */
export class Standing {
  private readonly values: Uint8Array;
  private readonly attacked: Uint8Array;
  private readonly member: ReadonlyMap<string, Member>;

  /** @param graph of all statements of the members, as `GraphBuilder` numbers them */
  constructor(
    private readonly members: readonly Member[],
    private readonly graph: LabelGraph,
  ) {
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
    const value = member ? this.values[(this.graph.size - 1) / 2 + member.first + index] : OUT;
    return value === IN ? 'in' : value === OUT ? 'out' : 'undecided';
  }

  /** Whether a statement's attack on another has been withdrawn by its speaker. */
  isWithdrawn(from: StatementOf, to: StatementOf): boolean {
    const target = this.member.get(to.note.key);
    const attacks = this.member.get(from.note.key)?.withdrawn.get(from.index);
    return target !== undefined && attacks?.includes(target.first + to.index) === true;
  }

  /** Whether the labels still hold: nobody's structure or sources have changed, and the same notes are tied together. */
  holdsFor(notes: readonly Note[]): boolean {
    const { members } = this;
    return (
      notes.length === members.length &&
      notes.every(({ key, argument, sources }, i) => {
        const member = members[i] as Member;
        return member.key === key && member.structure === argument.structure && member.sources === sources;
      })
    );
  }
}

interface Member {
  readonly key: string;
  readonly structure: Structure;
  readonly sources: Sources;
  /** Number of its first statement among those of all members. */
  readonly first: number;
  /** For statements whose attacks have been withdrawn: what they attacked, numbered as `first` is. */
  readonly withdrawn: Map<number, number[]>;
}

/** The labels of all notes of a workspace. What has not changed is not worked out again. */
export class Standings {
  private readonly known = new Map<string, Standing>();

  constructor(private readonly references: References) {}

  /** The labels of a note and of all that it is tied to by references. */
  of(note: Note): Standing {
    const notes = this.tiedTo(note);
    const before = this.known.get(note.key);
    if (before?.holdsFor(notes)) return before;
    const standing = new GraphBuilder(notes, this.references).done();
    for (const { key } of notes) this.known.set(key, standing);
    return standing;
  }

  forget(key: string): void {
    this.known.delete(key);
  }

  /** A note and all notes that references lead to or come from, however far, in the order of notes. */
  private tiedTo(note: Note): Note[] {
    if (note.argument.structure.foreign.length === 0 && this.references.referrersOf(note).length === 0) return [note];
    const found = new Map([[note.key, note]]);
    for (const member of found.values()) {
      for (const other of this.neighboursOf(member)) if (!found.has(other.key)) found.set(other.key, other);
    }
    return [...found.values()].sort((a, b) => (comesBefore(a.key, b.key) ? -1 : 1));
  }

  private *neighboursOf(note: Note): Iterable<Note> {
    for (const target of note.argument.structure.foreign) {
      const meant = this.references.locate(note, target);
      if (meant) yield meant.note;
    }
    for (const other of this.references.referrersOf(note)) {
      const isMeant = (target: ForeignReply) => this.references.locate(other, target)?.note === note;
      if (other.argument.structure.foreign.some(isMeant)) yield other;
    }
  }
}

/**
 * The graph of some notes. With n statements in all, node i is statement i, node n + i is what it says to those that it
 * answers (one node, however many they are: an undercut hits all its links alike), and node 2n is a source.
 */
class GraphBuilder {
  private readonly members: Member[] = [];
  private readonly firstOf = new Map<Note, number>();
  private readonly size: number;
  /** Of all statements. */
  private readonly keywords: readonly Keyword[];
  private readonly attackFrom: number[] = [];
  private readonly attackTo: number[] = [];
  private readonly supportFrom: number[] = [];
  private readonly supportTo: number[] = [];

  constructor(
    private readonly notes: readonly Note[],
    private readonly references: References,
  ) {
    let first = 0;
    for (const note of notes) {
      const { structure } = note.argument;
      this.members.push({ key: note.key, structure, sources: note.sources, first, withdrawn: new Map() });
      this.firstOf.set(note, first);
      first += structure.keywords.length;
    }
    this.size = first;
    this.keywords =
      this.members.length === 1
        ? (this.members[0] as Member).structure.keywords
        : this.members.flatMap(({ structure }) => structure.keywords);
  }

  done(): Standing {
    const base = new Int32Array(2 * this.size + 1).fill(TRUE);
    this.notes.forEach((note, i) => {
      const member = this.members[i] as Member;
      this.addLinks(note, member);
      member.structure.keywords.forEach((keyword, index) => {
        if (keyword !== 'cite') base[this.size + member.first + index] = member.first + index;
      });
    });
    this.addSources();
    return new Standing(this.members, {
      size: base.length,
      base,
      attackFrom: Int32Array.from(this.attackFrom),
      attackTo: Int32Array.from(this.attackTo),
      supportFrom: Int32Array.from(this.supportFrom),
      supportTo: Int32Array.from(this.supportTo),
    });
  }

  private addLinks(note: Note, member: Member): void {
    const { structure, first } = member;
    const { keywords, replyStart, wordless } = structure;
    const targets = this.targetsOf(note, structure, first);
    const concessions = concessionsIn(note, structure, targets);
    const replied = repliedTo(structure);
    for (let index = 0; index < keywords.length; index++) {
      // A support or a citation that is still to be filled in is no reason.
      if (keywords[index] === 'support' && wordless[index] && !replied[index]) continue;
      for (let k = replyStart[index] as number; k < (replyStart[index + 1] as number); k++) {
        const to = targets[k] as number;
        if (to < 0) continue;
        if (this.isWithdrawn(note, index, to, concessions)) {
          member.withdrawn.set(index, [...(member.withdrawn.get(index) ?? []), to]);
        } else this.addLink(note, index, first + index, to);
      }
    }
  }

  private isWithdrawn({ argument }: Note, index: number, to: number, concessions: Concessions | null): boolean {
    if (!concessions || argument.structure.keywords[index] !== 'rebuttal') return false;
    return concessions.withdraw(to, argument.speakers[index] ?? null, index);
  }

  private addLink(note: Note, index: number, from: number, to: number): void {
    const keyword = this.keywords[from] as Keyword;
    switch (effectOf(keyword, this.keywords[to] as Keyword)) {
      case 'attacks':
        this.addAttack(this.size + from, to);
        break;
      case 'attacksLink':
        this.addAttack(this.size + from, this.size + to);
        break;
      case 'supports':
        if (keyword !== 'cite' || note.isSourced(index)) this.addSupport(this.size + from, to);
    }
  }

  private addAttack(from: number, to: number): void {
    this.attackFrom.push(from);
    this.attackTo.push(to);
  }

  private addSupport(from: number, to: number): void {
    this.supportFrom.push(from);
    this.supportTo.push(to);
  }

  /** What every reply leads to, numbered over all notes; -1 for nowhere. */
  private targetsOf(note: Note, { replyStart, replyTo, foreign }: Structure, first: number): Int32Array {
    const targets = replyTo.map((to) => (to < 0 ? -1 : first + to));
    for (const target of foreign) {
      const meant = this.references.locate(note, target);
      const firstThere = meant && this.firstOf.get(meant.note);
      if (meant && firstThere !== null && firstThere !== undefined) {
        targets[(replyStart[target.index] as number) + target.order] = firstThere + meant.index;
      }
    }
    return targets;
  }

  /** A source in a statement's own words matters only where other reasons are given, too, and may fall. */
  private addSources(): void {
    const supported = new Uint8Array(this.size);
    for (const to of this.supportTo) supported[to] = 1;
    this.notes.forEach((note, i) => {
      const { structure, first } = this.members[i] as Member;
      structure.keywords.forEach((_, index) => {
        if (supported[first + index] && note.isSourced(index)) this.addSupport(2 * this.size, first + index);
      });
    });
  }
}

/** What the concessions of a note grant; null where there are none. */
function concessionsIn(
  { argument }: Note,
  { keywords, replyStart }: Structure,
  targets: Int32Array,
): Concessions | null {
  if (!keywords.includes('concession')) return null;
  const concessions = new Concessions();
  keywords.forEach((keyword, index) => {
    const speaker = argument.speakers[index];
    if (keyword !== 'concession' || !speaker) return;
    for (let k = replyStart[index] as number; k < (replyStart[index + 1] as number); k++) {
      if ((targets[k] as number) >= 0) concessions.add(targets[k] as number, speaker, index);
    }
  });
  return concessions;
}
