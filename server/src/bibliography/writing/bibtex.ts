/**
 * Papers as BibTeX. Written by hand: what citation-js would write lacks arXiv ids, and has addresses twice. Letters stay
 * as they are, in UTF-8, which today's BibTeX, Biber and reference managers read.
 */
import type { Paper, PersonName } from '../paper';

type Fields = Readonly<Record<string, string | null>>;

/** What an entry of a type calls the place where it was published. */
interface EntryType {
  readonly name: string;
  readonly venue: string;
}

const MISC: EntryType = { name: 'misc', venue: 'publisher' };
const TYPES: Readonly<Record<string, EntryType>> = {
  article: { name: 'article', venue: 'journal' },
  'article-journal': { name: 'article', venue: 'journal' },
  'article-magazine': { name: 'article', venue: 'journal' },
  'article-newspaper': { name: 'article', venue: 'journal' },
  book: { name: 'book', venue: 'publisher' },
  chapter: { name: 'incollection', venue: 'booktitle' },
  'paper-conference': { name: 'inproceedings', venue: 'booktitle' },
  report: { name: 'techreport', venue: 'institution' },
  thesis: { name: 'phdthesis', venue: 'school' },
};

/** An entry of a `.bib` file, line end included. Cost: linear. */
export function bibtexEntry(paper: Paper, key: string): string {
  const fields = fieldsOf(paper, typeOf(paper).venue);
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${typeOf(paper).name}{${key},\n${lines.join('')}}\n`;
}

/** A journal article that appeared nowhere is a preprint, which BibTeX has no type for. */
function typeOf({ type, venue }: Paper): EntryType {
  const known = Object.hasOwn(TYPES, type) ? (TYPES[type] as EntryType) : MISC;
  return known.name === 'article' && venue === null ? MISC : known;
}

function fieldsOf(paper: Paper, venue: string): Fields {
  const identifier = (kind: string) => paper.identifiers.find((one) => one.kind === kind)?.id ?? null;
  const { arxiv } = paper;
  return {
    author: authors(paper),
    title: paper.title && title(paper.title),
    [venue]: paper.venue && place(paper.venue),
    year: paper.year === null ? null : String(paper.year),
    volume: paper.volume && escaped(paper.volume),
    number: paper.issue && escaped(paper.issue),
    pages: paper.pages && escaped(paper.pages).replace(/(\d)[-–](?=\d)/g, '$1--'),
    eprint: arxiv,
    archiveprefix: arxiv && 'arXiv',
    doi: paper.doi && verbatim(paper.doi),
    isbn: identifier('isbn'),
    pmid: identifier('pmid'),
    pmcid: identifier('pmcid'),
    url: urlOf(paper),
    abstract: paper.abstract && escaped(paper.abstract),
  };
}

/** An address that says no more than an identifier that is there already is left out. */
function urlOf({ url, identifiers }: Paper): string | null {
  const page = url ?? identifiers.find(({ kind, url: landing }) => landing !== null && !SAID.has(kind))?.url ?? null;
  return page && verbatim(page);
}

const SAID: ReadonlySet<string> = new Set(['arxiv', 'doi', 'isbn', 'pmid', 'pmcid', 'citekey']);

function authors({ authors: people, hasMoreAuthors }: Paper): string | null {
  const names = people.map(personName);
  return [...names, ...(hasMoreAuthors && names.length > 0 ? ['others'] : [])].join(' and ') || null;
}

/** Publishers, schools and institutions are lists, as authors are. */
function place(venue: string): string {
  return /\band\b/i.test(venue) ? `{${escaped(venue)}}` : escaped(venue);
}

/** `Family, Given`; a name without a given one, of an organisation mostly, in braces, so that it stays whole. */
function personName({ family, given }: PersonName): string {
  if (given === '') return `{${escaped(family)}}`;
  // A comma or an “and” would make two of it.
  const whole = /,|\band\b/i;
  const part = (text: string) => (whole.test(text) ? `{${escaped(text)}}` : escaped(text));
  return `${part(family)}, ${part(given)}`;
}

/** Words with capitals inside, such as `GPT-4` and `AlphaGo`, in braces: some styles write titles in small letters. */
function title(text: string): string {
  const words = text.split(' ').map((word) => (/\p{L}\p{Lu}/u.test(word) ? `{${escaped(word)}}` : escaped(word)));
  return words.join(' ');
}

/** Text as LaTeX. Braces as commands: BibTeX counts those behind backslashes, too. */
function escaped(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/g, (mark) => MARKS[mark] ?? `\\${mark}`);
}

const MARKS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Addresses and DOIs are not LaTeX, but braces in them would end the field. */
function verbatim(text: string): string {
  return text.replace(/[{}\\]/g, encodeURIComponent);
}
