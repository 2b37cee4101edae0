/** A word of some note: the note's number and the index of the word in it. */
export interface Place {
  readonly note: number;
  readonly word: number;
}

/** Places a fingerprint may be looked up at; those of a fingerprint in more places are cut off after the earliest. */
const MOST_PLACES = 64;

/** Words a note may have, as far as places are told apart: 2^26. */
const NOTE = 2 ** 26;

/**
 * Fingerprint -> places, earliest first. A place is kept as one number; a fingerprint with one place, the usual
 * case, needs no list.
 */
export class Postings {
  private readonly places = new Map<number, number | number[]>();

  /** @param comesBefore the order of notes, by number */
  constructor(private readonly comesBefore: (a: number, b: number) => boolean) {}

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
      const rest = this.placesOf(hash).filter((place) => Math.floor(place / NOTE) !== note);
      const [only] = rest;
      if (only === undefined) this.places.delete(hash);
      else this.places.set(hash, rest.length === 1 ? only : rest);
    }
  }

  /** The earliest places of a fingerprint, in order. */
  *of(hash: number): Iterable<Place> {
    const places = this.placesOf(hash);
    for (let i = 0; i < places.length && i < MOST_PLACES; i++) {
      const place = places[i] as number;
      yield { note: Math.floor(place / NOTE), word: place % NOTE };
    }
  }

  private placesOf(hash: number): number[] {
    const known = this.places.get(hash);
    if (known === undefined) return [];
    return typeof known === 'number' ? [known] : known;
  }

  /** @param added places of one note, rising; they lie together among those of the others */
  private merge(hash: number, added: readonly number[]): void {
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
