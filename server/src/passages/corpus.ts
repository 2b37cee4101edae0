/** Repeated passages of many notes that are all there at once, as on the command line: nothing is kept for edits. */

import { parse } from '../syntax/parse';
import { lastAtMost } from '../syntax/sorted';
import type { Counted, PassageOptions } from './acceptance';
import type { Placed } from './choice';
import { GRAM, gramAt, NO_GRAM } from './grams';
import { Matches, type NoteWord } from './matches';
import { readAll } from './passageText';
import { PlainReader } from './plainText';
import { RepeatedGrams } from './repeatedGrams';
import { type StoredWords, WordStore } from './wordStore';
import { WordList, type Words } from './words';

/** A passage of a note that stands somewhere before; `note` is the one it stands in before. */
export interface CorpusRepeat extends Placed {
  readonly copy: number;
}

/**
 * The words of many notes in a row. A word is known by its number among all of them, its address; a note by its number.
 */
export class Corpus {
  private readonly store = new WordStore();
  private readonly read = new WordList(1 << 12);
  private readonly notes: StoredWords[] = [];
  /** The address of each note's first word; the last is that of the next note's. */
  private readonly bases: number[] = [0];

  /** Adds a note, which comes behind those that are in. Cost: linear in it. */
  add(text: string): void {
    const { read } = this;
    read.count = 0;
    if (PlainReader.canRead(text)) new PlainReader(text, read).read();
    else readAll(parse(text), read);
    this.notes.push(this.store.keep(read));
    this.bases.push((this.bases.at(-1) as number) + read.count);
  }

  /** The words of a note. */
  wordsOf(note: number): StoredWords {
    return this.notes[note] as StoredWords;
  }

  /**
   * All passages that stand somewhere before, note by note in the order of the text.
   * Cost: linear in the words, whatever they are: of a gram in very many places no more than the first is looked at.
   */
  repeats(options: PassageOptions, counted: Counted): CorpusRepeat[] {
    const search = new CorpusSearch(this.notes, this.bases, this.grams(), options, counted);
    return this.notes.flatMap((_, copy) => search.repeatsIn(copy).map((match) => ({ ...match, copy })));
  }

  private grams(): Int32Array {
    const grams = new Int32Array(this.bases.at(-1) as number);
    this.notes.forEach((words, note) => {
      const base = this.bases[note] as number;
      for (let at = 0; at + GRAM <= words.count; at++) grams[base + at] = gramAt(words, at);
    });
    return grams;
  }
}

class CorpusSearch {
  private readonly repeated: RepeatedGrams;
  private readonly isTaken: Uint8Array;
  /** Index of the repeated gram that is looked at next; notes are searched in order. */
  private next = 0;

  constructor(
    private readonly notes: readonly Words[],
    private readonly bases: readonly number[],
    private readonly grams: Int32Array,
    private readonly options: PassageOptions,
    private readonly counted: Counted,
  ) {
    this.repeated = new RepeatedGrams(grams);
    this.isTaken = new Uint8Array(notes.reduce((most, { count }) => Math.max(most, count), 0));
  }

  repeatsIn(note: number): Placed[] {
    const { repeated, bases, options, counted } = this;
    const words = this.notes[note] as Words;
    const base = bases[note] as number;
    const end = base + words.count;
    const matches = new Matches({
      note,
      subject: { words, isCommon: (word) => repeated.isCommon(base + word) },
      placesBefore: (at) => this.placesBefore(base + at),
      wordsOf: (other) => this.notes[other] as Words,
      order: (a, b) => a - b,
      isTaken: this.isTaken,
      size: words.count,
      options,
      counted,
    });
    for (; (repeated.addresses[this.next] ?? end) < end; this.next++) {
      const address = repeated.addresses[this.next] as number;
      for (const place of repeated.placesBefore(this.next)) {
        if (this.isInRun(address, place)) continue;
        const { note: other, word } = this.wordAt(place);
        matches.offer(address - base, other, word);
      }
    }
    return matches.chosen();
  }

  /**
   * Whether a run of equal words that was looked at goes on here. The last words of a note begin no gram; of a gram in
   * very many places, the run was looked at in the first of them only.
   */
  private isInRun(address: number, place: number): boolean {
    const before = this.grams[address - 1];
    if (before === undefined || before === NO_GRAM || before !== this.grams[place - 1]) return false;
    return !this.repeated.isCommon(address - 1);
  }

  private placesBefore(address: number): NoteWord[] {
    const index = lastAtMost(this.repeated.addresses, address);
    if (this.repeated.addresses[index] !== address) return [];
    return this.repeated.placesBefore(index).map((place) => this.wordAt(place));
  }

  private wordAt(address: number): NoteWord {
    const note = lastAtMost(this.bases, address);
    return { note, word: address - (this.bases[note] as number) };
  }
}
