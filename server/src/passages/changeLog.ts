/** Changes that are remembered. Who has seen fewer looks at everything again. */
const MOST = 1 << 14;

/** The grams of which something has changed: where they stand, or the words around them. */
export class ChangeLog {
  private readonly grams = new Int32Array(MOST);
  /** How many changes there have been. */
  revision = 0;

  /** Bytes of memory that it takes. */
  get bytes(): number {
    return this.grams.byteLength;
  }

  tell(gram: number): void {
    this.grams[this.revision % MOST] = gram;
    this.revision++;
  }

  /** The grams that have changed since a revision; null if there were too many. */
  since(revision: number): Int32Array | null {
    const count = this.revision - revision;
    if (count > MOST) return null;
    const found = new Int32Array(count);
    for (let i = 0; i < count; i++) found[i] = this.grams[(revision + i) % MOST] as number;
    return found;
  }
}
