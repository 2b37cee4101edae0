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

  /** Adds the places of a note that has none yet. Cost: linear, while notes come in order. */
  add(note: number, hashes: Int32Array, words: Uint32Array): void {
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i] as number;
      const place = note * NOTE + (words[i] as number);
      const known = this.places.get(hash);
      if (known === undefined) this.places.set(hash, place);
      else if (typeof known === 'number')
        this.places.set(hash, this.isBefore(known, place) ? [known, place] : [place, known]);
      else this.insert(known, place);
    }
  }

  /** Removes the places of a note. */
  remove(note: number, hashes: Int32Array): void {
    for (const hash of new Set(hashes)) {
      const known = this.places.get(hash);
      if (known === undefined) continue;
      const places = typeof known === 'number' ? [known] : known;
      const rest = places.filter((place) => Math.floor(place / NOTE) !== note);
      const [only] = rest;
      if (only === undefined) this.places.delete(hash);
      else this.places.set(hash, rest.length === 1 ? only : rest);
    }
  }

  /** The earliest places of a fingerprint, in order. */
  *of(hash: number): Iterable<Place> {
    const known = this.places.get(hash);
    if (known === undefined) return;
    const places = typeof known === 'number' ? [known] : known;
    for (let i = 0; i < places.length && i < MOST_PLACES; i++) {
      const place = places[i] as number;
      yield { note: Math.floor(place / NOTE), word: place % NOTE };
    }
  }

  private insert(places: number[], place: number): void {
    let low = 0;
    let high = places.length;
    if (this.isBefore(places[high - 1] as number, place)) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.isBefore(places[middle] as number, place)) low = middle + 1;
      else high = middle;
    }
    places.splice(low, 0, place);
  }

  private isBefore(a: number, b: number): boolean {
    const noteA = Math.floor(a / NOTE);
    const noteB = Math.floor(b / NOTE);
    return noteA === noteB ? a < b : this.comesBefore(noteA, noteB);
  }
}
