import type { Reference } from '../citations/reference';
import type { Paper } from './paper';

/** Authors that a reference names; of more, the first and `et al.` */
const MOST_NAMED = 6;

/** Authors as they are named in a text: `Perez`, `Bai and Chen`, `Perez et al.`; empty where there is none. */
export function shortAuthors(families: readonly string[], hasMore = false): string {
  const [first = '', second] = families;
  if (families.length > 2 || (hasMore && first)) return `${first} et al.`;
  return second === undefined ? first : `${first} and ${second}`;
}

/** A paper in a few words: `Perez et al. 2022`; its title where it has no author. */
export function authorYear({ authors, hasMoreAuthors, year, title, key }: Paper): string {
  const families = authors.map(({ family }) => family);
  const who = shortAuthors(families, hasMoreAuthors) || (title ?? key ?? '');
  return year === null ? who : `${who} ${year}`;
}

/**
 * A paper as a line of a list of references, author and year first, as plain text:
 * `Ethan Perez and Sam Ringer (2022). Discovering Language Model Behaviors. Findings of ACL 3(2), 1–10. https://…`.
 * Where there are no authors, the title stands in their place.
 */
export function reference(paper: Paper): string {
  const { year, key } = paper;
  const authors = listedAuthors(paper);
  const title = paper.title ?? key ?? '';
  const who = authors || title;
  const parts = [year === null ? who : `${who} (${year})`, authors ? title : '', published(paper), linkOf(paper) ?? ''];
  return parts.filter(Boolean).map(ended).join(' ');
}

/** The address that a paper is best found at; null where none is known. */
export function linkOf({ identifiers, url }: Paper): string | null {
  return pageOf(identifiers.filter(({ kind }) => kind !== 'url')) ?? url;
}

/** The landing page of a work that is called all of this; of the paper itself rather than any page about it. */
export function pageOf(identifiers: readonly Reference[]): string | null {
  const pages = identifiers.filter(({ url }) => url !== null);
  return (pages.find(({ kind }) => kind !== 'url') ?? pages[0])?.url ?? null;
}

/** All authors in a line, of more than six the first and `et al.`; empty where there is none. */
export function listedAuthors({ authors, hasMoreAuthors }: Paper): string {
  const names = authors.map(({ family, given }) => (given ? `${given} ${family}` : family));
  if (names.length > MOST_NAMED || hasMoreAuthors) return `${names[0] ?? ''} et al.`.trim();
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function published({ venue, volume, issue, pages }: Paper): string {
  if (venue === null) return '';
  const place = [volume, issue && `(${issue})`].filter(Boolean).join('');
  return [[venue, place].filter(Boolean).join(' '), pages?.replace(/(\d)-(?=\d)/g, '$1–')].filter(Boolean).join(', ');
}

/** Addresses end without a full stop, which would become part of them. */
function ended(part: string): string {
  return /[.!?…]$/.test(part) || /^https?:/.test(part) ? part : `${part}.`;
}
