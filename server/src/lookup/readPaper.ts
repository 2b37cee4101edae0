import { isWebAddress } from '../bibliography/escape';
import type { Paper, PersonName } from '../bibliography/paper';
import { ALL_KINDS } from '../citations/pages';
import type { CitationKind, Reference } from '../citations/reference';
import { at, listAt } from './shape';

/**
 * A paper as it was written to a file; null when what is there is none. Anybody could have written the file, so each
 * field is looked at; what its texts say is kept as it is.
 */
export function readPaper(written: unknown): Paper | null {
  const text = (name: string): string | null => {
    const value = at(written, name);
    return typeof value === 'string' ? value : null;
  };
  const [type, title, year] = [text('type'), text('title'), at(written, 'year')];
  if (type === null || title === null) return null;
  return {
    key: null,
    type,
    title,
    authors: listAt(written, 'authors').flatMap(readName),
    hasMoreAuthors: at(written, 'hasMoreAuthors') === true,
    year: Number.isInteger(year) ? Number(year) : null,
    venue: text('venue'),
    volume: text('volume'),
    issue: text('issue'),
    pages: text('pages'),
    abstract: text('abstract'),
    doi: text('doi'),
    arxiv: text('arxiv'),
    url: webAddress(text('url')),
    identifiers: listAt(written, 'identifiers').flatMap(readReference),
  };
}

function readName(written: unknown): PersonName[] {
  const [family, given] = [at(written, 'family'), at(written, 'given')];
  return typeof family === 'string' && typeof given === 'string' ? [{ family, given }] : [];
}

function readReference(written: unknown): Reference[] {
  const [kind, id, version] = [at(written, 'kind'), at(written, 'id'), at(written, 'version')];
  if (!isKind(kind) || typeof id !== 'string' || !(version === null || typeof version === 'string')) return [];
  const [url, pdf] = [at(written, 'url'), at(written, 'pdf')];
  return [{ kind, id, version, url: webAddress(url), pdf: webAddress(pdf) }];
}

function isKind(kind: unknown): kind is CitationKind {
  return kind === 'url' || ALL_KINDS.some((known) => known.kind === kind);
}

function webAddress(written: unknown): string | null {
  return typeof written === 'string' && isWebAddress(written) ? written : null;
}
