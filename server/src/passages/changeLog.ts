/** Changes that are remembered. Who has seen fewer looks at everything again. */
const MOST = 1 << 14;

/** The grams of which something has changed: where they stand, or the words around them. */
export class ChangeLog {
  private readonly grams = new Int32Array(MOST);
  /** How many changes there have been. */
  revision = 0;
  private latest: { readonly since: number; readonly at: number; readonly set: GramSet | null } | null = null;

  /** Bytes of memory that it takes. */
  get bytes(): number {
    return this.grams.byteLength;
  }

  tell(gram: number): void {
    this.grams[this.revision % MOST] = gram;
    this.revision++;
  }

  /** The same as a set, which many may ask for one after the other. */
  setSince(revision: number): GramSet | null {
    const { latest } = this;
    if (latest?.since === revision && latest.at === this.revision) return latest.set;
    const grams = this.since(revision);
    const set = grams && new GramSet(grams);
    this.latest = { since: revision, at: this.revision, set };
    return set;
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

const FILTER = 1 << 15;

/** Some grams, to be asked for many that are not among them. */
export class GramSet {
  private readonly grams: ReadonlySet<number>;
  /** Most grams are told by a bit not to be among them. */
  private readonly bits = new Uint8Array(FILTER);

  constructor(grams: Int32Array) {
    this.grams = new Set(grams);
    for (const gram of this.grams) this.bits[gram & (FILTER - 1)] = 1;
  }

  has(gram: number): boolean {
    return this.bits[gram & (FILTER - 1)] === 1 && this.grams.has(gram);
  }
}
