/** Values in LaTeX to plain text, by citation-js (MIT), whose grammar of names, dates and commands is the fullest. */
import type { CslRecord } from '../csl';
import { citationJs } from './citationJs';
import { plainTex } from './plainTex';

/** An entry as it stands in the file: values in LaTeX, `@string`s put in. */
export interface RawEntry {
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * The record of an entry that may take fields from others, which follow it. Long values are cut. Where a value is no LaTeX that can be
 * read, its text is taken without the commands; so that it costs only itself. Never throws.
 */
export function toCsl(entries: readonly RawEntry[]): CslRecord {
  const readable = withBookTitle(entries).map((entry) => ({ ...entry, properties: bounded(entry.properties) }));
  return converted(readable) ?? converted(readable.map(mended)) ?? {};
}

/** Parts of books, and books: what `bookTitle` finds for the former, it finds in the latter. */
const PARTS: ReadonlySet<string> = new Set(['conference', 'inbook', 'incollection', 'inproceedings', 'inreference']);
const BOOKS: ReadonlySet<string> = new Set(['book', 'collection', 'proceedings', 'reference']);

/**
 * The entry with the title of the book that it is a part of. BibTeX takes it from the `booktitle` of the parent (Patashnik,
 * *BibTeXing*, section 2.2), which citation-js does not; and that of a book for parts in collections.
 */
function withBookTitle(entries: readonly RawEntry[]): readonly RawEntry[] {
  const [entry, ...parents] = entries;
  if (!entry || !PARTS.has(entry.type) || entry.properties['booktitle'] !== undefined) return entries;
  const booktitle =
    parents.find(({ properties }) => properties['booktitle'])?.properties['booktitle'] ??
    parents.find(({ type, properties }) => BOOKS.has(type) && properties['title'])?.properties['title'];
  return booktitle ? [{ ...entry, properties: { ...entry.properties, booktitle } }, ...parents] : entries;
}

function converted(entries: readonly RawEntry[]): CslRecord | null {
  try {
    const [csl] = citationJs()(entries);
    return (csl as CslRecord | undefined) ?? null;
  } catch {
    return null;
  }
}

/** Characters of a value that are read; citation-js takes more than linear time for one name of many words. */
const LONGEST_VALUE = 20_000;

/** The values of an entry, not longer than anybody reads. A list of names is cut between two. */
function bounded(properties: Readonly<Record<string, string>>): Record<string, string> {
  const cut = ([name, written]: [string, string]): [string, string] => {
    const value = written.replace(ACCENT_ON_NOTHING, (_, accent: string) => STANDALONE[accent] ?? '');
    if (value.length <= LONGEST_VALUE) return [name, value];
    const start = value.slice(0, LONGEST_VALUE);
    const last = start.lastIndexOf(' and ');
    return [name, NAME_LISTS.has(name) && last !== -1 ? `${start.slice(0, last)} and others` : plainTex(start)];
  };
  return Object.fromEntries(Object.entries(properties).map(cut));
}

/** `\"{}`, for which citation-js puts the word “undefined”; `\~{}` and `\^{}` are how people write these characters. */
const ACCENT_ON_NOTHING = /\\(["'`^~=.]|[uvHtcdbkr](?![a-zA-Z]))[ \t]{0,3}\{\s{0,3}\}/g;
const STANDALONE: Readonly<Record<string, string>> = {
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const NAME_LISTS: ReadonlySet<string> = new Set(['author', 'editor', 'bookauthor', 'translator']);

/** The entry with only such values as can be read. */
function mended({ type, label, properties }: RawEntry): RawEntry {
  const readable = Object.entries(properties).flatMap(([name, value]): [string, string][] => {
    const isReadable = (tried: string) => converted([{ type, label, properties: { [name]: tried } }]) !== null;
    if (isReadable(value)) return [[name, value]];
    const plain = plainTex(value).replace(/[\\{}$]/g, '');
    return isReadable(plain) ? [[name, plain]] : [];
  });
  return { type, label, properties: Object.fromEntries(readable) };
}
