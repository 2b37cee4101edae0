// Text that is like text as far as repeats go: few words are frequent, phrases come again, whole sentences do not.

/** A row of numbers that is the same for the same seed, from 0 to below 1 (a linear congruential generator). */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = Math.imul(seed, 2654435761) >>> 0;
  }

  next(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return (this.state >>> 8) / 2 ** 24;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  shuffle<T>(values: T[]): T[] {
    for (let i = values.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [values[i], values[j]] = [values[j] as T, values[i] as T];
    }
    return values;
  }
}

const FREQUENT =
  `the of and to in a is that for it as with be by on not this are or from at which but have an they you were there
   been one all we their has would when if so no will more can about out up what some into only than other time new
   could these two may then do first any my now such like our over even most made after also did many before must
   through back where much your way well down should because each just those people how too little good very make
   still see work long here both between being under never same another while last might us great since against
   right used come may take`
    .trim()
    .split(/\s+/);

const SYLLABLES =
  'ba ce di fo gu ha ji ke lo mu na pe qui ra se ti vo wen xa yor zin tre sta pli cro dal mer ston'.split(' ');

/** Words that are made up, beside the frequent ones; phrases of them; and how often a phrase comes. */
const VOCABULARY = 30_000;
const PHRASES = 6_000;
const PHRASE_SHARE = 0.12;

/** Makes up paragraphs of which no two share six words in a row. */
export class MadeUpText {
  /** Words that can be put in the place of others. */
  readonly words: readonly string[];
  private readonly phrases: readonly string[];
  /** A bit by the hash of six words in a row: some that are new are taken for known, which harms nothing. */
  private readonly seen = new Uint8Array(2 ** 26);

  constructor(private readonly chance: Chance) {
    const made = new Set<string>();
    while (made.size < VOCABULARY) {
      made.add(Array.from({ length: 2 + chance.below(3) }, () => chance.of(SYLLABLES)).join(''));
    }
    this.words = [...made];
    this.phrases = Array.from({ length: PHRASES }, () =>
      Array.from({ length: 2 + chance.below(4) }, () => this.word()).join(' '),
    );
  }

  /** A paragraph of a few sentences, with a capital, commas and stops. */
  paragraph(): string {
    for (;;) {
      const text = Array.from({ length: 1 + this.chance.below(6) }, () => this.sentence()).join(' ');
      if (this.isFresh(text)) return text;
    }
  }

  private sentence(): string {
    const wanted = 8 + this.chance.below(22);
    const words: string[] = [];
    while (words.length < wanted) {
      const next = this.chance.next() < PHRASE_SHARE ? this.zipf(this.phrases).split(' ') : [this.word()];
      if (words.length > 3 && this.chance.next() < 0.06) words[words.length - 1] += ',';
      words.push(...next);
    }
    const text = words.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }

  private word(): string {
    return this.chance.next() < 0.55 ? this.zipf(FREQUENT) : this.zipf(this.words);
  }

  /** The first of some values often, the last seldom, about as Zipf's law has it. */
  private zipf(values: readonly string[]): string {
    return values[Math.floor(values.length ** this.chance.next()) - 1] as string;
  }

  private isFresh(text: string): boolean {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const runs = words.slice(5).map((_, i) => hashOf(words.slice(i, i + 6).join(' ')) >>> 3);
    if (runs.some((run) => ((this.seen[run >>> 3] as number) & (1 << (run & 7))) !== 0)) return false;
    for (const run of runs) this.seen[run >>> 3] = (this.seen[run >>> 3] as number) | (1 << (run & 7));
    return true;
  }
}

/** FNV-1a, mixed once more for its low bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}
