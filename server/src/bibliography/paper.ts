import type { Reference } from '../citations/reference';

/**
 * What is known of a paper, wherever it is known from: a bibliography, or an index on the web. All texts are plain
 * text from outside: escape them before they are shown as Markdown (`escape.ts`).
 */
export interface Paper {
  /** Its citation key; null where it comes from no bibliography. */
  readonly key: string | null;
  /** The type that the Citation Style Language has for it, such as `article-journal`, `book`, `paper-conference`. */
  readonly type: string;
  readonly title: string | null;
  readonly authors: readonly PersonName[];
  /** True where the list of authors says that there are more. */
  readonly hasMoreAuthors: boolean;
  readonly year: number | null;
  /** Journal, proceedings, book or publisher. */
  readonly venue: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly pages: string | null;
  readonly abstract: string | null;
  /** Lower case, without `https://doi.org/`. */
  readonly doi: string | null;
  /** arXiv identifier without its version. */
  readonly arxiv: string | null;
  /** Address of a page about it, `http` or `https`. */
  readonly url: string | null;
  /** Everything that the work is called elsewhere, the surest first. */
  readonly identifiers: readonly Reference[];
}

export interface PersonName {
  /** Family name with what belongs to it (`van der Berg`, `King Jr.`); of an organisation, its name. */
  readonly family: string;
  readonly given: string;
}
