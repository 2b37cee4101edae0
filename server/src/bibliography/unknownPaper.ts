import type { Reference } from '../citations/reference';
import type { Paper } from './paper';

/** A paper of which nothing is known but what it is called. @param references forms in which it is cited */
export function unknownPaper(references: readonly Reference[]): Paper {
  const key = references.find(({ kind }) => kind === 'citekey')?.id ?? null;
  const identifiers = references.filter(({ kind }) => kind !== 'citekey');
  const idOf = (kind: string) => identifiers.find((one) => one.kind === kind)?.id ?? null;
  return {
    key,
    type: 'document',
    title: null,
    authors: [],
    hasMoreAuthors: false,
    year: null,
    venue: null,
    volume: null,
    issue: null,
    pages: null,
    abstract: null,
    doi: idOf('doi'),
    arxiv: idOf('arxiv'),
    url: identifiers.find(({ kind }) => kind === 'url')?.url ?? null,
    identifiers,
  };
}
