import { foldId, type Point } from '../argument/argument';
import type { Structure } from '../argument/structure';
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
  /** Reference name -> canonical URIs of the notes with a target in the note of that name. */
  private readonly referrers = new Map<string, Set<string>>();
  /** What each note was worked in with. */
  private readonly entered = new Map<string, Entry>();
  private readonly changed = new Set<string>();
  /** By canonical URI, which statements of other notes reply to a note's, by their numbers; as far as it has been asked. */
  private readonly replies = new Map<string, ReadonlyMap<number, readonly PointOf[]>>();
  /** By name, the last change of what replies to the notes of that name. */
  private readonly changes = new Map<string, number>();
  private changeCount = 0;

  /**
   * @param notes by canonical URI; read when a question is asked
   * @param onTied told of notes that may be tied to others than before, or otherwise to the same, as references of theirs
   *   or to them may lead elsewhere; its own text aside
   */
  constructor(
    private readonly notes: ReadonlyMap<string, Note>,
    private readonly onTied: (key: string) => void,
  ) {}

  /** Must be told of every change: a note was added, replaced or taken out. */
  noteChanged(key: string): void {
    this.changed.add(key);
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
    const name = from.nameOf(path);
    return name === from.referenceName ? from : name === null ? undefined : this.named(name);
  }

  /** Other notes with a target in a note of this one's name, in the order of notes. */
  referrersOf(note: Note): Note[] {
    this.update();
    const keys = [...(this.referrers.get(note.referenceName) ?? [])].filter((key) => key !== note.key);
    if (keys.length > 1) keys.sort((a, b) => (comesBefore(a, b) ? -1 : 1));
    return keys.flatMap((key) => this.notes.get(key) ?? []);
  }

  /**
   * The statements of other notes that reply to those of one, by their numbers, each once, in the order of notes.
   */
  repliesTo(note: Note): ReadonlyMap<number, readonly PointOf[]> {
    this.update();
    let replies = this.replies.get(note.key);
    if (!replies) {
      replies = this.gatherReplies(note);
      this.replies.set(note.key, replies);
    }
    return replies;
  }

  /** A number that is the same while the notes are that reply to one. */
  stateOfReplies(note: Note): number {
    this.update();
    return this.changes.get(note.referenceName) ?? 0;
  }

  /**
   * Lets go of the statements of a note, if only notes that nobody has open are replied to by them: those would be read
   * again and again. Returns whether it has.
   */
  forgetStatements(note: Note): boolean {
    this.update();
    const replied = [...(this.entered.get(note.key)?.names ?? [])].flatMap((name) => [
      ...(this.namesakes.get(name) ?? []),
    ]);
    if (replied.some((key) => (this.notes.get(key)?.version ?? null) !== null)) return false;
    for (const key of replied) this.replies.delete(key);
    return true;
  }

  /** Cost: the targets, in other notes, that name this one. */
  private gatherReplies(note: Note): ReadonlyMap<number, readonly PointOf[]> {
    const found = new Map<number, PointOf[]>();
    for (const other of this.referrersOf(note)) {
      for (const target of other.argument.structure.foreign) {
        const meant = other.nameOf(target.path) === note.referenceName ? this.locate(other, target) : null;
        const point = other.argument.point(target.index);
        if (meant?.note !== note || !point) continue;
        const replies = found.get(meant.index) ?? [];
        // A statement's targets come one after the other, so the last reply is the only one it can be.
        if (replies.at(-1)?.point !== point) replies.push({ note: other, point });
        found.set(meant.index, replies);
      }
    }
    return found.size > 0 ? found : NO_REPLIES;
  }

  /**
   * Works changed notes in. Every question does so first; whoever changes many does it after each.
   * Cost: the notes that the changed ones refer to; where it has changed who answers whom, those that refer to them, too.
   */
  update(): void {
    for (const key of this.changed) {
      this.changed.delete(key);
      const note = this.notes.get(key);
      const before = this.entered.get(key);
      const structure = note?.argument.structure;
      // Its statements stand elsewhere, and have other words.
      for (const name of before?.names ?? []) this.forgetReplies(name);
      if (before && before.structure === structure) continue;
      if (before) this.leave(key, before);
      if (note) this.enter(key, note);
    }
  }

  private leave(key: string, { name, names }: Entry): void {
    this.tie(name);
    for (const named of names) {
      takeOut(this.referrers, named, key);
      this.tieNamed(named);
    }
    takeOut(this.namesakes, name, key);
    this.entered.delete(key);
  }

  private enter(key: string, note: Note): void {
    const name = note.referenceName;
    const names = namesReferredTo(note);
    entry(this.namesakes, name).add(key);
    for (const named of names) {
      entry(this.referrers, named).add(key);
      this.tieNamed(named);
    }
    this.tie(name);
    this.entered.set(key, { structure: note.argument.structure, name, names });
  }

  /** The notes of a name have changed: references to them may lead elsewhere. */
  private tie(name: string): void {
    this.tieNamed(name);
    for (const key of this.referrers.get(name) ?? []) this.onTied(key);
  }

  /** References to the notes of a name have changed. */
  private tieNamed(name: string): void {
    this.forgetReplies(name);
    for (const key of this.namesakes.get(name) ?? []) this.onTied(key);
  }

  private forgetReplies(name: string): void {
    this.changes.set(name, ++this.changeCount);
    for (const key of this.namesakes.get(name) ?? []) this.replies.delete(key);
  }

  /** The note of a name: of several, whichever was changed last, the first in the order of notes. */
  named(name: string): Note | undefined {
    this.update();
    let first: string | undefined;
    for (const key of this.namesakes.get(name) ?? []) {
      if (first === undefined || comesBefore(key, first)) first = key;
    }
    return first === undefined ? undefined : this.notes.get(first);
  }
}

interface Entry {
  readonly structure: Structure;
  /** What the note is called. */
  readonly name: string;
  /** What the notes are called that it refers to. */
  readonly names: ReadonlySet<string>;
}

function namesReferredTo(note: Note): ReadonlySet<string> {
  const { foreign } = note.argument.structure;
  if (foreign.length === 0) return NONE;
  return new Set(foreign.flatMap(({ path }) => note.nameOf(path) ?? []));
}

const NONE: ReadonlySet<string> = new Set();
const NO_REPLIES: ReadonlyMap<number, readonly PointOf[]> = new Map();

/** The set of a key, made when it is first asked for. */
function entry<T>(sets: Map<string, Set<T>>, key: string): Set<T> {
  const known = sets.get(key);
  if (known) return known;
  const made = new Set<T>();
  sets.set(key, made);
  return made;
}

function takeOut<T>(sets: Map<string, Set<T>>, key: string, one: T): void {
  const known = sets.get(key);
  known?.delete(one);
  if (known?.size === 0) sets.delete(key);
}
