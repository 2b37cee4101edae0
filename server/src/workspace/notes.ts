import type { Point, Reply } from '../argument/argument';
import { PassageIndex, type Repeat } from '../passages/passageIndex';
import type { Target } from '../syntax/tree';
import { Note } from './note';
import { comesBefore, isSnapshot, referencedName, referenceName } from './noteOrder';

/** A statement of some note. */
export interface PointOf {
  readonly note: Note;
  readonly point: Point;
}

/**
 * All notes of a workspace, opened or not, and what can be known only of all of them. A changed note is worked into
 * the indexes when they are next asked, so that a burst of edits costs one update.
 */
export class Notes {
  private readonly notes = new Map<string, Note>();
  private readonly passages = new PassageIndex(comesBefore);
  /** Reference name -> URIs of the notes of that name: `a.debate` and `a.debate.md` share one. */
  private readonly namesakes = new Map<string, Set<string>>();
  /** Reference name -> notes with a target in the note of that name. */
  private readonly referrers = new Map<string, Set<Note>>();
  private readonly changedPassages = new Set<string>();
  private readonly changedReferences = new Map<string, Note | null>();
  private revisionNumber = 0;

  /** Grows with every change of any note: an answer computed at the same revision still holds. */
  get revision(): number {
    return this.revisionNumber;
  }

  get(uri: string): Note | undefined {
    return this.notes.get(uri);
  }

  uris(): string[] {
    return [...this.notes.keys()];
  }

  /** Every note, in the order that decides which of two equal passages is the original. */
  all(): Note[] {
    return [...this.notes.values()].sort(byOrder);
  }

  /** Adds a note or gives it another text. The same text again changes only the version. */
  set(uri: string, text: string, version: number | null = null): Note {
    const before = this.notes.get(uri);
    if (before?.text === text && before.version === version) return before;
    const note = new Note(uri, text, version);
    this.replace(uri, before, note);
    return note;
  }

  delete(uri: string): void {
    const before = this.notes.get(uri);
    if (before) this.replace(uri, before, null);
  }

  /** Passages of a note that stand somewhere before. */
  repeatsIn(uri: string): Repeat[] {
    if (isSnapshot(uri)) return this.repeatsWithin(uri);
    for (const changed of this.changedPassages) this.indexPassages(changed);
    return this.passages.repeatsIn(uri);
  }

  /** Works a note into the index of passages now, if it has changed: so that many can be worked in one by one. */
  indexPassages(uri: string): void {
    if (!this.changedPassages.delete(uri)) return;
    const note = this.notes.get(uri);
    if (note) this.passages.set(uri, note.words);
    else this.passages.delete(uri);
  }

  private repeatsWithin(uri: string): Repeat[] {
    const alone = new PassageIndex(comesBefore);
    const note = this.notes.get(uri);
    if (note) alone.set(uri, note.words);
    return alone.repeatsIn(uri);
  }

  /** What a target written in a note means; null where it leads nowhere. */
  resolve(from: Note, target: Target): PointOf | null {
    this.updateReferences();
    const name = target.path === null ? null : referencedName(from.uri, target.path);
    const note = target.path === null ? from : name === null ? undefined : this.named(name);
    const index = note?.argument.byId.get(target.id);
    const point = index === undefined ? undefined : note?.argument.points[index];
    return note && point ? { note, point } : null;
  }

  /** What a statement replies to, its own note or another. Targets that lead nowhere are left out. */
  repliedTo(of: PointOf): PointOf[] {
    return of.point.repliesTo.flatMap((reply) => this.resolveReply(of.note, reply) ?? []);
  }

  /** The statements, of all notes, that reply to one, each once: its own note's first, then in the order of notes. */
  repliesTo({ note, point }: PointOf): PointOf[] {
    const own = point.replies.flatMap((index) => note.argument.points[index] ?? []);
    const replies = new Map<Point, Note>(own.map((reply) => [reply, note]));
    this.updateReferences();
    const referrers = this.referrers.get(referenceName(note.uri)) ?? [];
    for (const other of [...referrers].sort(byOrder)) {
      for (const reply of other.argument.points) {
        const foreign = reply.statement.targets.filter(({ path }) => path !== null);
        if (foreign.some((target) => this.resolve(other, target)?.point === point)) replies.set(reply, other);
      }
    }
    return Array.from(replies, ([reply, other]) => ({ note: other, point: reply }));
  }

  private resolveReply(note: Note, reply: Reply): PointOf | null {
    if (reply.index === null) return reply.target && this.resolve(note, reply.target);
    const point = note.argument.points[reply.index];
    return point ? { note, point } : null;
  }

  private replace(uri: string, before: Note | undefined, after: Note | null): void {
    this.revisionNumber++;
    if (!isSnapshot(uri)) this.changedPassages.add(uri);
    // Of several changes since the last update only the note that was indexed then matters.
    if (!this.changedReferences.has(uri)) this.changedReferences.set(uri, before ?? null);
    if (after) this.notes.set(uri, after);
    else this.notes.delete(uri);
  }

  private updateReferences(): void {
    for (const [uri, indexed] of this.changedReferences) {
      if (indexed) for (const name of namesReferredTo(indexed)) this.referrers.get(name)?.delete(indexed);
      const note = this.notes.get(uri);
      const namesakes = entry(this.namesakes, referenceName(uri));
      if (note) namesakes.add(uri);
      else namesakes.delete(uri);
      if (note) for (const name of namesReferredTo(note)) entry(this.referrers, name).add(note);
    }
    this.changedReferences.clear();
  }

  /** The note of a name: of several, whichever was changed last, the first in the order of notes. */
  private named(name: string): Note | undefined {
    let first: string | undefined;
    for (const uri of this.namesakes.get(name) ?? []) {
      if (first === undefined || comesBefore(uri, first)) first = uri;
    }
    return first === undefined ? undefined : this.notes.get(first);
  }
}

function byOrder(a: Note, b: Note): number {
  return comesBefore(a.uri, b.uri) ? -1 : 1;
}

/** The set of a key, made when it is first asked for. */
function entry<T>(sets: Map<string, Set<T>>, key: string): Set<T> {
  const known = sets.get(key);
  if (known) return known;
  const made = new Set<T>();
  sets.set(key, made);
  return made;
}

function namesReferredTo(note: Note): Set<string> {
  const names = new Set<string>();
  for (const { statement } of note.argument.points) {
    for (const { path } of statement.targets) {
      const name = path === null ? null : referencedName(note.uri, path);
      if (name !== null) names.add(name);
    }
  }
  return names;
}
