/**
 * What a record of the Citation Style Language says, as JSON (https://docs.citationstyles.org/en/stable/specification.html,
 * schema `csl-data.json`). It comes from outside: nothing in it can be relied on.
 */
import { isWebAddress, plainLine } from './escape';
import type { Paper, PersonName } from './paper';

export type CslRecord = Readonly<Record<string, unknown>>;

/** Everything of a paper but its identifiers. */
export type Described = Omit<Paper, 'key' | 'identifiers' | 'doi' | 'arxiv'>;

/** Reads a record. Fields of the wrong kind count as missing. Cost: linear. */
export function describe(csl: CslRecord): Described {
  const people = namesIn(csl['author']).length > 0 ? namesIn(csl['author']) : namesIn(csl['editor']);
  const authors = people.filter(({ family }) => family !== 'others');
  const text = (field: string) => textIn(csl[field]);
  return {
    type: text('type') ?? 'document',
    title: text('title'),
    authors,
    hasMoreAuthors: authors.length < people.length,
    year: yearIn(csl['issued']),
    venue: text('container-title') ?? text('event-title') ?? publisherIn(csl['publisher']),
    volume: text('volume'),
    issue: text('issue'),
    pages: text('page'),
    abstract: text('abstract'),
    url: addressIn(csl['URL']),
  };
}

/** Text without the tags that stand for formatting in CSL; null where there is none. */
export function textIn(value: unknown): string | null {
  const written = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  return plainLine(written.replace(FORMATTING, '').replace(DOTLESS, dotted).normalize('NFC')) || null;
}

/** BibTeX takes a publisher for a list of them: `Simon and Schuster`. */
function publisherIn(value: unknown): string | null {
  return Array.isArray(value) ? value.flatMap((one) => textIn(one) ?? []).join(' and ') || null : textIn(value);
}

const FORMATTING = /<\/?(?:i|b|sc|sub|sup|span(?: [a-z]{1,10}="[\w :;-]{0,60}")?)>/g;
/** `\'{\i}` is an i with an accent instead of its dot. */
const DOTLESS = /[ıȷ](?=[\u0300-\u036f])/g;

function dotted(letter: string): string {
  return letter === 'ı' ? 'i' : 'j';
}

function namesIn(value: unknown): PersonName[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((name: unknown) => {
    if (typeof name !== 'object' || name === null) return [];
    const part = (field: string) => textIn((name as CslRecord)[field]) ?? '';
    const given = part('given');
    const parts = ['dropping-particle', 'non-dropping-particle', 'family', 'suffix'];
    const family = part('family') && parts.map(part).filter(Boolean).join(' ');
    const whole = part('literal') || part('name');
    if (family === '') return whole || given ? { family: whole || given, given: '' } : [];
    return { family, given };
  });
}

function yearIn(issued: unknown): number | null {
  if (typeof issued !== 'object' || issued === null) return yearOf(issued);
  const { 'date-parts': parts, raw, literal } = issued as CslRecord;
  const first: unknown = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : null;
  return yearOf(first ?? raw ?? literal);
}

/** The year of a date in whatever form: four digits that stand alone, as in `May 5, 2019`, or else a date that begins with fewer. */
function yearOf(date: unknown): number | null {
  const written = textIn(date) ?? '';
  const [year] = /(?<!\d)\d{4}(?!\d)/.exec(written) ?? /^-?\d{1,3}(?![\p{L}\d])/u.exec(written) ?? [];
  return year === undefined ? null : Number(year);
}

function addressIn(value: unknown): string | null {
  return typeof value === 'string' && isWebAddress(value.trim()) ? new URL(value.trim()).href : null;
}
