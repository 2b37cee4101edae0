import { editDistance } from './editDistance';

/** Longer words are compared with nothing but themselves: their variants would be thousands. */
const LONGEST = 32;

/** Slips that are found: letters left out, put in, taken for others, or swapped. */
const SLIPS = 2;

/**
 * Finds the words of a list that are at most two slips away from another: two words are only if leaving out up to two
 * characters of each can make them equal (Garbe's symmetric deletion). Case does not count.
 */
export class NearWords {
  private variants: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly words: Iterable<string>) {}

  /**
   * The nearest first, words as near in their order; the word itself, if it is one of them, is left out.
   * Cost: linear in all words the first time, times the square of their length.
   */
  near(word: string, most: number): string[] {
    this.variants ??= byVariant(this.words);
    const { variants } = this;
    const candidates = new Set([...variantsOf(word)].flatMap((variant) => variants.get(variant) ?? []));
    const lower = word.toLowerCase();
    return [...candidates]
      .map((candidate) => ({ candidate, distance: editDistance(lower, candidate.toLowerCase(), SLIPS) }))
      .filter(({ candidate, distance }) => distance <= SLIPS && candidate !== word)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, most)
      .map(({ candidate }) => candidate);
  }
}

const MOST_PER_VARIANT = 20;

function byVariant(words: Iterable<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    for (const variant of variantsOf(word)) {
      const known = found.get(variant);
      if (!known) found.set(variant, [word]);
      // What hundreds share tells nothing apart.
      else if (known.length < MOST_PER_VARIANT) known.push(word);
    }
  }
  return found;
}

/** A word, and what is left of it without one or two of its characters. */
function variantsOf(word: string): Set<string> {
  const variants = new Set([word.toLowerCase()]);
  if (word.length > LONGEST) return variants;
  let latest: string[] = [...variants];
  for (let slip = 0; slip < SLIPS; slip++) {
    latest = [...new Set(latest.flatMap(withoutOne))];
    for (const variant of latest) variants.add(variant);
  }
  return variants;
}

function withoutOne(word: string): string[] {
  return Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));
}
