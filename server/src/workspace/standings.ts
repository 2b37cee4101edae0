import type { ForeignReply } from '../argument/structure';
import type { Note } from './note';
import { comesBefore } from './noteUri';
import type { References } from './references';
import type { Standing } from './standing';
import { GraphBuilder } from './standingGraph';

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
  tiedTo(note: Note): Note[] {
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
