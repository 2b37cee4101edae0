import type { Paper, PersonName } from '../../bibliography/paper';
import { identify } from '../../citations/identify';
import { paperKey } from '../../citations/paper';
import { isAccepted, type Reference } from '../../citations/reference';

/** What every index says alike: how its fields become a `Paper`. */

/** A paper of the fields that an index has; very long ones are cut, so that no record fills the cache. */
export function paperOf(fields: Partial<Paper> & Pick<Paper, 'title'>): Paper {
  const authors = fields.authors ?? [];
  return {
    key: null,
    type: fields.type ?? 'document',
    title: cut(fields.title, 2000),
    authors: authors
      .slice(0, MOST_AUTHORS)
      .map(({ family, given }) => ({ family: cut(family, 200), given: cut(given, 200) })),
    hasMoreAuthors: fields.hasMoreAuthors === true || authors.length > MOST_AUTHORS,
    year: fields.year ?? null,
    venue: cut(fields.venue ?? null, 500),
    volume: cut(fields.volume ?? null, 50),
    issue: cut(fields.issue ?? null, 50),
    pages: cut(fields.pages ?? null, 50),
    abstract: cut(fields.abstract ?? null, 20_000),
    doi: fields.doi ?? null,
    arxiv: fields.arxiv ?? null,
    url: fields.url ?? null,
    identifiers: fields.identifiers ?? [],
  };
}

const MOST_AUTHORS = 300;

function cut<T extends string | null>(text: T, longest: number): T | string {
  return text !== null && text.length > longest ? text.slice(0, longest).replace(/\p{Surrogate}$/u, '') : text;
}

/** The works that some identifiers name (`doi:10.1000/182`, `arXiv:2107.03374`), each once; what names none is left out. */
export function referencesTo(...written: readonly (string | null)[]): Reference[] {
  const named = written.flatMap((each) => (each === null ? [] : identify(each)));
  const references = named.filter(isAccepted).map(({ reference }) => reference);
  return [...new Map(references.map((reference) => [paperKey(reference), reference])).values()];
}

/** A DOI without its resolver, in lower case; null for what is none. */
export function plainDoi(written: string | null): string | null {
  const doi = written?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '').toLowerCase() ?? '';
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(doi) ? doi : null;
}

/**
 * Parts a name that is written as it is spoken: the last word is the family name, with the particles in front of it and
 * `Jr.` or `III` after it. A group keeps its name whole.
 */
export function personName(spoken: string): PersonName {
  const words = spoken.split(/\s+/).filter(Boolean);
  if (GROUP.test(spoken)) return { family: words.join(' '), given: '' };
  let end = words.length - 1;
  while (end > 1 && SUFFIX.test(words[end] ?? '')) end--;
  let start = Math.max(end, 0);
  while (start > 1 && PARTICLE.test(words[start - 1] ?? '')) start--;
  return { family: words.slice(start).join(' '), given: words.slice(0, start).join(' ') };
}

const GROUP = /\b(?:collaboration|consortium|team|group|project|network|committee|working group)\b/i;
const SUFFIX = /^(?:jr|sr|[1-9](?:st|nd|rd|th)|ii|iii|iv)\.?$/i;
const PARTICLE = /^(?:\p{Ll}[\p{Ll}'’]*|Van|Von|De|Del|Della|Di|Da|Dos|El|Al|Ben|Bin|Ibn|Le|La|Ter|Ten)$/u;
