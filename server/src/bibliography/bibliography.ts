import { paperKey } from '../citations/paper';
import type { Reference } from '../citations/reference';
import { compact } from '../syntax/detached';
import { firstWhere } from '../syntax/sorted';
import type { BibliographyProblem, Entries, EntryPlace, KeyEdit, Summary } from './entries';
import type { Paper } from './paper';
import { readEntries } from './registry';
import { SearchTexts } from './search';

/**
 * One text of a bibliography and what is known of it. It never changes: another text makes another. Entries are found
 * at once, and read when they are asked for.
 */
export class Bibliography {
  private readonly numbers = new Map<string, number>();
  private readonly duplicates: number[] = [];
  private readonly papers = new Map<number, Paper>();
  private readonly identifiersRead = new Map<number, readonly Reference[]>();
  /** What entries are found by, in the order of their keys. */
  private searchTexts: SearchTexts | undefined;
  private byPaperOnce: Map<string, number> | undefined;
  private problemByKey: Map<string, BibliographyProblem> | undefined;
  private problemsOnce: readonly BibliographyProblem[] | undefined;

  /**
   * @param entries of its text
   * @param before the last text that was whole, whose entries hold while this one is only half written
   */
  private constructor(
    private readonly entries: Entries,
    private readonly before: Bibliography | undefined,
  ) {
    for (let number = 0; number < entries.count; number++) {
      const key = entries.key(number);
      if (this.numbers.has(key)) this.duplicates.push(number);
      else this.numbers.set(key, number);
    }
  }

  /**
   * Reads a bibliography. Never throws. Cost: linear in the text; no entry is parsed.
   * @param name of the file or its URI, whose ending tells the format
   * @param before what was known of the file's text before: while the new one stops in the middle of something, or is
   *   empty or not text at all, entries that it lacks are taken from there
   */
  static read(name: string, text: string, before?: Bibliography): Bibliography {
    const isText = !text.includes('\0');
    const entries = readEntries(name, isText ? text : '');
    const isGood = isText && entries.isWhole && (entries.count > 0 || text.trim() !== '');
    return new Bibliography(entries, isGood ? undefined : before?.lastGood());
  }

  private readonly find = (key: string) => this.numbers.get(key);

  private lastGood(): Bibliography {
    return this.before ?? this;
  }

  /** True while entries of an earlier text stand in for those that this text lacks. */
  get isHalfWritten(): boolean {
    return this.before !== undefined;
  }

  /** Number of entries. */
  get size(): number {
    return this.entries.count;
  }

  /** Every key once, in the order of the text. */
  keys(): string[] {
    const own = [...this.numbers.keys()];
    return this.before ? [...new Set([...own, ...this.before.keys()])] : own;
  }

  has(key: string): boolean {
    return this.numbers.has(key) || (this.before?.has(key) ?? false);
  }

  /** Where an entry stands in this text; null for a key that it has not. */
  place(key: string): EntryPlace | null {
    const number = this.numbers.get(key);
    return number === undefined ? null : this.entries.place(number);
  }

  /** The text that was read. Cost: linear, each time. */
  text(): string {
    return this.entries.text();
  }

  /** The line and the UTF-16 unit in it, both from 0, of an offset in this text. Cost: logarithmic. */
  position(offset: number): { line: number; character: number } {
    return this.entries.position(offset);
  }

  /** The key of the entry that an offset lies in; null between entries. Cost: logarithmic. */
  keyAt(offset: number): string | null {
    const found = firstWhere(this.entries.count, (i) => this.entries.place(i).entry.end >= offset);
    const isIn = found < this.entries.count && this.entries.place(found).entry.start <= offset;
    return isIn ? this.entries.key(found) : null;
  }

  /** What is known of the paper with a key; null for a key that there is not. Cost: the entry, once. */
  paper(key: string): Paper | null {
    const number = this.numbers.get(key);
    if (number === undefined || (this.entries.isBroken(number) && this.before?.has(key))) {
      return this.before?.paper(key) ?? null;
    }
    let paper = this.papers.get(number);
    if (!paper) {
      paper = this.entries.paper(number, this.find);
      this.papers.set(number, paper);
    }
    return paper;
  }

  /** What the entry of a key says its work is called elsewhere, the surest first. Cost: the entry, once; far less than `paper`. */
  identifiers(key: string): readonly Reference[] {
    const number = this.numbers.get(key);
    if (number === undefined) return this.before?.identifiers(key) ?? [];
    let identifiers = this.identifiersRead.get(number);
    if (!identifiers) {
      identifiers = this.entries.identifiers(number);
      this.identifiersRead.set(number, identifiers);
    }
    return identifiers;
  }

  /** The key of a paper that is cited by something else; null for none. Cost: all entries, once; then none. */
  keyCitedAs(reference: Pick<Reference, 'kind' | 'id'>): string | null {
    const number = this.byPaper().get(paperKey(reference));
    return number === undefined ? (this.before?.keyCitedAs(reference) ?? null) : this.entries.key(number);
  }

  /** The entry of a paper that is cited by something else than its key. Cost: all entries, once; then none. */
  paperCitedAs(reference: Pick<Reference, 'kind' | 'id'>): Paper | null {
    const key = this.keyCitedAs(reference);
    return key === null ? null : this.paper(key);
  }

  /** What completion and lists show, in the order of the text. Cost: linear, each time. */
  *summaries(): Generator<Summary> {
    for (const number of this.numbers.values()) yield this.entries.summary(number, this.find);
  }

  /** The summary of one entry; null for a key that there is not. */
  summary(key: string): Summary | null {
    const number = this.numbers.get(key);
    return number === undefined ? (this.before?.summary(key) ?? null) : this.entries.summary(number, this.find);
  }

  /**
   * The keys of the entries that fit what somebody types to find them, with their `searchRank`, in the order of the text.
   * Cost: what summaries show of all entries, once; then linear in that.
   */
  *search(words: readonly string[]): Generator<{ readonly key: string; readonly rank: number }> {
    this.searchTexts ??= new SearchTexts(this.summaries());
    const keys = [...this.numbers.keys()];
    for (const { number, rank } of this.searchTexts.find(words)) yield { key: keys[number] ?? '', rank };
    for (const found of this.before?.search(words) ?? []) if (!this.numbers.has(found.key)) yield found;
  }

  /** Everything that is not as it should be, in the order of the text. Cost: linear, once. */
  problems(): readonly BibliographyProblem[] {
    this.problemsOnce ??= this.findProblems();
    return this.problemsOnce;
  }

  /** The first thing that is wrong with the entry of a key; null for nothing. Cost: all entries, once; then none. */
  problemOf(key: string): BibliographyProblem | null {
    if (!this.problemByKey) {
      this.problemByKey = new Map();
      for (const problem of this.problems()) {
        if (problem.key !== null && !this.problemByKey.has(problem.key)) this.problemByKey.set(problem.key, problem);
      }
    }
    return this.problemByKey.get(key) ?? null;
  }

  /**
   * What gives an entry another key, in all fields of the file that name the entry, too; nothing where this text lacks it,
   * or does not show where its key is written. Cost: linear in the text.
   */
  withKey(key: string, newKey: string): readonly KeyEdit[] {
    const number = this.numbers.get(key);
    return number === undefined ? [] : this.entries.withKey(number, newKey);
  }

  /** Why a key cannot be written in this file, as a sentence without its capital letter and full stop; null for nothing. */
  faultOfKey(newKey: string): string | null {
    return this.entries.faultOfKey(newKey);
  }

  private findProblems(): BibliographyProblem[] {
    const found = [...this.entries.problems];
    const complained = new Set(found.map(({ key }) => key));
    for (const number of this.duplicates) {
      const key = this.entries.key(number);
      found.push({ range: this.entries.place(number).key, key, reason: 'another entry has its key' });
    }
    for (let number = 0; number < this.entries.count; number++) {
      const key = this.entries.key(number);
      const reason = complained.has(key) ? null : this.entries.fault(number);
      if (reason !== null) found.push({ range: this.entries.place(number).key, key, reason });
    }
    return found.sort((a, b) => a.range.start - b.range.start);
  }

  /** Which entry has which identifiers. Where several entries have one, the first counts. */
  private byPaper(): Map<string, number> {
    if (!this.byPaperOnce) {
      this.byPaperOnce = new Map();
      for (let number = 0; number < this.entries.count; number++) {
        for (const reference of this.entries.identifiers(number)) {
          const key = compact(paperKey(reference));
          if (!this.byPaperOnce.has(key)) this.byPaperOnce.set(key, number);
        }
      }
    }
    return this.byPaperOnce;
  }
}
