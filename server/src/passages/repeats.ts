import type { PassageOptions } from './acceptance';
import { type Alignment, areEqual } from './alignment';
import type { Placed } from './choice';
import { GRAM, sketchedGramAt } from './grams';
import type { IndexedNote } from './indexedNote';
import { Matches, type NoteWord } from './matches';
import type { PassageIndex } from './passageIndex';
import type { SeededChunk, Seeds } from './seeds';
import type { Finding, Likeness, SeedAt, Stretch } from './stretches';
import type { Words } from './words';

/** Where repeats are sought. */
export interface SearchOptions extends PassageOptions {
  readonly across: 'note' | 'workspace';
}

/** Words without a seed between two stretches that have nothing to do with each other: twice as far as matches are joined. */
const APART = 240;

/** Words around a passage that tell whether it is one, beside as many as it has itself. */
const MARGIN = 64;

/**
 * The passages of a note that stand somewhere before: earlier in it, or in a note that comes before.
 * @returns disjoint passages in the order of the text. Cost: linear in what has changed since the note was last asked
 * for, and in the number of the passages that are found.
 */
export function repeatsIn(
  index: PassageIndex,
  seeds: Seeds,
  note: IndexedNote,
  { minWords, similarity, across }: SearchOptions,
): Likeness[] {
  const own = seeds.of(note);
  const memo = seeds.memoOf(note, 'repeat', `${minWords} ${similarity} ${across}`);
  const search = new RepeatSearch(index, note, { minWords, similarity });
  const done: Done[] = [];
  const waiting = stretchesOf(note, own, across).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    let stretch = next;
    let joints = 0;
    let finding = memo.get(note, own, stretch, () => search.in(stretch));
    // Where one reaches into another, they are one.
    for (let before = done.at(-1); before && reaches(before.finding, finding); before = done.at(-1)) {
      done.pop();
      joints = Math.max(joints, before.joints) + 1;
      // A text in which everything is like everything is looked at as a whole, not again and again.
      const rest = joints > MOST_JOINTS ? waiting.splice(0).reverse() : [];
      stretch = [...before.stretch, ...stretch, ...rest.flat()];
      finding = memo.get(note, own, stretch, () => search.in(stretch));
    }
    done.push({ finding, stretch, joints });
  }
  memo.turn();
  return done.flatMap(({ finding }) => finding.found);
}

/** What was found in a stretch, and how often it has been joined with the one before it. */
interface Done {
  readonly finding: Finding;
  readonly stretch: readonly SeedAt[];
  readonly joints: number;
}

const MOST_JOINTS = 8;

/** The seeds of a note, those that lie near each other together. */
function stretchesOf(note: IndexedNote, own: readonly SeededChunk[], across: SearchOptions['across']): SeedAt[][] {
  const stretches: SeedAt[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { chunk, found } of own) {
    for (const seed of found) {
      if (seed.kind !== 'repeat' || (across === 'note' && seed.place.chunk.note !== note.number)) continue;
      const at = chunk.word + seed.offset;
      if (at - end > APART) stretches.push([]);
      stretches.at(-1)?.push({ seed, at });
      end = at;
    }
  }
  return stretches;
}

function reaches({ to }: Finding, { from }: Finding): boolean {
  return from.chunk.word + from.offset < to.chunk.word + to.offset;
}

class RepeatSearch {
  private readonly words: Words;
  private taken: Uint8Array | null = null;

  constructor(
    private readonly index: PassageIndex,
    private readonly note: IndexedNote,
    private readonly options: PassageOptions,
  ) {
    this.words = index.wordsOf(note);
  }

  in(seeds: readonly SeedAt[]): Finding {
    const { index, note, words } = this;
    this.taken ??= new Uint8Array(words.count);
    const [first, last] = [(seeds[0] as SeedAt).at, (seeds.at(-1) as SeedAt).at];
    const bounds = { from: first, to: last };
    const follows: Stretch[] = [];
    const matches = new Matches({
      note: note.number,
      subject: { words, isCommon: (word) => index.isCommon(sketchedGramAt(words, word)) },
      wordsOf: (other) => index.wordsOf(index.byNumber(other) as IndexedNote),
      placesBefore: (at) => this.placesBefore(at),
      order: (a, b) => index.compare(a, b),
      isTaken: this.taken,
      size: last - first + APART,
      onCompared: ({ at, end, place, placeEnd }: Alignment, other) => {
        bounds.from = Math.min(bounds.from, at);
        bounds.to = Math.max(bounds.to, end);
        const margin = placeEnd - place + MARGIN;
        follows.push({ note: index.byNumber(other) as IndexedNote, from: place - margin, to: placeEnd + margin });
      },
      options: this.options,
      counted: 'undeclared',
    });
    for (const { seed, at } of seeds) {
      const { note: other, word } = seed.place.chunk;
      const place = word + seed.place.offset;
      const theirs = index.wordsOf(index.byNumber(other) as IndexedNote);
      follows.push({ note: index.byNumber(other) as IndexedNote, from: place, to: place + GRAM });
      if (areEqual(words, theirs, { at, place, length: GRAM })) matches.offer(at, other, place);
    }
    const chosen = matches.chosen();
    bounds.from = Math.min(bounds.from, chosen[0]?.at ?? first);
    bounds.to = Math.max(bounds.to, chosen.at(-1)?.end ?? last);
    const found = chosen.map((match) => this.likeness(match));
    const margin = bounds.to - bounds.from + MARGIN;
    follows.push({ note, from: bounds.from - margin, to: bounds.to + margin });
    return { found, from: index.placeOf(note, bounds.from), to: index.placeOf(note, bounds.to), follows };
  }

  private likeness({ at, end, note, place, placeEnd, similarity, runs }: Placed): Likeness {
    return {
      at: this.index.placeOf(this.note, at),
      length: end - at,
      place: this.index.placeOf(this.index.byNumber(note) as IndexedNote, place),
      placeLength: placeEnd - place,
      similarity,
      isVerbatim: runs.length === 1 && similarity === 1,
      gaps: [],
      known: null,
    };
  }

  private placesBefore(at: number): NoteWord[] {
    const { index, note, words } = this;
    const places = index
      .placesOf(sketchedGramAt(words, at))
      .map(({ chunk, offset }) => ({ note: chunk.note, word: chunk.word + offset }));
    return places.filter((place) =>
      place.note === note.number ? place.word < at : index.compare(place.note, note.number) < 0,
    );
  }
}
