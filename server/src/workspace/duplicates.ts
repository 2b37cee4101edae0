import { DEFAULT_OPTIONS, type PassageOptions } from '../passages/acceptance';
import { clustersOf } from '../passages/clusters';
import { Corpus } from '../passages/corpus';
import { FLAG, type Words } from '../passages/words';
import { LineIndex, lineStarts } from '../syntax/lineIndex';
import type { TextRange } from '../syntax/textRange';

/** A passage that stands in several places. */
export interface Duplicate {
  /** Share of words that the first place and the one least like it have in common, 0 to 1. */
  readonly similarity: number;
  /** In the order of notes and of the text: the first is the original. */
  readonly places: readonly DuplicatePlace[];
}

export interface DuplicatePlace {
  /** Number of the note, in the order in which they were added. */
  readonly note: number;
  readonly range: TextRange;
  /** The lines and characters of the range, from 0. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  /** Whether most of it is declared as somebody else's words. */
  readonly quoted: boolean;
}

/**
 * Looks for repeated passages in notes that are all there at once. Unlike a workspace, it keeps nothing of a note but its
 * words and where its lines begin.
 */
export class Duplicates {
  private readonly corpus = new Corpus();
  private readonly lines: Int32Array[] = [];

  /** Adds a note, which comes behind those that are in. Cost: linear in it. */
  add(text: string): void {
    this.lines.push(lineStarts(text, 0, text.length));
    this.corpus.add(text);
  }

  /** All passages that stand in several places, declared quotations among them. Cost: linear in the notes. */
  find(options: PassageOptions = DEFAULT_OPTIONS): Duplicate[] {
    return clustersOf(this.corpus.repeats(options, 'all')).map(({ similarity, places }) => ({
      similarity,
      places: places.map(({ note, at, end }) => {
        const words = this.corpus.wordsOf(note);
        const range = { start: words.starts[at] as number, end: words.endOf(end - 1) };
        // Nothing of the text but its lines is needed to tell a position.
        const index = new LineIndex('', this.lines[note]);
        const [start, last] = [index.position(range.start), index.position(range.end)];
        return { note, range, start, end: last, quoted: isQuoted(words, at, end) };
      }),
    }));
  }
}

function isQuoted({ flags }: Words, at: number, end: number): boolean {
  let quoted = 0;
  for (let i = at; i < end; i++) if (((flags[i] as number) & FLAG.quoted) !== 0) quoted++;
  return 2 * quoted > end - at;
}
