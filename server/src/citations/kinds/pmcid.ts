/** Identifiers of PubMed Central: https://pmc.ncbi.nlm.nih.gov/about/public-access-info/ */
import { isWordCharacter, matchAt, pathOf } from '../characters';
import type { Reference, Verdict } from '../reference';
import { prefixedForm } from './forms';
import type { Kind, WrittenForm } from './kind';

/** With or without the letters; a number behind a full stop is that of a version. */
const WRITTEN = /^(?:pmc)?(\d+)(?:\.(\d{1,2}))?$/i;

function pmcidVerdict(written: string): Verdict {
  const [, digits = '', version] = WRITTEN.exec(written) ?? [];
  if (digits === '') return { reason: 'a PMCID is written like PMC3531190' };
  if (digits.length > 8) return { reason: `a PMCID has 1 to 8 digits after PMC, not ${digits.length}` };
  const significant = digits.replace(/^0+/, '');
  if (significant === '') return { reason: `paper number ${digits} does not exist` };
  if (significant === digits) return { reference: referenceTo(digits, version) };
  return { reason: 'the number of a PMCID does not begin with 0', meant: referenceTo(significant, version) };
}

function referenceTo(digits: string, version: string | undefined): Reference {
  const id = `PMC${digits}`;
  const path = version === undefined ? id : `${id}.${version}`;
  return {
    kind: 'pmcid',
    id,
    version: version ?? null,
    url: `https://pmc.ncbi.nlm.nih.gov/articles/${path}/`,
    pdf: null,
  };
}

function readPage(page: URL, host: string): Verdict | null {
  const path = pathOf(page).join('/');
  const route = host.includes('europepmc')
    ? /^(?:articles|(?:article|abstract)\/pmc)\/([^/]+)/i
    : /^(?:pmc\/|m\/pmc\/)?articles\/(?:pmid\/.*|([^/]+))/i;
  const id = route.exec(path)?.[1];
  return id !== undefined && /^(?:pmc)?\d/i.test(id) ? pmcidVerdict(id) : null;
}

/** `PMC3531190` is nothing else anywhere. */
const bare: WrittenForm = {
  start: 'pmc(?=\\d{4})',
  read(text, start) {
    if (start > 0 && /[./\\@_=%&-]/.test(text.charAt(start - 1))) return null;
    const written = matchAt(/pmc\d{4,9}(?:\.\d{1,2}(?![\d.]))?/iy, text, start) ?? '';
    const end = start + written.length;
    if (isWordCharacter(text, end)) return null;
    const verdict = pmcidVerdict(written);
    return { end, stop: end, verdict: 'reference' in verdict ? verdict : null };
  },
};

export const pmcid: Kind<'pmcid'> = {
  kind: 'pmcid',
  name: 'PMCID',
  written: ({ id, version }) => `PMCID: ${id}${version === null ? '' : `.${version}`}`,
  hosts: '(?:(?:www|pmc|m)\\.)?ncbi\\.nlm\\.nih\\.gov|(?:www\\.)?europepmc\\.org',
  readPage,
  forms: [prefixedForm('pmcid', /(?:pmc)?\d+(?:\.\d{1,2}(?![\d.]))?/iy, pmcidVerdict), bare],
  judgeAlone: (input) => (/^pmc\d+(?:\.\d+)?$/i.test(input) ? pmcidVerdict(input) : null),
};
