/** Words that may be looked at for each word of a text, and for any text. */
const EACH = 32;
const ANY = 1 << 14;

/** Words of a run that are looked at when the effort is spent. */
const LONGEST_AT_LAST = 256;

/**
 * How many words a search may look at. It is enough for every text that people write; where words come again and again
 * in all ways, each place is led to one other place when it is spent, so that the search stays linear.
 */
export class Effort {
  private left: number;

  /** @param words of the text that is searched */
  constructor(words: number) {
    this.left = EACH * words + ANY;
  }

  get isSpent(): boolean {
    return this.left <= 0;
  }

  /** Words that a run of equal words may have: any number, until the effort is spent. */
  get longestRun(): number {
    return this.isSpent ? LONGEST_AT_LAST : Number.POSITIVE_INFINITY;
  }

  spend(words: number): void {
    this.left -= words;
  }
}
