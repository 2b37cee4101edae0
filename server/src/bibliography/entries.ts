import type { Reference } from '../citations/reference';
import type { TextRange } from '../syntax/textRange';
import type { Paper } from './paper';

/** What completion and lists show of an entry: cheap to read, and near enough to what the entry says. */
export interface Summary {
  readonly key: string;
  /** Family names, in order. */
  readonly authors: readonly string[];
  /** As written, mostly four digits; empty where there is none. */
  readonly year: string;
  readonly title: string;
}

/** Something in a bibliography that is not as it should be. */
export interface BibliographyProblem {
  /** UTF-16 offsets in the bibliography: the key, or else the beginning of what is wrong. */
  readonly range: TextRange;
  /** Key of the entry that it is about; null where it has none. */
  readonly key: string | null;
  /** An English sentence without its capital letter and full stop. */
  readonly reason: string;
}

/** Finds another entry of the same file, from which one takes fields. */
export type FindEntry = (key: string) => number | undefined;

/** Where an entry stands in its file, in UTF-16 offsets. */
export interface EntryPlace {
  readonly entry: TextRange;
  readonly key: TextRange;
}

/** A change of a bibliography. */
export interface KeyEdit {
  /** UTF-16 offsets in the bibliography. */
  readonly range: TextRange;
  readonly newText: string;
}

/**
 * The entries of one text of a bibliography, by number from 0 in the order of the text. Each is looked at when it is
 * asked for. Numbers that do not exist are not asked for.
 */
export interface Entries {
  readonly count: number;
  /** False where the text stops in the middle of something, as while a program is writing it. */
  readonly isWhole: boolean;
  /** What went wrong while the entries were found. */
  readonly problems: readonly BibliographyProblem[];
  key(entry: number): string;
  place(entry: number): EntryPlace;
  /** The text that they stand in. Cost: linear, each time. */
  text(): string;
  /** The line and the UTF-16 unit in it, both from 0, of an offset in the text. */
  position(offset: number): { line: number; character: number };
  /** True for an entry that has no end: what it says may be cut off. */
  isBroken(entry: number): boolean;
  summary(entry: number, find: FindEntry): Summary;
  /** What the entry says its work is called elsewhere: arXiv id, DOI, pages. Each work once, the surest first. */
  identifiers(entry: number): Reference[];
  /** Never throws. */
  paper(entry: number, find: FindEntry): Paper;
  /** What is wrong inside an entry; null for nothing. */
  fault(entry: number): string | null;
  /**
   * What gives an entry another key, in all fields that name the entry, too; nothing where it cannot be told how its key is
   * written. Cost: linear in the text.
   */
  withKey(entry: number, newKey: string): KeyEdit[];
  /** Why a key cannot be written in this format, as a sentence without its capital letter and full stop; null for nothing. */
  faultOfKey(newKey: string): string | null;
}
