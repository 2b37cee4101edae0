import type { ForeignReply } from '../argument/structure';
import type { Note } from './note';
import { comesBefore } from './noteUri';
import type { References } from './references';
import type { Standing } from './standing';
import { GraphBuilder } from './standingGraph';

/** Notes that references tie together, and their labels. */
export interface Tied {
  /** In the order of notes; the same list while none of them has changed. */
  readonly notes: readonly Note[];
  readonly standing: Standing;
}

/** The labels of all notes of a workspace. What has not changed is not worked out again. */
export class Standings {
  private readonly known = new Map<string, Tied>();

  constructor(private readonly references: References) {}

  /** A note and all that it is tied to by references, with their labels: the same for each of them. Cost: all of them. */
  of(note: Note): Tied {
    const notes = this.tiedTo(note);
    const before = this.known.get(note.key);
    const holds = before?.standing.holdsFor(notes) === true;
    if (holds && notes.every((member, i) => member === before.notes[i])) return before;
    const standing = holds ? before.standing : new GraphBuilder(notes, this.references).done();
    const tied = { notes, standing };
    for (const { key } of notes) this.known.set(key, tied);
    return tied;
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
