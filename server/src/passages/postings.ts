import { runsAround } from './fingerprints';
import type { Words } from './words';

/** A word of some note: the note's number and the index of the word in it. */
export interface Place {
  readonly note: number;
  readonly word: number;
}

/** Places that are looked at. Of a fingerprint in more places, those in the same 8 words are. */
const MOST_PLACES = 64;

/** Places of a fingerprint by the runs of 8 words around it, in order. */
type Crowd = ReadonlyMap<number, readonly number[]>;

/** Words a note may have, as far as places are told apart: 2^26. */
const NOTE = 2 ** 26;

/**
 * Fingerprint -> places, earliest first. A place is kept as one number; a fingerprint with one place, the usual
 * case, needs no list.
 */
export class Postings {
  private readonly places = new Map<number, number | number[]>();
  /** Those of fingerprints in many places, made when asked for. */
  private readonly crowds = new Map<number, Crowd>();

  /**
   * @param comesBefore the order of notes, by number
   * @param wordsOf the words of a note, by number
   */
  constructor(
    private readonly comesBefore: (a: number, b: number) => boolean,
    private readonly wordsOf: (note: number) => Words | undefined,
  ) {}

  /**
   * Adds the places of a note that has none yet. Cost: linear in them, and in the known places of the same fingerprints
   * where a note comes before others that are known.
   */
  add(note: number, hashes: Int32Array, words: Uint32Array): void {
    // Gathered first: a fingerprint in a hundred thousand places must not be merged a hundred thousand times.
    const repeated = new Map<number, number[]>();
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i] as number;
      const place = note * NOTE + (words[i] as number);
      const gathered = repeated.get(hash);
      if (gathered) gathered.push(place);
      else if (this.places.has(hash)) repeated.set(hash, [place]);
      else this.places.set(hash, place);
    }
    for (const [hash, added] of repeated) this.merge(hash, added);
  }

  /** Removes the places of a note. */
  remove(note: number, hashes: Int32Array): void {
    for (const hash of new Set(hashes)) {
      this.crowds.delete(hash);
      const rest = this.placesOf(hash).filter((place) => Math.floor(place / NOTE) !== note);
      const [only] = rest;
      if (only === undefined) this.places.delete(hash);
      else this.places.set(hash, rest.length === 1 ? only : rest);
    }
  }

  /** In how many places a fingerprint stands. */
  count(hash: number): number {
    return this.placesOf(hash).length;
  }

  /**
   * Places of a fingerprint, in order. Where it stands in many, those that have 8 words around it in common with the
   * words asked for, and of each 8 words the earliest: whatever shares 8 words with some place is given one such
   * place. Cost: bounded, but for the first time after a change in a fingerprint of many places, linear in them.
   * @param seed where the fingerprint stands in `words`
   */
  of(hash: number, words: Words, seed: number): Place[] {
    const places = this.placesOf(hash);
    const near = places.length > MOST_PLACES ? this.inCrowd(hash, runsAround(words, seed)) : places;
    return near.map((place) => ({ note: Math.floor(place / NOTE), word: place % NOTE }));
  }

  private inCrowd(hash: number, runs: readonly number[]): number[] {
    let crowd = this.crowds.get(hash);
    if (!crowd) {
      crowd = this.crowdOf(hash);
      this.crowds.set(hash, crowd);
    }
    const found = new Set<number>();
    for (const run of runs) for (const place of crowd.get(run)?.slice(0, MOST_PLACES) ?? []) found.add(place);
    return [...found].sort((a, b) => (this.isBefore(a, b) ? -1 : 1));
  }

  private crowdOf(hash: number): Crowd {
    const crowd = new Map<number, number[]>();
    for (const place of this.placesOf(hash)) {
      const words = this.wordsOf(Math.floor(place / NOTE));
      for (const run of new Set(words && runsAround(words, place % NOTE))) {
        const places = crowd.get(run);
        if (places) places.push(place);
        else crowd.set(run, [place]);
      }
    }
    return crowd;
  }

  private placesOf(hash: number): number[] {
    const known = this.places.get(hash);
    if (known === undefined) return [];
    return typeof known === 'number' ? [known] : known;
  }

  /** @param added places of one note, rising; they lie together among those of the others */
  private merge(hash: number, added: readonly number[]): void {
    this.crowds.delete(hash);
    const known = this.placesOf(hash);
    const first = added[0] as number;
    // Notes mostly come in order.
    let low = this.isBefore(known.at(-1) as number, first) ? known.length : 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.isBefore(known[middle] as number, first)) low = middle + 1;
      else high = middle;
    }
    if (low < known.length) this.places.set(hash, [...known.slice(0, low), ...added, ...known.slice(low)]);
    else {
      for (const place of added) known.push(place);
      this.places.set(hash, known);
    }
  }

  private isBefore(a: number, b: number): boolean {
    const noteA = Math.floor(a / NOTE);
    const noteB = Math.floor(b / NOTE);
    return noteA === noteB ? a < b : this.comesBefore(noteA, noteB);
  }
}
