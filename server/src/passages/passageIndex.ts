/**
 * Repeated passages over all notes, first form: runs of words that stand, word for word, somewhere before. Seeds come
 * from winnowed fingerprints and are extended to maximal runs ("seed and extend").
 */
import type { TextRange } from '../syntax/textRange';
import { type Fingerprints, fingerprintsOf, GRAM, WINDOW } from './fingerprints';
import { type Place, Postings } from './postings';
import type { Words } from './words';

/** A passage that stands somewhere before, in the order of notes and of the text. */
export interface Repeat {
  readonly range: TextRange;
  /** Length of the passage in words (of unspaced scripts: in characters). */
  readonly words: number;
  /** Where it stands first. */
  readonly first: { readonly note: string; readonly range: TextRange };
}

/** Shortest run that counts as a repeat, in half words: 8 words, or 16 characters of an unspaced script. */
const LEAST_UNITS = 16;

/** A run of fewer different words is a stutter, not a passage. */
const LEAST_DISTINCT = 5;

interface Entry {
  readonly number: number;
  readonly words: Words;
  readonly fingerprints: Fingerprints;
}

/** Two equal runs: `words` words from `at` in one note and from `first` in an earlier place. */
interface Match {
  readonly at: number;
  readonly words: number;
  readonly entry: Entry;
  readonly first: number;
}

/** The index over all notes. A note is known by any string; the order of notes is given once. */
export class PassageIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly names: string[] = [];
  private readonly postings: Postings;

  /** @param comesBefore whether one note comes before another: of two equal passages the first is the original */
  constructor(private readonly comesBefore: (a: string, b: string) => boolean) {
    this.postings = new Postings(
      (a, b) => comesBefore(this.names[a] as string, this.names[b] as string),
      (note) => this.entryOf(note)?.words,
    );
  }

  /** Adds a note, or replaces its words. Cost: linear in the words. */
  set(note: string, words: Words): void {
    const number = this.entries.get(note)?.number ?? this.names.push(note) - 1;
    this.delete(note);
    const fingerprints = fingerprintsOf(words);
    this.postings.add(number, fingerprints.hashes, fingerprints.words);
    this.entries.set(note, { number, words, fingerprints });
  }

  /** Forgets a note; nothing happens for one that is not known. */
  delete(note: string): void {
    const entry = this.entries.get(note);
    if (!entry) return;
    this.postings.remove(entry.number, entry.fingerprints.hashes);
    this.entries.delete(note);
  }

  /**
   * The passages of a note that stand somewhere before: earlier in it, or in a note that comes before. They have 8
   * words in a row, no stutter, that neither side declares as quoted, and may run on through quotations.
   * @returns disjoint ranges in the order of the text. Cost: linear in the note's words, for any text.
   */
  repeatsIn(note: string): Repeat[] {
    const entry = this.entries.get(note);
    if (!entry) return [];
    const repeats: Repeat[] = [];
    const { hashes, words: seeds } = entry.fingerprints;
    let floor = 0;
    let stutter: Match | null = null;
    for (let i = 0; i < hashes.length; i++) {
      const seed = seeds[i] as number;
      if (seed < floor || (stutter && isDeepIn(stutter, seed))) continue;
      const match = this.longestMatch(entry, hashes[i] as number, seed, floor);
      if (!match) continue;
      if (isPassage(entry.words, match)) {
        const first = this.firstMatch(entry, match, floor);
        floor = first.at + first.words;
        repeats.push(this.repeat(entry.words, first));
      } else stutter = match;
    }
    return repeats;
  }

  /**
   * The longest match through a seed with any earlier place; of equally long ones the earliest place. A stutter is
   * given only where there is no passage.
   */
  private longestMatch(entry: Entry, hash: number, seed: number, floor: number): Match | null {
    let best: Match | null = null;
    let stutter: Match | null = null;
    for (const { other, word } of this.earlierPlaces(entry, hash, seed)) {
      const match = matchAt(entry, seed, floor, other, word);
      if (!match || match.words <= (best?.words ?? 0)) continue;
      if (isPassage(entry.words, match)) best = match;
      else if (match.words > (stutter?.words ?? 0)) stutter = match;
    }
    return best ?? stutter;
  }

  /**
   * The first place of a whole match. A seed that was chosen for words before the match may not be chosen in every
   * place of it, but one that is chosen for words of the match alone is: the rarest of them leads to all places.
   * If the match goes further there, so does the result. Only of a match whose every 8 words stand in very many places
   * (see `Postings.of`) the first may be missed.
   */
  private firstMatch(entry: Entry, whole: Match, floor: number): Match {
    const end = whole.at + whole.words;
    const { hash, seed } = this.rarest(fingerprintsOf(entry.words, whole.at, end));
    let first: Match | null = null;
    for (const { other, word } of this.earlierPlaces(entry, hash, seed)) {
      // Of equal seeds within a window, any may have been chosen there.
      for (let place = word - WINDOW + 1; place < word + WINDOW; place++) {
        const match = matchAt(entry, seed, floor, other, place);
        if (!match || match.at > whole.at || match.at + match.words < end) continue;
        const isFirst = match.words === first?.words && other === first.entry && match.first < first.first;
        if (isFirst || match.words > (first?.words ?? 0)) first = match;
      }
    }
    return first ?? whole;
  }

  private rarest({ hashes, words }: Fingerprints): { hash: number; seed: number } {
    let rarest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < hashes.length; i++) {
      const count = this.postings.count(hashes[i] as number);
      if (count < least) [rarest, least] = [i, count];
    }
    return { hash: hashes[rarest] ?? 0, seed: words[rarest] ?? 0 };
  }

  private *earlierPlaces(entry: Entry, hash: number, seed: number): Iterable<{ other: Entry; word: number }> {
    for (const place of this.postings.of(hash, entry.words, seed)) {
      if (!this.isEarlier(place, entry, seed)) return;
      const other = this.entryOf(place.note);
      if (other) yield { other, word: place.word };
    }
  }

  private entryOf(number: number): Entry | undefined {
    return this.entries.get(this.names[number] as string);
  }

  private isEarlier(place: Place, entry: Entry, seed: number): boolean {
    if (place.note === entry.number) return place.word < seed;
    return this.comesBefore(this.names[place.note] as string, this.names[entry.number] as string);
  }

  private repeat(words: Words, match: Match): Repeat {
    const name = this.names[match.entry.number] as string;
    return {
      range: rangeOf(words, match.at, match.words),
      words: match.words,
      first: { note: name, range: rangeOf(match.entry.words, match.first, match.words) },
    };
  }
}

/**
 * The maximal common run around a seed and an equal place, if it is long enough in words that neither side declares as
 * quoted. Only a passage is then followed through quotations: long quotations and stutters that repeat each other cost
 * nothing.
 */
function matchAt(entry: Entry, seed: number, floor: number, other: Entry, place: number): Match | null {
  for (let i = 0; i < GRAM; i++) if (!isSameWord(entry.words, seed + i, other.words, place + i, 0)) return null;
  // Within one note the two sides never overlap.
  const most = other === entry ? seed - place : Number.POSITIVE_INFINITY;
  if (most < GRAM) return null;
  const plain = grown(entry.words, { at: seed, words: GRAM, entry: other, first: place }, floor, most, 0);
  if (!isLong(entry.words, plain)) return null;
  return isPassage(entry.words, plain) ? grown(entry.words, plain, floor, most, 1) : plain;
}

/**
 * The maximal common run around a common run. Of copies in a row, each is a match of its own, because the run is
 * extended to its beginning first.
 * @param most words it may have
 * @param quoted 1 to run on through declared quotations, 0 to end there
 */
function grown(ours: Words, run: Match, floor: number, most: number, quoted: 0 | 1): Match {
  const theirs = run.entry.words;
  let { at, first, words } = run;
  while (words < most && at > floor && first > 0 && ours.breaks[at] === 0 && theirs.breaks[first] === 0) {
    if (!isSameWord(ours, at - 1, theirs, first - 1, quoted)) break;
    at--;
    first--;
    words++;
  }
  while (words < most && ours.breaks[at + words] === 0 && theirs.breaks[first + words] === 0) {
    if (!isSameWord(ours, at + words, theirs, first + words, quoted)) break;
    words++;
  }
  return { at, words, entry: run.entry, first };
}

function isSameWord(a: Words, at: number, b: Words, place: number, quoted: 0 | 1): boolean {
  return a.hashes[at] === b.hashes[place] && (quoted === 1 || (a.quoted[at] === 0 && b.quoted[place] === 0));
}

/** Whether a run is as long as a passage must be. */
function isLong({ units }: Words, { at, words }: Match): boolean {
  let total = 0;
  for (let i = at; i < at + words && total < LEAST_UNITS; i++) total += units[i] as number;
  return total >= LEAST_UNITS;
}

function isPassage(words: Words, match: Match): boolean {
  const distinct = new Set<number>();
  for (let i = match.at; i < match.at + match.words && distinct.size < LEAST_DISTINCT; i++) {
    distinct.add(words.hashes[i] as number);
  }
  return distinct.size >= LEAST_DISTINCT;
}

/**
 * Whether all that a seed can find lies in a stutter: each run of words for which winnowing chooses the seed. Near
 * the ends of a stutter a passage may overlap it.
 */
function isDeepIn(stutter: Match, seed: number): boolean {
  return stutter.at <= seed - WINDOW + 1 && seed + GRAM + WINDOW - 1 <= stutter.at + stutter.words;
}

function rangeOf(words: Words, from: number, count: number): TextRange {
  return { start: words.starts[from] ?? 0, end: words.ends[from + count - 1] ?? 0 };
}
