import { type Followed, type Gap, Passages, type PassageWord, type RepeatOptions } from '../passages/passages';
import type { TextRange } from '../syntax/textRange';
import type { Note } from './note';
import { comesBefore, isSnapshot } from './noteUri';

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

/** Passages, and what they follow from. */
interface Found<T> {
  readonly found: T;
  readonly followed: Followed;
}

/** The passages of the notes of a workspace. A changed note is worked in when passages are next asked for. */
export class NotePassages {
  private readonly passages = new Passages(comesBefore);
  private readonly changed = new Set<string>();
  private readonly snapshots = new WeakMap<Note, Passages>();
  private readonly latestQuotations = new WeakMap<
    Note,
    Found<readonly NoteQuotation[]> & { readonly changes: number }
  >();
  /** How many changes there have been. */
  private changes = 0;

  /** @param notes by canonical URI; read when a question is asked */
  constructor(private readonly notes: ReadonlyMap<string, Note>) {}

  /** Must be told of every change: a note was added, replaced or taken out. */
  noteChanged(key: string, { uri }: Note): void {
    this.changes++;
    if (!isSnapshot(uri)) this.changed.add(key);
  }

  /** Works a note in now, if it has changed. */
  prepare(key: string): void {
    if (!this.changed.delete(key)) return;
    const note = this.notes.get(key);
    if (note) this.passages.set(key, note.tree);
    else this.passages.delete(key);
  }

  /** Passages of a note that stand somewhere before. To ask with other options costs no reading. */
  repeatsIn(note: Note, options?: RepeatOptions): Found<NoteRepeat[]> {
    const passages = this.of(note);
    const found = passages.repeatsIn(note.key, options).flatMap((repeat) => {
      const other = this.notes.get(repeat.first.note);
      return other ? [{ ...repeat, first: { note: other, range: repeat.first.range } }] : [];
    });
    return { found, followed: passages.followed(note.key, 'repeat') };
  }

  /** Quotations of a note whose source is in some note. Cost: nothing while no note has changed. */
  quotationsIn(note: Note): Found<readonly NoteQuotation[]> {
    const { changes } = this;
    const known = this.latestQuotations.get(note);
    if (known?.changes === changes) return known;
    const passages = this.of(note);
    const found = passages.quotationsIn(note.key).flatMap((quotation) => {
      const other = this.notes.get(quotation.source.note);
      return other ? [{ ...quotation, source: { note: other, range: quotation.source.range } }] : [];
    });
    const latest = { found, followed: passages.followed(note.key, 'quotation'), changes };
    this.latestQuotations.set(note, latest);
    return latest;
  }

  /** The words in a stretch of a note, as passages are compared by them. Cost: the words. */
  wordsIn(note: Note, range: TextRange): PassageWord[] {
    return this.of(note).wordsIn(note.key, range);
  }

  /** Whether the passages of a note are what they were, but for where they stand. Cost: the words of the note. */
  stillFollows(note: Note, followed: Followed): boolean {
    return this.of(note).stillFollows(note.key, followed);
  }

  /** The passages of all notes, with all changes worked in; of a snapshot its own. */
  private of(note: Note): Passages {
    this.update();
    if (!isSnapshot(note.uri)) return this.passages;
    const known = this.snapshots.get(note);
    if (known) return known;
    const alone = new Passages(comesBefore);
    alone.set(note.key, note.tree);
    this.snapshots.set(note, alone);
    return alone;
  }

  private update(): void {
    for (const key of this.changed) this.prepare(key);
  }
}
