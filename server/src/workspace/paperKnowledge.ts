import type { Paper } from '../bibliography/paper';
import { paperKey } from '../citations/paper';
import type { Reference } from '../citations/reference';
import type { Bibliographies } from './bibliographies';
import type { Note } from './note';
import type { KnownEntry } from './noteBibliographies';

/** What public indexes have said of papers, as far as notes show it. Nothing here waits for anything. */
export interface LookedUp {
  readonly isOn: boolean;
  /** What is known of a paper, by its `paperKey`; null for nothing. */
  metadataOf(key: string): Paper | null;
  /** Every paper of which anything is known, with its `paperKey`. */
  known(): Iterable<readonly [key: string, paper: Paper]>;
  /** An English sentence on why nothing is known; null when that is not known either. */
  whyUnknown(key: string): string | null;
  /** Whether some index can be asked for a work. */
  canLookUp(reference: Reference): boolean;
  /** Somebody looks at a paper: it is looked up, if the user has switched that on. */
  notice(reference: Reference): void;
}

/** What is known of a paper that a note cites. */
export interface KnownPaper {
  /** What its entry says, and where that is silent what indexes have said; null where nothing is known. */
  readonly paper: Paper | null;
  /** Its entry in a bibliography of the note. */
  readonly entry: KnownEntry | null;
  /** What an index can be asked for; null for what no index knows. */
  readonly lookUpAs: Reference | null;
}

/** What is known of papers, wherever it is known from: the bibliographies of a note come first, then public indexes. */
export class PaperKnowledge {
  /** Null where nothing can be looked up. */
  lookedUp: LookedUp | null = null;

  constructor(private readonly bibliographies: Bibliographies) {}

  /** What is known of a paper that a note cites. Cost: its entry, once. */
  of(note: Note, reference: Reference): KnownPaper {
    const entry = this.bibliographies.of(note).entryOf(reference);
    const called = this.calledBy(reference, entry);
    const own = entry?.bibliography.paper(entry.key) ?? null;
    const other = this.metadataOf(called);
    return { paper: own && other ? filledUp(own, other) : (own ?? other), entry, lookUpAs: this.lookUpAs(called) };
  }

  /** What an index can be asked for of a paper that a note cites, be it by its key; null for what no index knows. */
  lookUpName(note: Note, reference: Reference): Reference | null {
    return this.lookUpAs(this.calledBy(reference, this.bibliographies.of(note).entryOf(reference)));
  }

  /** Somebody looks at a paper: what is not known of it is looked up, if the user has switched that on. Returns at once. */
  notice(note: Note, reference: Reference): void {
    const { paper, lookUpAs } = this.of(note, reference);
    const isKnown = paper !== null && paper.title !== null && paper.abstract !== null;
    if (lookUpAs && !isKnown) this.lookedUp?.notice(lookUpAs);
  }

  private calledBy(reference: Reference, entry: KnownEntry | null): Reference[] {
    return [reference, ...(entry?.bibliography.identifiers(entry.key) ?? [])];
  }

  private lookUpAs(called: readonly Reference[]): Reference | null {
    return called.find((reference) => this.lookedUp?.canLookUp(reference)) ?? null;
  }

  private metadataOf(called: readonly Reference[]): Paper | null {
    for (const reference of called) {
      const paper = this.lookedUp?.metadataOf(paperKey(reference));
      if (paper) return paper;
    }
    return null;
  }
}

/** What an entry says of a paper; what it does not say is taken from another record. */
function filledUp(own: Paper, other: Paper): Paper {
  const people = own.authors.length > 0 ? own : other;
  const known = new Set(own.identifiers.map(paperKey));
  // Volume and pages belong to the venue.
  const place = own.venue === null ? other : own;
  return {
    ...own,
    title: own.title ?? other.title,
    authors: people.authors,
    hasMoreAuthors: people.hasMoreAuthors,
    year: own.year ?? other.year,
    venue: place.venue,
    volume: place.volume,
    issue: place.issue,
    pages: place.pages,
    abstract: own.abstract ?? other.abstract,
    doi: own.doi ?? other.doi,
    arxiv: own.arxiv ?? other.arxiv,
    url: own.url ?? other.url,
    identifiers: [...own.identifiers, ...other.identifiers.filter((reference) => !known.has(paperKey(reference)))],
  };
}
