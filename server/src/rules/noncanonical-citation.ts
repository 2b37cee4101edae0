import { isAccepted, type Reference } from '../citations/reference';
import { citationFacts } from '../workspace/blockCitations';
import type { Finding, Rule } from './rule';

/** A link to a paper that is not the address of its landing page: a PDF, a mirror, `http:`. */
export const noncanonicalCitation: Rule = {
  meta: {
    id: 'noncanonical-citation',
    severity: 'hint',
    description: 'A link leads to a PDF or a mirror of a paper that has a landing page, or begins with `http:`.',
    tags: ['citations'],
    fixAll: true,
    options: {
      prose: {
        description: 'Whether links in prose and headings count, too, which nobody has marked yet.',
        type: 'boolean',
        default: false,
      },
    },
  },
  check: ({ note, options }) =>
    note.citationsOf(ELSEWHERE).flatMap(({ citation, statement, quoted }) => {
      // A pasted thread is left alone, and so are the words of others.
      if ((statement === null && options['prose'] !== true) || quoted || !isAccepted(citation)) return [];
      const written = note.text.slice(citation.range.start, citation.range.end);
      const { url } = citation.reference;
      return url === null ? [] : finding(citation.range, url, written);
    }),
};

/** Links that lead to another address than that of the landing page. */
const ELSEWHERE = citationFacts(
  (citation, text) =>
    isAccepted(citation) && isOtherAddress(text.slice(citation.range.start, citation.range.end), citation.reference),
);

/**
 * Hosts that still answer and whose owners ask for another name: Crossref's display guidelines for `dx.doi.org`
 * (https://www.crossref.org/display-guidelines/), arXiv's own for the Los Alamos name it had until 1998.
 */
const REPLACED = /^(?:https?:\/\/)?(?:dx\.doi\.org|xxx\.lanl\.gov)\//i;

function finding(range: Finding['range'], url: string, written: string): Finding {
  return {
    range,
    deprecated: REPLACED.test(written),
    message: `The landing page of this paper is ${url}. Link to it: it outlives copies and tells of newer versions.`,
    related: [],
    fixes: () => [{ title: `Change to ${url}`, preferred: true, edits: [{ range, newText: url }] }],
  };
}

/** Scheme, host and first part of the path tell a landing page from its PDF and its copies. */
function isOtherAddress(written: string, { kind, url }: Reference): boolean {
  if (kind === 'url' || url === null) return false;
  const hasScheme = /^https?:\/\//i.test(written);
  if (!hasScheme && !/^[\w.-]+\.[a-z]+\//i.test(written)) return false;
  const address = hasScheme ? written : `https://${written}`;
  if (!URL.canParse(address)) return false;
  return addressOf(address) !== addressOf(url) || (isPdf(address) && !isPdf(url));
}

function isPdf(address: string): boolean {
  return /\.pdf$/i.test(new URL(address).pathname);
}

function addressOf(written: string): string {
  const { protocol, hostname, pathname } = new URL(written);
  return `${protocol}//${hostname}/${pathname.split('/')[1]?.toLowerCase() ?? ''}`;
}
