import { TRUE } from '../argument/labelling';
import { Concessions, effectOf } from '../argument/links';
import type { Structure } from '../argument/structure';
import type { Keyword } from '../syntax/tree';
import type { Note } from './note';
import type { References } from './references';
import { type Member, Standing } from './standing';

/**
 * The graph of some notes. With n statements in all, node i is statement i, node n + i is what it says to those that it
 * answers (one node, however many they are: an undercut hits all its links alike), and node 2n is a source.
 */
export class GraphBuilder {
  private readonly members: Member[] = [];
  private readonly firstOf = new Map<Note, number>();
  private readonly size: number;
  /** Of all statements. */
  private readonly keywords: readonly Keyword[];
  private readonly hasSource: Uint8Array;
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
    this.hasSource = new Uint8Array(first);
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
    let standing = this.standing(base);
    // Sources in a statement's own words are looked for only where no other reason holds. They may change what else
    // holds, so that it is looked once more; what is still open then is settled by looking everywhere.
    for (let round = 1; round <= ROUNDS; round++) {
      if (!this.addSources(round < ROUNDS ? standing : null)) break;
      standing = this.standing(base);
    }
    return standing;
  }

  private standing(base: Int32Array): Standing {
    return new Standing(this.members, {
      size: base.length,
      base,
      attackFrom: new Int32Array(this.attackFrom),
      attackTo: new Int32Array(this.attackTo),
      supportFrom: new Int32Array(this.supportFrom),
      supportTo: new Int32Array(this.supportTo),
    });
  }

  private addLinks(note: Note, member: Member): void {
    const { structure, first } = member;
    const { keywords, replyStart, wordless } = structure;
    const targets = this.targetsOf(note, structure, first);
    const concessions = concessionsIn(note, structure, targets);
    for (let index = 0; index < keywords.length; index++) {
      // A support or a citation that is still to be filled in is no reason.
      if (keywords[index] === 'support' && wordless[index] && hasNothingUnderIt(note, index)) continue;
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

  /**
   * Adds sources in the own words of statements: they matter only where other reasons are given, too, and may fall.
   * @param standing as it is without them: who has a reason that holds needs no other; null adds them everywhere
   * @returns whether there were any
   */
  private addSources(standing: Standing | null): boolean {
    const needy = this.needy(standing);
    let added = false;
    this.notes.forEach((note, i) => {
      const { structure, first } = this.members[i] as Member;
      for (let index = 0; index < structure.keywords.length; index++) {
        if (!needy[first + index] || !note.isSourced(index)) continue;
        this.addSupport(2 * this.size, first + index);
        this.hasSource[first + index] = 1;
        added = true;
      }
    });
    return added;
  }

  /** 1 for each statement that others support, none of them for sure, and that has no source yet. */
  private needy(standing: Standing | null): Uint8Array {
    const needy = new Uint8Array(this.size);
    for (const to of this.supportTo) needy[to] = 1;
    this.supportTo.forEach((to, i) => {
      if (this.hasSource[to] || standing?.isIn(this.supportFrom[i] as number)) needy[to] = 0;
    });
    return needy;
  }
}

/** How often it is looked for sources where they are needed, before all are taken. */
const ROUNDS = 3;

function hasNothingUnderIt({ argument }: Note, index: number): boolean {
  return argument.shape.children[index]?.length === 0;
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
