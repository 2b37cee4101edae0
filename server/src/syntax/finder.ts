/**
 * Finds the next place of a mark, going forward, in a text in which it may be rare: what has been searched is
 * remembered, and the search never runs far ahead of what is asked, so that parsing a few lines costs a few lines.
 */
export class Finder {
  /** First place at or after what was asked last, as far as is known; -1 where none is known. */
  private found = -1;
  private searchedTo = 0;

  constructor(
    private readonly text: string,
    private readonly mark: string,
  ) {}

  /** First place of the mark that begins in `[from, end)`, or -1. Ask with `from` rising, or it is searched again. */
  next(from: number, end: number): number {
    if (this.found >= from) return this.found < end ? this.found : -1;
    let at = this.found < 0 ? Math.max(from, this.searchedTo) : from;
    this.found = -1;
    while (at < end) {
      const to = at + WINDOW;
      const found = this.text.slice(at, to + this.mark.length - 1).indexOf(this.mark);
      this.searchedTo = found < 0 ? to : at + found;
      if (found >= 0) {
        this.found = at + found;
        return this.found < end ? this.found : -1;
      }
      at = to;
    }
    return -1;
  }
}

/** UTF-16 units searched at once. */
const WINDOW = 8192;
