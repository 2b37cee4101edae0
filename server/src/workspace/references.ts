import { foldId, type Point } from '../argument/argument';
import type { Target } from '../syntax/tree';
import type { Note } from './note';
import { comesBefore } from './noteUri';

/** A statement of some note. */
export interface PointOf {
  readonly note: Note;
  readonly point: Point;
}

/** A statement of some note, by number. */
export interface StatementOf {
  readonly note: Note;
  readonly index: number;
}

/** A target as far as it matters where it leads. */
export type Reference = Pick<Target, 'path' | 'id'>;

/** References between notes: what `-> other-note#id` means, and who refers to a statement from elsewhere. */
export class References {
  /** Reference name -> canonical URIs of the notes of that name: `a.debate` and `a.debate.md` share one. */
  private readonly namesakes = new Map<string, Set<string>>();
  /** Reference name -> notes with a target in the note of that name. */
  private readonly referrers = new Map<string, Set<Note>>();
  /** Changed notes and what was known of them when they were last worked in. */
  private changed = new Map<string, Note | undefined>();
  /** Who replies to which statement of a note from elsewhere, as far as it has been asked since the last change. */
  private replies = new Map<Note, Map<Point, PointOf[]>>();

  /** @param notes by canonical URI; read when a question is asked */
  constructor(private readonly notes: ReadonlyMap<string, Note>) {}

  /** Must be told of every change, before it is made: a note was added, replaced or taken out. */
  noteChanged(key: string, before: Note | undefined): void {
    // Of several changes since the last question only the note that was worked in then matters.
    if (!this.changed.has(key)) this.changed.set(key, before);
  }

  /** What a target written in a note means; null where it leads nowhere. */
  resolve(from: Note, target: Reference): PointOf | null {
    const found = this.locate(from, target);
    const point = found?.note.argument.point(found.index);
    return found && point ? { note: found.note, point } : null;
  }

  /** The same as the number of the statement in its note. */
  locate(from: Note, target: Reference): StatementOf | null {
    const note = target.path === null ? from : this.noteOf(from, target.path);
    const index = note?.argument.byId.get(foldId(target.id));
    return note && index !== undefined ? { note, index } : null;
  }

  /** The note that a path written in another means. */
  noteOf(from: Note, path: string): Note | undefined {
    this.update();
    const name = from.nameOf(path);
    return name === from.referenceName ? from : name === null ? undefined : this.named(name);
  }

  /** Other notes with a target in a note of this one's name, in the order of notes. */
  referrersOf(note: Note): Note[] {
    this.update();
    const referrers = [...(this.referrers.get(note.referenceName) ?? [])].filter((other) => other !== note);
    return referrers.sort((a, b) => (comesBefore(a.key, b.key) ? -1 : 1));
  }

  /** The statements of other notes that reply to one, each once, in the order of notes. */
  repliesFromElsewhere(note: Note, point: Point): readonly PointOf[] {
    this.update();
    let replies = this.replies.get(note);
    if (!replies) {
      replies = this.gatherReplies(note);
      this.replies.set(note, replies);
    }
    return replies.get(point) ?? [];
  }

  /** Cost: the targets, in other notes, that name this one. */
  private gatherReplies(note: Note): Map<Point, PointOf[]> {
    const found = new Map<Point, PointOf[]>();
    for (const other of this.referrersOf(note)) {
      for (const target of other.argument.structure.foreign) {
        const meant = other.nameOf(target.path) === note.referenceName ? this.resolve(other, target) : null;
        const point = other.argument.point(target.index);
        if (meant?.note !== note || !point) continue;
        const replies = found.get(meant.point) ?? [];
        // A statement's targets come one after the other, so the last reply is the only one it can be.
        if (replies.at(-1)?.point !== point) replies.push({ note: other, point });
        found.set(meant.point, replies);
      }
    }
    return found;
  }

  /** Works changed notes in. Every question does so first; whoever changes many does it after each. */
  update(): void {
    if (this.changed.size === 0) return;
    for (const [key, before] of this.changed) {
      for (const name of namesReferredTo(before)) this.referrers.get(name)?.delete(before as Note);
      if (before) this.namesakes.get(before.referenceName)?.delete(key);
      const note = this.notes.get(key);
      if (note) entry(this.namesakes, note.referenceName).add(key);
      for (const name of namesReferredTo(note)) entry(this.referrers, name).add(note as Note);
    }
    // Not `clear()`: V8 has an emptied table lead to the one that follows it, so that a table which has grown old keeps all
    // later ones alive, with every version of a note that they ever held, until the next full collection.
    this.changed = new Map();
    this.replies = new Map();
  }

  /** The note of a name: of several, whichever was changed last, the first in the order of notes. */
  private named(name: string): Note | undefined {
    let first: string | undefined;
    for (const key of this.namesakes.get(name) ?? []) {
      if (first === undefined || comesBefore(key, first)) first = key;
    }
    return first === undefined ? undefined : this.notes.get(first);
  }
}

function namesReferredTo(note: Note | undefined): Set<string> {
  const names = new Set<string>();
  for (const { path } of note?.argument.structure.foreign ?? []) {
    const name = note?.nameOf(path);
    if (name) names.add(name);
  }
  return names;
}

/** The set of a key, made when it is first asked for. */
function entry<T>(sets: Map<string, Set<T>>, key: string): Set<T> {
  const known = sets.get(key);
  if (known) return known;
  const made = new Set<T>();
  sets.set(key, made);
  return made;
}
