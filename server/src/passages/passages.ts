/** Repeated passages and quotations of notes that change: what the rest of the server asks this room. */
import { firstWhere } from '../syntax/sorted';
import type { TextRange } from '../syntax/textRange';
import type { NoteTree } from '../syntax/tree';
import { DEFAULT_OPTIONS, type PassageOptions } from './acceptance';
import type { Chunk } from './chunks';
import type { IndexedNote } from './indexedNote';
import { PassageIndex } from './passageIndex';
import { quotationsIn } from './quotations';
import { repeatsIn } from './repeats';
import { type SeedKind, Seeds } from './seeds';
import type { Likeness } from './stretches';
import { rangeOfWords, type Words, wordEnd } from './words';

/** A passage of some note. */
export interface PassagePlace {
  /** The note as it was named. */
  readonly note: string;
  readonly range: TextRange;
}

/** A passage that stands somewhere before, in the order of notes and of the text. */
export interface Repeat {
  readonly range: TextRange;
  /** Length of the passage in words (of unspaced scripts: in characters). */
  readonly words: number;
  /** Where it stands first. */
  readonly first: PassagePlace;
  /** Share of words that both have in common, 0 to 1. */
  readonly similarity: number;
  /** Whether both have the same words in the same order. */
  readonly isVerbatim: boolean;
}

/** A quotation whose source is known. */
export interface Quotation {
  /** The quoted words, marks left out. */
  readonly range: TextRange;
  /** The words that it was taken from: of several sources the one most alike, of equally good ones the first. */
  readonly source: PassagePlace;
  /** Share of words that both have in common, 0 to 1. */
  readonly similarity: number;
  /** Whether all words are as in the source, but for what “…” leaves out and brackets put in. If not, it misquotes. */
  readonly isVerbatim: boolean;
  /** Where the words are others than those of the source and no mark says so, in the order of the text. */
  readonly gaps: readonly Gap[];
}

/** A stretch of a passage, and what stands for it in another; either may be empty. */
export interface Gap {
  readonly range: TextRange;
  readonly source: TextRange;
}

/** A word as it is compared. */
export interface PassageWord {
  readonly range: TextRange;
  /** Equal for words that are equal but for case, apostrophes and the form of their characters. */
  readonly hash: number;
}

/** What users can say of repeats. None of it is part of the index: to change it costs a search, no reading. */
export interface RepeatOptions extends PassageOptions {
  /** Whether passages of other notes count. */
  readonly across: 'note' | 'workspace';
  /** Passages in which one of these is found are left out. */
  readonly ignore: readonly RegExp[];
}

export const DEFAULT_REPEAT_OPTIONS: RepeatOptions = { ...DEFAULT_OPTIONS, across: 'workspace', ignore: [] };

/** What passages of a note follow from beside the words of the note. */
export interface Followed {
  /** As of when; what the note has stands nowhere else since. */
  revision: number;
  /** Other words that were compared, and which versions of them. */
  readonly chunks: readonly Chunk[];
  readonly versions: readonly number[];
}

/** The passages of all notes. A note is known by any string; the order of notes is given once. */
export class Passages {
  private readonly index: PassageIndex;
  private readonly seeds: Seeds;

  /** @param comesBefore whether one note comes before another: of two equal passages the first is the original */
  constructor(comesBefore: (a: string, b: string) => boolean) {
    this.index = new PassageIndex(comesBefore);
    this.seeds = new Seeds(this.index);
  }

  /** Bytes of memory that the index takes beside the trees of the notes. */
  get bytes(): number {
    return this.index.bytes;
  }

  /** What the passages of a note follow from that were asked for last, repeats or quotations. */
  followed(note: string, kind: SeedKind): Followed {
    const indexed = this.index.get(note);
    const chunks = indexed ? this.seeds.followed(indexed, kind) : [];
    return { revision: this.index.changes.revision, chunks, versions: chunks.map(({ version }) => version) };
  }

  /**
   * Whether passages of a note that was not edited are what they were, but for where they stand.
   * @param followed what they follow from; it is told that they still do
   * @returns false also where too much has changed to tell. Cost: the words of the note; nothing where nothing has changed
   */
  stillFollows(note: string, followed: Followed): boolean {
    const { revision } = this.index.changes;
    if (followed.revision === revision) return true;
    const indexed = this.index.get(note);
    const { chunks, versions } = followed;
    if (!chunks.every(({ isAlive, version }, i) => isAlive && version === versions[i])) return false;
    if (!indexed || this.index.hasChanged(indexed, followed.revision)) return false;
    followed.revision = revision;
    return true;
  }

  /** Adds a note, or gives it another text. Cost: the blocks that are not those of the tree before, and a few around. */
  set(note: string, tree: NoteTree): void {
    this.index.set(note, tree);
  }

  /** Forgets a note; nothing happens for one that is not known. */
  delete(note: string): void {
    this.index.delete(note);
  }

  /**
   * The passages of a note that stand somewhere before: earlier in it, or in a note that comes before. Words that one
   * side or the other declares as quoted do not count, but a passage may run on through them.
   * @returns disjoint ranges in the order of the text. Cost: linear in what has changed since the last time, and in the
   * passages that are found.
   */
  repeatsIn(note: string, options: RepeatOptions = DEFAULT_REPEAT_OPTIONS): Repeat[] {
    const indexed = this.index.get(note);
    if (!indexed) return [];
    const found = this.index.searching(() => {
      return repeatsIn(this.index, this.seeds, indexed, options).map((likeness): Repeat => {
        const { at, length, similarity, isVerbatim } = likeness;
        const first = at.chunk.word + at.offset;
        const range = this.range(indexed, first, first + length);
        return { range, words: length, first: this.otherOf(likeness).place, similarity, isVerbatim };
      });
    });
    return found.filter(({ range }) => !isIgnored(indexed, range, options));
  }

  /**
   * The quotations of a note that have, or nearly have, words that stand somewhere as somebody's own: lines that begin
   * with `>`, paragraph by paragraph, and more than four words in quotation marks.
   * @returns disjoint ranges in the order of the text. Cost: as for repeats, to which it adds little.
   */
  quotationsIn(note: string): Quotation[] {
    const indexed = this.index.get(note);
    if (!indexed) return [];
    return this.index.searching(() => {
      return quotationsIn(this.index, this.seeds, indexed).map((likeness): Quotation => {
        const { at, length, similarity, isVerbatim, gaps } = likeness;
        const first = at.chunk.word + at.offset;
        const { place, gaps: theirs } = this.otherOf(likeness);
        return {
          range: this.range(indexed, first, first + length),
          source: place,
          similarity,
          isVerbatim,
          gaps: gaps.map((gap, i) => ({
            range: this.range(indexed, first + gap.at, first + gap.end),
            source: theirs[i] as TextRange,
          })),
        };
      });
    });
  }

  /**
   * The words in a stretch of a note, as they are compared: without headers, addresses, code and comments.
   * Cost: logarithmic, and the words.
   */
  wordsIn(note: string, { start, end }: TextRange): PassageWord[] {
    const indexed = this.index.get(note);
    if (!indexed) return [];
    const words = this.index.wordsOf(indexed);
    const found: PassageWord[] = [];
    for (let at = firstFrom(words, start); at < words.count && (words.starts[at] as number) < end; at++) {
      found.push({ range: this.range(indexed, at, at + 1), hash: words.hashes[at] as number });
    }
    return found;
  }

  /** The other passage, and what stands there for its gaps. Its note is read, if it must be, once for each version. */
  private otherOf(likeness: Likeness): { readonly place: PassagePlace; readonly gaps: readonly TextRange[] } {
    const { chunk, offset } = likeness.place;
    const other = this.index.noteOf(chunk) as IndexedNote;
    if (likeness.known?.tree !== other.tree) {
      const at = chunk.word + offset;
      likeness.known = {
        tree: other.tree,
        range: this.range(other, at, at + likeness.placeLength),
        gaps: likeness.gaps.map(({ place, placeEnd }) => this.range(other, at + place, at + placeEnd)),
      };
    }
    return { place: { note: other.name, range: likeness.known.range }, gaps: likeness.known.gaps };
  }

  /** Of no words, the place between those before and behind: where the one before ends. */
  private range(note: IndexedNote, at: number, end: number): TextRange {
    const { text } = note.tree;
    const words = this.index.wordsOf(note);
    if (at < end) return rangeOfWords(text, words, at, end);
    const place = at > 0 ? wordEnd(text, words.starts[at - 1] as number) : (words.starts[at] ?? 0);
    return { start: place, end: place };
  }
}

/** The first word that begins at an offset or behind it. */
function firstFrom({ count, starts }: Words, offset: number): number {
  return firstWhere(count, (i) => (starts[i] as number) >= offset);
}

function isIgnored({ tree }: IndexedNote, { start, end }: TextRange, { ignore }: RepeatOptions): boolean {
  if (ignore.length === 0) return false;
  const passage = tree.text.slice(start, end);
  return ignore.some((pattern) => passage.search(pattern) >= 0);
}
