/** PubMed identifiers: https://www.nlm.nih.gov/bsd/mms/medlineelements.html#pmid */
import { pathOf } from '../characters';
import type { Verdict } from '../reference';
import { prefixedForm } from './forms';
import type { Kind } from './kind';

function pmidVerdict(written: string): Verdict {
  const meant = /^0+([1-9]\d{0,7})$/.exec(written)?.[1];
  if (meant !== undefined) return { reason: 'a PMID does not begin with 0', meant: referenceTo(meant) };
  if (!/^\d{1,8}$/.test(written)) return { reason: `a PMID has 1 to 8 digits, not ${written.length}` };
  return /^0/.test(written) ? { reason: 'a PMID does not begin with 0' } : { reference: referenceTo(written) };
}

function referenceTo(id: string) {
  return { kind: 'pmid', id, version: null, url: `https://pubmed.ncbi.nlm.nih.gov/${id}/`, pdf: null } as const;
}

/** PubMed's own pages, old, new and mobile, and Europe PMC's page of a PubMed record. */
function readPage(page: URL, host: string): Verdict | null {
  const path = pathOf(page);
  const id = host.includes('europepmc')
    ? /^(?:article|abstract)\/med\/([^/]+)/i.exec(path.join('/'))?.[1]
    : idOnPubmed(page, host, path);
  return id !== undefined && /^\d+$/.test(id) ? pmidVerdict(id) : null;
}

function idOnPubmed(page: URL, host: string, path: readonly string[]): string | undefined {
  if (/^pubmed\./.test(host)) return path[0] ?? searchedId(page);
  const [first, second] = path[0] === 'm' ? path.slice(1) : path;
  return first?.toLowerCase() === 'pubmed' ? (second ?? searchedId(page)) : undefined;
}

/** A search for an id leads to its record. */
function searchedId(page: URL): string | undefined {
  return /^(\d+)(?:\[(?:uid|pmid)\])?$/i.exec(page.searchParams.get('term')?.trim() ?? '')?.[1];
}

export const pmid: Kind<'pmid'> = {
  kind: 'pmid',
  name: 'PMID',
  written: ({ id }) => `PMID: ${id}`,
  hosts: '(?:(?:www|m)\\.)?(?:pubmed\\.)?ncbi\\.nlm\\.nih\\.gov|(?:www\\.)?pubmed\\.gov|(?:www\\.)?europepmc\\.org',
  readPage,
  forms: [prefixedForm('(?:pmid|pubmed id|pubmed(?=:))', /\d+/y, pmidVerdict)],
};
