import { ALL_KINDS } from './pages';
import type { CitationKind, Reference } from './reference';

/**
 * What stands for a paper: the same for every form in which it is cited, another for every other paper. Versions, PDFs,
 * mirrors and DOIs that only repeat another identifier make no difference. A citation key is the paper of that key in
 * one bibliography; `Bibliographies` in workspace/ knows which paper that is.
 */
export function paperKey({ kind, id }: Pick<Reference, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** What people call identifiers of a kind: `arXiv`, `DOI`. */
export function kindName(kind: CitationKind): string {
  return NAMES.get(kind)?.name ?? 'page';
}

/** How a note names a work most briefly: `arXiv:2107.03374v2`, `@perez2022`; its URL where there is no other form. */
export function writtenForm(reference: Reference): string {
  return NAMES.get(reference.kind)?.written?.(reference) ?? reference.url ?? reference.id;
}

/** A citation of a bibliography's entry. */
export function citekeyReference(key: string): Reference {
  return { kind: 'citekey', id: key, version: null, url: null, pdf: null };
}

const NAMES: ReadonlyMap<CitationKind, (typeof ALL_KINDS)[number]> = new Map(
  ALL_KINDS.map((kind) => [kind.kind, kind]),
);
