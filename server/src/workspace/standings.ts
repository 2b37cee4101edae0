import type { ForeignReply } from '../argument/structure';
import type { Note } from './note';
import { comesBefore } from './noteUri';
import type { References } from './references';
import type { Standing } from './standing';
import { GraphBuilder } from './standingGraph';

/** Notes that references tie together, and their labels. */
export class Tied {
  readonly keys: readonly string[];
  private known: readonly Note[] | null;

  /** @param all notes by canonical URI */
  constructor(
    private readonly all: ReadonlyMap<string, Note>,
    notes: readonly Note[],
    readonly standing: Standing,
  ) {
    this.keys = notes.map(({ key }) => key);
    this.known = notes;
  }

  /** In the order of notes; the same list while none of them has changed. */
  get notes(): readonly Note[] {
    this.known ??= this.keys.flatMap((key) => this.all.get(key) ?? []);
    return this.known;
  }

  /** Must be told where one of them is another version that answers the same. */
  noteReplaced(): void {
    this.known = null;
  }
}

/** The labels of all notes of a workspace. What has not changed is not worked out again. */
export class Standings {
  /** By canonical URI; those that hold. */
  private readonly known = new Map<string, Tied>();
  private readonly changed = new Set<string>();

  /** @param notes by canonical URI; read when a question is asked */
  constructor(
    private readonly notes: ReadonlyMap<string, Note>,
    private readonly references: References,
  ) {}

  /** Must be told of every change: a note was added, replaced or taken out. */
  noteChanged(key: string): void {
    this.changed.add(key);
  }

  /** Must be told of notes that may be tied to others than before, or otherwise to the same. */
  noteTied(key: string): void {
    for (const member of this.known.get(key)?.keys ?? []) this.known.delete(member);
  }

  /**
   * A note and all that it is tied to by references, with their labels: the same for each of them.
   * Cost: nothing while nobody's answers have changed; otherwise the statements of all these notes.
   */
  of(note: Note): Tied {
    this.update();
    const known = this.known.get(note.key);
    if (known?.standing.isOf(note)) return known;
    const notes = this.tiedTo(note);
    const tied = new Tied(this.notes, notes, new GraphBuilder(notes, this.references).done());
    // Of one that has been replaced since, nothing follows for the others.
    if (this.notes.get(note.key) === note) for (const key of tied.keys) this.known.set(key, tied);
    return tied;
  }

  private update(): void {
    this.references.update();
    for (const key of this.changed) {
      const note = this.notes.get(key);
      const tied = this.known.get(key);
      if (note && tied?.standing.isOf(note)) tied.noteReplaced();
      else this.noteTied(key);
    }
    this.changed.clear();
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
