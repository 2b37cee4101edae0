import type { Paper, PersonName } from '../paper';

/** A record of the Citation Style Language, without what is not known. Cost: linear. */
export function cslRecord(paper: Paper, key: string): Record<string, unknown> {
  const identifier = (kind: string) => paper.identifiers.find((one) => one.kind === kind)?.id;
  const page = paper.url ?? paper.identifiers.find(({ url }) => url !== null)?.url;
  const { arxiv } = paper;
  const record = {
    id: key,
    type: paper.type,
    title: paper.title,
    author: names(paper),
    issued: paper.year === null ? null : { 'date-parts': [[paper.year]] },
    ...(paper.type === 'book' ? { publisher: paper.venue } : { 'container-title': paper.venue }),
    volume: paper.volume,
    issue: paper.issue,
    page: paper.pages,
    DOI: paper.doi,
    ...(arxiv !== null && { number: `arXiv:${arxiv}` }),
    ISBN: identifier('isbn'),
    PMID: identifier('pmid'),
    PMCID: identifier('pmcid'),
    URL: page,
    abstract: paper.abstract,
  };
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined));
}

function names({ authors, hasMoreAuthors }: Paper): object[] | null {
  if (authors.length === 0) return null;
  // CSL has no “and others”; programs that read BibTeX write it like this.
  return [...authors.map(name), ...(hasMoreAuthors ? [{ literal: 'others' }] : [])];
}

function name({ family, given }: PersonName): object {
  return given === '' ? { literal: family } : { family, given };
}
