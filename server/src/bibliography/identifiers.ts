import { findCitations } from '../citations/findCitations';
import { identify } from '../citations/identify';
import { paperKey } from '../citations/paper';
import { isAccepted, type Reference } from '../citations/reference';

/** The fields of an entry in which other names of a work stand, as plain text; empty where there is none. */
export interface IdentifierFields {
  readonly doi: string;
  readonly eprint: string;
  /** What kind of `eprint` it is: `arxiv`, `pubmed`; empty for what looks like one of arXiv. */
  readonly eprintType: string;
  readonly isbn: string;
  readonly pmid: string;
  readonly pmcid: string;
  readonly url: string;
  /** Journal, volume, number, note: people put identifiers there, too. */
  readonly loose: readonly string[];
}

/**
 * What a work is called elsewhere. First what its own fields say, then what was put into others
 * (`journal = {arXiv preprint arXiv:2107.03374}`), each work once. Ids that cannot exist are left out. Cost: linear.
 */
export function identifiersOf(fields: IdentifierFields): Reference[] {
  const found = new Map<string, Reference>();
  const add = (references: readonly Reference[]) => {
    for (const reference of references) {
      const key = paperKey(reference);
      if (reference.kind !== 'citekey' && !found.has(key)) found.set(key, reference);
    }
  };
  if (fields.eprint) add(eprint(fields.eprint, fields.eprintType.toLowerCase()));
  if (fields.doi) add(typed(/^\s*(?:https?:|doi:)/i.test(fields.doi) ? fields.doi : `doi:${fields.doi}`));
  if (fields.pmid) add(typed(`PMID: ${fields.pmid}`));
  if (fields.pmcid) add(typed(`PMCID: ${fields.pmcid}`));
  if (fields.isbn) add(typed(`ISBN ${fields.isbn}`));
  if (fields.url) add(inText(fields.url));
  for (const text of fields.loose) {
    if (MAY_NAME_A_PAPER.test(text))
      add(inText(text.replace(DBLP_VOLUME, 'arXiv:')).filter(({ kind }) => kind !== 'url'));
  }
  return [...found.values()];
}

const MAY_NAME_A_PAPER = /arxiv|doi|10\.\d{4}|abs\/|https?:|pmid|pmc\d/i;
/** DBLP's volumes of CoRR. */
const DBLP_VOLUME = /^\s*abs\/(?=\d{4}\.\d|[a-z-]+\/\d{7})/i;

function eprint(id: string, type: string): Reference[] {
  if (type === 'pubmed') return typed(`PMID: ${id}`);
  if (type !== '' && type !== 'arxiv') return [];
  return typed(/^\s*(?:https?:|arxiv)/i.test(id) ? id : `arXiv:${id}`).filter(({ kind }) => kind === 'arxiv');
}

function typed(input: string): Reference[] {
  return identify(input).flatMap((verdict) => (isAccepted(verdict) ? verdict.reference : []));
}

function inText(text: string): Reference[] {
  return findCitations(text).flatMap((citation) => (isAccepted(citation) ? citation.reference : []));
}
