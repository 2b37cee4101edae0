import type { Bibliography } from '../bibliography/bibliography';
import type { Summary } from '../bibliography/entries';
import type { Paper } from '../bibliography/paper';
import { areOtherWorks } from '../bibliography/sameWork';
import { searchWords } from '../bibliography/search';
import { paperKey } from '../citations/paper';
import type { Reference } from '../citations/reference';
import { editDistance } from '../syntax/editDistance';
import type { BelongingFile } from './bibliographies';

/** An entry of a bibliography, as a note knows it. */
export interface KnownEntry {
  /** Canonical URI of the bibliography. */
  readonly uri: string;
  /** The same as an editor can open it. */
  readonly address: string;
  readonly bibliography: Bibliography;
  readonly key: string;
}

/** Slips that make one key of another. */
const SLIPS = 2;

/** What a note knows of papers by the bibliographies that belong to it. Where several have a key, the first counts. */
export class NoteBibliographies {
  private readonly known: readonly Omit<KnownEntry, 'key'>[];

  /** @param files in the order in which they are asked */
  constructor(readonly files: readonly BelongingFile[]) {
    this.known = files.flatMap(({ uri, address, bibliography }) =>
      uri !== null && bibliography ? { uri, address: address ?? uri, bibliography } : [],
    );
  }

  /** Whether it can be said that a key is unknown: something has been read, and nothing is still to be read. */
  get isComplete(): boolean {
    const isSettled = ({ bibliography, reason }: BelongingFile) => bibliography !== null || reason !== null;
    return this.known.length > 0 && this.files.every(isSettled);
  }

  /** The entry of a key; null where no bibliography has it. Cost: one look-up a bibliography. */
  entry(key: string): KnownEntry | null {
    const found = this.known.find(({ bibliography }) => bibliography.has(key));
    return found ? { ...found, key } : null;
  }

  /** The entry of a key in a bibliography that is not asked for it, and where it is plainly of another work; null for none. */
  otherWork(key: string): KnownEntry | null {
    const [first, ...others] = this.known.filter(({ bibliography }) => bibliography.has(key));
    const other = first && others.find(({ bibliography }) => areOtherWorks(first.bibliography, bibliography, key));
    return other ? { ...other, key } : null;
  }

  /** The entry of a cited paper, whether it is cited by its key or otherwise; null where no bibliography has it. */
  entryOf(reference: Pick<Reference, 'kind' | 'id'>): KnownEntry | null {
    if (reference.kind === 'citekey') return this.entry(reference.id);
    for (const file of this.known) {
      const key = file.bibliography.keyCitedAs(reference);
      if (key !== null) return { ...file, key };
    }
    return null;
  }

  /** What is known of a cited paper, whether it is cited by its key or otherwise; null for nothing. */
  paper(reference: Pick<Reference, 'kind' | 'id'>): Paper | null {
    const entry = this.entryOf(reference);
    return entry?.bibliography.paper(entry.key) ?? null;
  }

  /** Everything that the entry of a cited paper calls it, the surest first. Cost: the fields of the entry, once. */
  identifiers(reference: Pick<Reference, 'kind' | 'id'>): readonly Reference[] {
    const entry = this.entryOf(reference);
    return entry?.bibliography.identifiers(entry.key) ?? [];
  }

  /**
   * What stands for a cited paper: the same for its key and for all that its entry calls it, be it an arXiv id and the
   * DOI of the published version; else that of the reference itself (`paperKey`).
   */
  paperKey(reference: Pick<Reference, 'kind' | 'id'>): string {
    const [identifier] = this.identifiers(reference);
    return paperKey(identifier ?? reference);
  }

  /** What completion shows: every key once, with its bibliography. Cost: linear in the bibliographies. */
  *summaries(): Generator<Summary & { readonly uri: string }> {
    const seen = new Set<string>();
    for (const { uri, bibliography } of this.known) {
      for (const summary of bibliography.summaries()) {
        if (seen.has(summary.key)) continue;
        seen.add(summary.key);
        yield { ...summary, uri };
      }
    }
  }

  /**
   * The entries that fit what somebody types to find them, the best first, each key once. Where nothing is typed, all of
   * them fit, in order. Cost: linear in the bibliographies; only what is returned is looked at closely.
   * @param most of them are returned
   */
  search(query: string, most: number): { readonly found: Summary[]; readonly isAll: boolean } {
    const words = searchWords(query);
    const byRank: { readonly key: string; readonly bibliography: Bibliography }[][] = [];
    let count = 0;
    this.known.forEach(({ bibliography }, number) => {
      const all = () => bibliography.keys().map((key) => ({ key, rank: 0 }));
      for (const { key, rank } of words.length > 0 ? bibliography.search(words) : all()) {
        // The key means the entry of the first that has it.
        if (this.known.slice(0, number).some((earlier) => earlier.bibliography.has(key))) continue;
        byRank[rank] ??= [];
        byRank[rank].push({ key, bibliography });
        count++;
      }
    });
    const shown = byRank.flat().slice(0, most);
    const found = shown.flatMap(({ key, bibliography }) => bibliography.summary(key) ?? []);
    return { found, isAll: count <= most };
  }

  /** Keys that another may be meant as: at most two slips away, or the same but for case. The nearest first. */
  nearKeys(key: string, most: number): string[] {
    const lower = key.toLowerCase();
    const near = new Map<string, number>();
    for (const { bibliography } of this.known) {
      for (const candidate of bibliography.keys()) {
        const distance = editDistance(lower, candidate.toLowerCase(), SLIPS);
        if (distance <= SLIPS && candidate !== key && !near.has(candidate)) near.set(candidate, distance);
      }
    }
    return [...near]
      .sort(([, a], [, b]) => a - b)
      .slice(0, most)
      .map(([candidate]) => candidate);
  }
}
