import type { PassageOptions } from './acceptance';
import type { Placed } from './choice';
import { sketchedGramAt } from './grams';
import { Matches, type NoteWord } from './matches';
import type { IndexedNote, PassageIndex } from './passageIndex';
import type { Seeds } from './seeds';
import type { Words } from './words';

/** Where repeats are sought. */
export interface SearchOptions extends PassageOptions {
  readonly across: 'note' | 'workspace';
}

/**
 * The passages of a note that stand somewhere before: earlier in it, or in a note that comes before.
 * @returns disjoint passages in the order of the text; `note` is the number of the one that they stand in before.
 * Cost: linear in what has changed since the note was last asked for, and in the passages that are found.
 */
export function repeatsIn(index: PassageIndex, seeds: Seeds, note: IndexedNote, options: SearchOptions): Placed[] {
  const words = index.wordsOf(note);
  const matches = new Matches({
    note: note.number,
    subject: { words, isCommon: (word) => index.isCommon(sketchedGramAt(words, word)) },
    wordsOf: (other) => index.wordsOf(index.byNumber(other) as IndexedNote),
    placesBefore: (at) => placesBefore(index, note, words, at),
    order: (a, b) => index.compare(a, b),
    options,
    counted: 'undeclared',
  });
  for (const { chunk, found } of seeds.of(note)) {
    for (const { kind, offset, place } of found) {
      const { note: other, word } = place.chunk;
      if (kind !== 'repeat' || (options.across === 'note' && other !== note.number)) continue;
      matches.offer(chunk.word + offset, other, word + place.offset);
    }
  }
  return matches.chosen();
}

function placesBefore(index: PassageIndex, note: IndexedNote, words: Words, at: number): NoteWord[] {
  const places = index
    .placesOf(sketchedGramAt(words, at))
    .map(({ chunk, offset }) => ({ note: chunk.note, word: chunk.word + offset }));
  return places.filter((place) =>
    place.note === note.number ? place.word < at : index.compare(place.note, note.number) < 0,
  );
}
