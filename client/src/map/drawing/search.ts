import type { MapContent } from '../shared/messages';
import { type Filter, findAll, passes } from './filter';

const NOBODY: ReadonlySet<string> = new Set();

/** What is searched for on a map, what is found, and which of that the search has come to. */
export class Search {
  private words = '';
  private results: readonly string[] = [];
  private set: ReadonlySet<string> = NOBODY;
  private at: string | null = null;

  get query(): string {
    return this.words;
  }

  /** Keys of the statements that hold what is searched for. */
  get found(): ReadonlySet<string> {
    return this.set;
  }

  /** Key of the result that the search has come to. */
  get result(): string | null {
    return this.at;
  }

  /** How many results there are, and which of them the search has come to (0 for none); null while there is no search. */
  get count(): { place: number; of: number } | null {
    if (this.words.trim() === '') return null;
    return { place: this.results.indexOf(this.at ?? '') + 1, of: this.results.length };
  }

  /** Looks for other words. */
  begin(query: string, content: MapContent, filter: Filter): void {
    this.words = query;
    this.at = null;
    this.again(content, filter);
  }

  /** Looks through another content, or with another filter; stays at its result where that is found again. */
  again({ statements }: MapContent, filter: Filter): void {
    const wanted = new Set(findAll(statements, this.words));
    const found = statements.filter((one) => wanted.has(one.key) && passes(one, filter));
    this.results = found.map(({ key }) => key);
    this.set = new Set(this.results);
    if (this.at !== null && !this.set.has(this.at)) this.at = null;
  }

  /** Goes to the next result, or the one before; behind the last comes the first. */
  step(by: 1 | -1): string | null {
    const { results } = this;
    const at = this.at === null ? (by > 0 ? -1 : 0) : results.indexOf(this.at);
    this.at = results[(at + by + results.length) % results.length] ?? null;
    return this.at;
  }
}
