import type { Reply } from '../argument/argument';
import type { Label } from '../argument/labelling';
import type { Followed, PassageWord, RepeatOptions } from '../passages/passages';
import type { TextRange } from '../syntax/textRange';
import type { Target } from '../syntax/tree';
import { Bibliographies } from './bibliographies';
import { CitingNotes } from './citingNotes';
import { type Literature, literatureOfAll } from './literature/literature';
import { type Side, sidesOf } from './literature/sides';
import { NameIndex } from './nameIndex';
import { Note } from './note';
import { NotePassages, type NoteQuotation, type NoteRepeat } from './notePassages';
import { canonicalUri, comesBefore, isSnapshot } from './noteUri';
import { PaperKnowledge } from './paperKnowledge';
import { type Answers, Reads } from './reads';
import { type PointOf, type Reference, References, type StatementOf } from './references';
import type { Standing } from './standing';
import { Standings } from './standings';

export type { NotePlace, NoteQuotation, NoteRepeat } from './notePassages';
export type { PointOf, StatementOf } from './references';

/**
 * All notes of a workspace, opened or not, and what can be known only of all of them. A changed note is worked into
 * the indexes when they are next asked, so that a burst of edits costs one update. Two ways to write one URI are one
 * note.
 */
export class Notes {
  /** By canonical URI, as are the indexes. */
  private readonly notes = new Map<string, Note>();
  private readonly passages = new NotePassages(this.notes);
  private readonly references: References = new References(this.notes, (key) => this.standings.noteTied(key));
  private readonly standings = new Standings(this.notes, this.references);
  /** The bibliographies that notes cite from. */
  readonly bibliographies = new Bibliographies();
  private readonly citingNotes = new CitingNotes(this.notes, this.bibliographies);
  /** What is known of papers. */
  readonly papers = new PaperKnowledge(this.bibliographies);
  private readonly nameIndex = new NameIndex(this.notes);
  private latestLiterature: { readonly revision: number; readonly literature: Literature } | undefined;
  private revisionNumber = 0;
  /** What is being asked, while somebody wants to know. */
  private reads: Reads | null = null;
  private readonly answers: Answers = {
    note: (key) => this.notes.get(key),
    named: (name) => this.references.named(name),
    replies: (key) => {
      const note = this.notes.get(key);
      return note && this.references.stateOfReplies(note);
    },
    said: (key) => {
      const note = this.notes.get(key);
      return note && this.standings.of(note).standing.said(note);
    },
  };

  /** Grows with every change of any note or bibliography: an answer computed at the same revision still holds. */
  get revision(): number {
    return this.revisionNumber + this.bibliographies.revision;
  }

  /** Which notes cite which papers. */
  get citing(): CitingNotes {
    this.reads?.addAll();
    return this.citingNotes;
  }

  /** Which notes name which statements and speakers. */
  get names(): NameIndex {
    this.reads?.addAll();
    return this.nameIndex;
  }

  get(uri: string): Note | undefined {
    const key = canonicalUri(uri);
    const note = this.notes.get(key);
    this.reads?.add('note', key, note);
    return note;
  }

  /** Every note, in the order that decides which of two equal passages is the original. */
  all(): Note[] {
    this.reads?.addAll();
    const ordered = [...this.notes].sort(([a], [b]) => (comesBefore(a, b) ? -1 : 1));
    return ordered.map(([, note]) => note);
  }

  /** Adds a note or gives it another text. */
  set(uri: string, text: string, version: number | null = null): Note {
    const before = this.get(uri);
    if (before?.text === text && before.version === version && before.uri === uri) return before;
    const note = new Note(uri, text, version, before);
    this.replace(canonicalUri(uri), before, note);
    return note;
  }

  delete(uri: string): void {
    const before = this.get(uri);
    if (before) this.replace(canonicalUri(uri), before, null);
  }

  /** Passages of a note that stand somewhere before. To ask with other options costs no reading. */
  repeatsIn(uri: string, options?: RepeatOptions): NoteRepeat[] {
    const note = this.get(uri);
    if (!note) return [];
    const { found, followed } = this.passages.repeatsIn(note, options);
    this.passagesRead(note, followed);
    for (const { first } of found) this.noteRead(first.note);
    return found;
  }

  /**
   * Quotations of a note whose words, or nearly their words, are somebody's own in some note.
   * Cost: nothing while no note has changed.
   */
  quotationsIn(uri: string): readonly NoteQuotation[] {
    const note = this.get(uri);
    if (!note) return [];
    const { found, followed } = this.passages.quotationsIn(note);
    this.passagesRead(note, followed);
    for (const { source } of found) this.noteRead(source.note);
    return found;
  }

  private passagesRead(note: Note, followed: Followed): void {
    if (note.key !== this.reads?.own) this.reads?.addAll();
    else this.reads.followed.push(followed);
  }

  private noteRead(note: Note): void {
    this.reads?.add('note', note.key, note);
  }

  /** The words in a stretch of a note, as passages are compared by them. Cost: the words. */
  wordsIn(note: Note, range: TextRange): PassageWord[] {
    return this.passages.wordsIn(note, range);
  }

  /** The quotation at an offset, with its source; null where there is none. */
  quotationAt(uri: string, offset: number): NoteQuotation | null {
    const found = this.quotationsIn(uri).find(({ range }) => range.start <= offset && offset <= range.end);
    return found ?? null;
  }

  /** Works a note into the indexes now, if it has changed: so that many can be worked in one by one. */
  prepare(uri: string): void {
    this.passages.prepare(canonicalUri(uri));
    this.references.update();
    this.nameIndex.update();
  }

  /** Lets go of all that can be read again of a note that nobody has open. */
  rest(uri: string): void {
    const note = this.notes.get(canonicalUri(uri));
    if (note?.version !== null) return;
    note.tree.rest();
    if (this.references.forgetStatements(note)) note.rest();
  }

  /**
   * What stands in a note, as far as all notes tell. Who wants to know it of several asks for that of each, tied or not.
   * Cost: nothing while nobody's answers have changed.
   */
  standing(note: Note): Standing {
    const { standing } = this.standings.of(note);
    this.reads?.add('said', note.key, standing.said(note));
    return standing;
  }

  /**
   * A note and all notes that references lead to or come from, however far, in the order of notes; the same list while
   * none of them has changed.
   */
  tiedTo(note: Note): readonly Note[] {
    this.reads?.addAll();
    return this.standings.of(note).notes;
  }

  /**
   * Every paper that a note cites, and every reference that leads to none; snapshots left out. Cost: linear in the
   * citations after a change, whose note alone is read anew; then nothing.
   */
  literature(): Literature {
    this.reads?.addAll();
    const { revision } = this;
    if (this.latestLiterature?.revision !== revision) {
      const own = this.all().filter(({ uri }) => !isSnapshot(uri));
      this.latestLiterature = { revision, literature: literatureOfAll(own, this.bibliographies) };
    }
    return this.latestLiterature.literature;
  }

  /** For and against which claims a statement speaks in the end. Cost: nothing while nobody's answers have changed. */
  sidesOf(note: Note, statement: number): Side[] {
    this.reads?.addAll();
    return sidesOf(this, note, statement);
  }

  /** The label of a statement; null for one that asserts nothing. */
  labelOf({ note, point }: PointOf): Label | null {
    return this.standing(note).label(note, point.index);
  }

  /** What a target written in a note means; null where it leads nowhere. */
  resolve(from: Note, target: Pick<Target, 'path' | 'id'>): PointOf | null {
    this.pathRead(from, target.path);
    return this.references.resolve(from, target);
  }

  /** The same as the number of the statement in its note: for notes of which nothing else is asked. */
  locate(from: Note, target: Reference): StatementOf | null {
    this.pathRead(from, target.path);
    return this.references.locate(from, target);
  }

  /** The note that a path written in another means. */
  noteOf(from: Note, path: string): Note | undefined {
    this.pathRead(from, path);
    return this.references.noteOf(from, path);
  }

  private pathRead(from: Note, path: string | null): void {
    const name = this.reads && path !== null ? from.nameOf(path) : null;
    if (name !== null) this.reads?.add('named', name, this.references.named(name));
  }

  /** What a statement replies to, its own note or another. Targets that lead nowhere are left out. */
  repliedTo({ note, point }: PointOf): PointOf[] {
    return point.repliesTo.flatMap((reply) => this.resolveReply(note, reply) ?? []);
  }

  /** The statements, of all notes, that reply to one, each once: its own note's first, then in the order of notes. */
  repliesTo({ note, point }: PointOf): PointOf[] {
    const own = point.replies.flatMap((index) => note.argument.point(index) ?? []);
    return [...own.map((reply) => ({ note, point: reply })), ...this.repliesFromElsewhere(note, point.index)];
  }

  /** Whether a statement of another note replies to one. */
  isRepliedToFromElsewhere(note: Note, index: number): boolean {
    return this.repliesFromElsewhere(note, index).length > 0;
  }

  private repliesFromElsewhere(note: Note, index: number): readonly PointOf[] {
    this.reads?.add('replies', note.key, this.references.stateOfReplies(note));
    return this.references.repliesTo(note).get(index) ?? [];
  }

  private resolveReply(note: Note, reply: Reply): PointOf | null {
    if (reply.index === null) return reply.target && this.resolve(note, reply.target);
    const point = note.argument.point(reply.index);
    return point ? { note, point } : null;
  }

  /**
   * Does some work about a note, and tells what it has asked of others.
   * @param work must ask at once, nothing later
   */
  reading<T>({ key }: Note, work: () => T): { readonly result: T; readonly reads: Reads } {
    const reads = new Reads(key);
    this.reads = reads;
    try {
      const result = work();
      reads.asOf = this.revision;
      reads.bibliographies = this.bibliographies.revision;
      return { result, reads };
    } finally {
      this.reads = null;
    }
  }

  /**
   * Whether all that was asked to work something out about a note would be answered the same, as long as the note itself
   * is. Cost: the questions; where passages were asked for and some have changed, the words of the note.
   */
  hold(note: Note, reads: Reads): boolean {
    if (reads.asOf === this.revision) return true;
    if (!this.holdButPassages(reads)) return false;
    if (!reads.followed.every((followed) => this.passages.stillFollows(note, followed))) return false;
    reads.asOf = this.revision;
    return true;
  }

  /** The same, passages aside: the note itself may be another version. */
  holdButPassages(reads: Reads): boolean {
    return reads.bibliographies === this.bibliographies.revision && reads.holds(this.answers);
  }

  private replace(key: string, before: Note | undefined, after: Note | null): void {
    this.revisionNumber++;
    this.passages.noteChanged(key, (after ?? before) as Note);
    this.references.noteChanged(key);
    this.standings.noteChanged(key);
    this.nameIndex.noteChanged(key);
    if (after) this.notes.set(key, after);
    else this.notes.delete(key);
  }
}
