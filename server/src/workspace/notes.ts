import type { Reply } from '../argument/argument';
import type { Label } from '../argument/labelling';
import { type Gap, Passages, type PassageWord, type RepeatOptions } from '../passages/passages';
import type { TextRange } from '../syntax/textRange';
import type { Target } from '../syntax/tree';
import { Bibliographies } from './bibliographies';
import { CitingNotes } from './citingNotes';
import { type Literature, literatureOfAll } from './literature/literature';
import { type Side, sidesOf } from './literature/sides';
import { NameIndex } from './nameIndex';
import { Note } from './note';
import { canonicalUri, comesBefore, isSnapshot } from './noteUri';
import { PaperKnowledge } from './paperKnowledge';
import { type PointOf, type Reference, References, type StatementOf } from './references';
import type { Standing } from './standing';
import { Standings } from './standings';

export type { PointOf, StatementOf } from './references';

/** A passage of a note that stands somewhere before. */
export interface NoteRepeat {
  readonly range: TextRange;
  /** Length in words (of unspaced scripts: in characters). */
  readonly words: number;
  /** Where it stands first. */
  readonly first: NotePlace;
  /** Share of words that both have in common, 0 to 1. */
  readonly similarity: number;
  /** Whether both have the same words in the same order. */
  readonly isVerbatim: boolean;
}

/** A quotation of a note whose source is in a note of the workspace. */
export interface NoteQuotation {
  /** The quoted words, marks left out. */
  readonly range: TextRange;
  readonly source: NotePlace;
  /** Share of words that both have in common, 0 to 1. */
  readonly similarity: number;
  /** Whether all words are as in the source, but for what “…” leaves out and brackets put in. If not, it misquotes. */
  readonly isVerbatim: boolean;
  /** Where the words are others than those of the source and no mark says so, in the order of the text. */
  readonly gaps: readonly Gap[];
}

/** A stretch of some note. */
export interface NotePlace {
  readonly note: Note;
  readonly range: TextRange;
}

/**
 * All notes of a workspace, opened or not, and what can be known only of all of them. A changed note is worked into
 * the indexes when they are next asked, so that a burst of edits costs one update. Two ways to write one URI are one
 * note.
 */
export class Notes {
  /** By canonical URI, as are the indexes. */
  private readonly notes = new Map<string, Note>();
  private readonly passages = new Passages(comesBefore);
  private readonly changedPassages = new Set<string>();
  private readonly references: References = new References(this.notes, (key) => this.standings.noteTied(key));
  private readonly standings = new Standings(this.notes, this.references);
  /** The bibliographies that notes cite from. */
  readonly bibliographies = new Bibliographies();
  /** Which notes cite which papers. */
  readonly citing = new CitingNotes(this.notes, this.bibliographies);
  /** What is known of papers. */
  readonly papers = new PaperKnowledge(this.bibliographies);
  /** Which notes name which statements and speakers. */
  readonly names = new NameIndex(this.notes);
  private readonly latestQuotations = new WeakMap<
    Note,
    { readonly revision: number; readonly quotations: readonly NoteQuotation[] }
  >();
  private readonly snapshots = new WeakMap<Note, Passages>();
  private latestLiterature: { readonly revision: number; readonly literature: Literature } | undefined;
  private revisionNumber = 0;
  /** How often each note has changed, by its key. */
  private readonly changes = new Map<string, number>();

  /** Grows with every change of any note or bibliography: an answer computed at the same revision still holds. */
  get revision(): number {
    return this.revisionNumber + this.bibliographies.revision;
  }

  get(uri: string): Note | undefined {
    return this.notes.get(canonicalUri(uri));
  }

  /** Every note, in the order that decides which of two equal passages is the original. */
  all(): Note[] {
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
    const key = canonicalUri(uri);
    return this.passagesFor(uri)
      .repeatsIn(key, options)
      .flatMap((repeat) => {
        const note = this.notes.get(repeat.first.note);
        return note ? [{ ...repeat, first: { note, range: repeat.first.range } }] : [];
      });
  }

  /**
   * Quotations of a note whose words, or nearly their words, are somebody's own in some note.
   * Cost: nothing while no note has changed.
   */
  quotationsIn(uri: string): readonly NoteQuotation[] {
    const note = this.get(uri);
    if (!note) return [];
    const { revision } = this;
    const known = this.latestQuotations.get(note);
    if (known?.revision === revision) return known.quotations;
    const quotations = this.passagesFor(uri)
      .quotationsIn(note.key)
      .flatMap((quotation) => {
        const other = this.notes.get(quotation.source.note);
        return other ? [{ ...quotation, source: { note: other, range: quotation.source.range } }] : [];
      });
    this.latestQuotations.set(note, { revision, quotations });
    return quotations;
  }

  /** The words in a stretch of a note, as passages are compared by them. Cost: the words. */
  wordsIn({ uri, key }: Note, range: TextRange): PassageWord[] {
    return this.passagesFor(uri).wordsIn(key, range);
  }

  /** The quotation at an offset, with its source; null where there is none. */
  quotationAt(uri: string, offset: number): NoteQuotation | null {
    const found = this.quotationsIn(uri).find(({ range }) => range.start <= offset && offset <= range.end);
    return found ?? null;
  }

  /** Works a note into the indexes now, if it has changed: so that many can be worked in one by one. */
  prepare(uri: string): void {
    this.indexPassages(canonicalUri(uri));
    this.references.update();
    this.names.update();
  }

  /** What stands in a note, as far as all notes tell. Cost: nothing while nobody's answers have changed. */
  standing(note: Note): Standing {
    return this.standings.of(note).standing;
  }

  /**
   * A note and all notes that references lead to or come from, however far, in the order of notes; the same list while
   * none of them has changed.
   */
  tiedTo(note: Note): readonly Note[] {
    return this.standings.of(note).notes;
  }

  /**
   * Every paper that a note cites, and every reference that leads to none; snapshots left out. Cost: linear in the
   * citations after a change, whose note alone is read anew; then nothing.
   */
  literature(): Literature {
    const { revision } = this;
    if (this.latestLiterature?.revision !== revision) {
      const own = this.all().filter(({ uri }) => !isSnapshot(uri));
      this.latestLiterature = { revision, literature: literatureOfAll(own, this.bibliographies) };
    }
    return this.latestLiterature.literature;
  }

  /** For and against which claims a statement speaks in the end. Cost: nothing while nobody's answers have changed. */
  sidesOf(note: Note, statement: number): Side[] {
    return sidesOf(this, note, statement);
  }

  /** The label of a statement; null for one that asserts nothing. */
  labelOf({ note, point }: PointOf): Label | null {
    return this.standing(note).label(note, point.index);
  }

  /** What a target written in a note means; null where it leads nowhere. */
  resolve(from: Note, target: Pick<Target, 'path' | 'id'>): PointOf | null {
    return this.references.resolve(from, target);
  }

  /** The same as the number of the statement in its note: for notes of which nothing else is asked. */
  locate(from: Note, target: Reference): StatementOf | null {
    return this.references.locate(from, target);
  }

  /** The note that a path written in another means. */
  noteOf(from: Note, path: string): Note | undefined {
    return this.references.noteOf(from, path);
  }

  /** What a statement replies to, its own note or another. Targets that lead nowhere are left out. */
  repliedTo({ note, point }: PointOf): PointOf[] {
    return point.repliesTo.flatMap((reply) => this.resolveReply(note, reply) ?? []);
  }

  /** The statements, of all notes, that reply to one, each once: its own note's first, then in the order of notes. */
  repliesTo({ note, point }: PointOf): PointOf[] {
    const own = point.replies.flatMap((index) => note.argument.point(index) ?? []);
    return [
      ...own.map((reply) => ({ note, point: reply })),
      ...this.references.repliesFromElsewhere(note, point.index),
    ];
  }

  /** Whether a statement of another note replies to one. */
  isRepliedToFromElsewhere(note: Note, index: number): boolean {
    return this.references.repliesFromElsewhere(note, index).length > 0;
  }

  private resolveReply(note: Note, reply: Reply): PointOf | null {
    if (reply.index === null) return reply.target && this.resolve(note, reply.target);
    const point = note.argument.point(reply.index);
    return point ? { note, point } : null;
  }

  /** Grows with every change of any bibliography, and of any note but one. */
  othersRevision({ key }: Note): number {
    return this.revision - (this.changes.get(key) ?? 0);
  }

  private replace(key: string, before: Note | undefined, after: Note | null): void {
    this.revisionNumber++;
    this.changes.set(key, (this.changes.get(key) ?? 0) + 1);
    if (!isSnapshot((after ?? before)?.uri ?? '')) this.changedPassages.add(key);
    this.references.noteChanged(key);
    this.standings.noteChanged(key);
    this.names.noteChanged(key);
    if (after) this.notes.set(key, after);
    else this.notes.delete(key);
  }

  /** The passages of all notes, with all changes worked in; of a snapshot its own. */
  private passagesFor(uri: string): Passages {
    for (const changed of this.changedPassages) this.indexPassages(changed);
    if (!isSnapshot(uri)) return this.passages;
    const note = this.get(uri);
    const known = note && this.snapshots.get(note);
    if (known) return known;
    const alone = new Passages(comesBefore);
    if (note) {
      alone.set(note.key, note.tree);
      this.snapshots.set(note, alone);
    }
    return alone;
  }

  private indexPassages(key: string): void {
    if (!this.changedPassages.delete(key)) return;
    const note = this.notes.get(key);
    if (note) this.passages.set(key, note.tree);
    else this.passages.delete(key);
  }
}
