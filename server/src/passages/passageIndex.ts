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

/**
 * Where runs end that are equal but too short, or quoted, by other note and distance: every seed inside one would
 * find the same run again.
 */
type Dismissed = Map<string, number>;

/** The index over all notes. A note is known by any string; the order of notes is given once. */
export class PassageIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly names: string[] = [];
  private readonly postings: Postings;

  /** @param comesBefore whether one note comes before another: of two equal passages the first is the original */
  constructor(private readonly comesBefore: (a: string, b: string) => boolean) {
    this.postings = new Postings((a, b) => comesBefore(this.names[a] as string, this.names[b] as string));
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
   * The passages of a note that stand somewhere before: earlier in it, or in a note that comes before. Passages
   * declared as quotations, on either side, are no repeats.
   * @returns disjoint ranges in the order of the text. Cost: linear in the note's words, for any text.
   */
  repeatsIn(note: string): Repeat[] {
    const entry = this.entries.get(note);
    if (!entry) return [];
    const repeats: Repeat[] = [];
    const { hashes, words: seeds } = entry.fingerprints;
    const dismissed: Dismissed = new Map();
    let floor = 0;
    let stutter: Match | null = null;
    for (let i = 0; i < hashes.length; i++) {
      const seed = seeds[i] as number;
      if (seed < floor || (stutter && isDeepIn(stutter, seed))) continue;
      const match = this.longestMatch(entry, hashes[i] as number, seed, floor, dismissed);
      if (!match) continue;
      if (isPassage(entry.words, match)) {
        floor = match.at + match.words;
        repeats.push(this.repeat(entry.words, match));
      } else stutter = match;
    }
    return repeats;
  }

  /**
   * The longest match through a seed with any earlier place; of equally long ones the earliest place. A stutter is
   * given only where there is no passage.
   */
  private longestMatch(entry: Entry, hash: number, seed: number, floor: number, dismissed: Dismissed): Match | null {
    let best: Match | null = null;
    let stutter: Match | null = null;
    for (const place of this.postings.of(hash)) {
      if (!this.isEarlier(place, entry, seed)) break;
      const other = this.entries.get(this.names[place.note] as string);
      const diagonal = `${place.note}:${seed - place.word}`;
      if (!other || (dismissed.get(diagonal) ?? 0) > seed) continue;
      const match = extend(entry, seed, floor, other, place.word);
      if (!counts(entry.words, match)) dismissed.set(diagonal, match.at + match.words);
      else if (match.words <= (best?.words ?? 0)) continue;
      else if (isPassage(entry.words, match)) best = match;
      else if (match.words > (stutter?.words ?? 0)) stutter = match;
    }
    return best ?? stutter;
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
 * The maximal common run around two equal places. Within one note the two sides never overlap; of copies in a row,
 * each is then a match of its own, because the run is extended to its beginning first.
 */
function extend(entry: Entry, seed: number, floor: number, other: Entry, place: number): Match {
  const { words } = entry;
  const most = other === entry ? seed - place : Number.POSITIVE_INFINITY;
  let left = 0;
  // The words of the seed itself must find room.
  while (left + GRAM < most && seed - left > floor && place - left > 0) {
    if (words.breaks[seed - left] === 1 || other.words.breaks[place - left] === 1) break;
    if (!isSameWord(words, seed - left - 1, other.words, place - left - 1)) break;
    left++;
  }
  let right = 0;
  while (left + right < most && isSameWord(words, seed + right, other.words, place + right)) {
    right++;
    if (words.breaks[seed + right] === 1 || other.words.breaks[place + right] === 1) break;
  }
  return { at: seed - left, words: left + right, entry: other, first: place - left };
}

function isSameWord(a: Words, at: number, b: Words, place: number): boolean {
  return at < a.count && place < b.count && a.hashes[at] === b.hashes[place];
}

/** Whether a run is long enough in words that neither side declares as quoted. */
function counts({ units, quoted }: Words, { at, words, entry, first }: Match): boolean {
  let plain = 0;
  for (let i = 0; i < words && plain < LEAST_UNITS; i++) {
    if (quoted[at + i] === 0 && entry.words.quoted[first + i] === 0) plain += units[at + i] as number;
  }
  return plain >= LEAST_UNITS;
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
