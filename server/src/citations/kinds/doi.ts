/** DOIs, as described in the DOI Handbook, section 2: https://www.doi.org/doi-handbook/HTML/ */
import { decodeOnce, matchAt } from '../characters';
import type { Refused, Verdict } from '../reference';
import { ANGLES_IN_DOI, runFrom } from '../run';
import { aclReference, parseAclId } from './acl';
import { arxivVerdict } from './arxiv';
import type { Kind, WrittenForm } from './kind';

/** Judges a DOI, such as `10.1000/182`, that is the whole of `written`. */
function doiVerdict(written: string): Verdict {
  const fault = doiFault(written);
  if (fault) return fault;
  // DOIs are compared without the case of ASCII letters, of no others.
  const id = written.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).replace(LONE_SURROGATE, '\uFFFD');
  // arXiv registers every paper under this prefix: https://info.arxiv.org/help/doi.html. The ACL does so under two.
  const onArxiv = /^10\.48550\/arxiv\./.exec(id);
  if (onArxiv) return arxivVerdict(id.slice(onArxiv[0].length));
  const inAnthology = /^10\.(?:18653|3115)\/v1\/(.+)$/.exec(id)?.[1];
  const acl = inAnthology === undefined ? null : parseAclId(inAnthology);
  if (acl && !('reason' in acl)) return { reference: aclReference(acl.id) };
  return { reference: { kind: 'doi', id, version: null, url: `https://doi.org/${inPath(id)}`, pdf: null } };
}

function doiFault(written: string): Refused | null {
  const [, directory, registrant = '', rest = ''] = /^(\d*)\.?(\d*)(.*)$/s.exec(written) ?? [];
  if (directory !== '10') return { reason: 'a DOI begins with 10. and 4 to 9 digits' };
  if (registrant.length < 4 || registrant.length > 9) {
    return { reason: `the number after 10. has 4 to 9 digits, not ${registrant.length}` };
  }
  if (!/^(?:\.\d+)*\//.test(rest)) return { reason: 'a DOI has a slash after its number' };
  if (/^[^/]*\/$/.test(rest)) return { reason: 'nothing follows the slash of the DOI' };
  return null;
}

const LONE_SURROGATE = /\p{Surrogate}/gu;
const DOT_SEGMENT = /\/\.{1,2}\//;

/** The id as a URL path: only what a path cannot hold is percent-encoded. */
function inPath(id: string): string {
  const slash = id.indexOf('/') + 1;
  const encoded = encodeURI(id).replace(/[?#]/g, encodeURIComponent);
  // A browser would take `/../` for a step up, even when the dots are encoded.
  if (!DOT_SEGMENT.test(id)) return encoded;
  return encoded.slice(0, slash) + encoded.slice(slash).replaceAll('/', '%2F');
}

function readPage(page: URL): Verdict | null {
  const [, path] = /^\/+(?:doi:|doi%3a)?(10(?:\.|%2e).*)$/i.exec(page.pathname) ?? [];
  if (path === undefined) return null;
  return verdictOfWhole(decodeOnce(path));
}

/** Judges a text that should be one DOI; refuses it when more than punctuation is left over. */
function verdictOfWhole(written: string): Verdict {
  const { end } = runFrom(written, 0, ANGLES_IN_DOI);
  if (/[\p{L}\p{N}]/u.test(written.slice(end))) {
    return { reason: `a DOI cannot go on with ${JSON.stringify(written.charAt(end))}` };
  }
  return doiVerdict(written.slice(0, end));
}

/** What after `doi:` is meant as a DOI; anything else is prose. */
const MEANT_AS_DOI = /10\.|\d{1,9}(?:\.\d{1,9}){1,8}\//y;

const prefixed: WrittenForm = {
  start: 'doi:[ \\t\\u00a0]{0,2}',
  read(text, _start, bodyStart) {
    if (matchAt(MEANT_AS_DOI, text, bodyStart) === null) return null;
    const { end, stop } = runFrom(text, bodyStart, ANGLES_IN_DOI);
    return { end, stop, verdict: doiVerdict(text.slice(bodyStart, end)) };
  },
};

const bare: WrittenForm = {
  start: '10\\.\\d{4,9}(?:\\.\\d{1,9}){0,8}\\/',
  read(text, start, bodyStart) {
    // After a dot or a sign it is the end of a longer number, or an amount.
    if (start > 0 && /[.$€£+-]/.test(text.charAt(start - 1))) return null;
    const { end, stop } = runFrom(text, start, ANGLES_IN_DOI);
    return { end, stop, verdict: end > bodyStart ? doiVerdict(text.slice(start, end)) : null };
  },
};

export const doi: Kind<'doi'> = {
  kind: 'doi',
  name: 'DOI',
  written: ({ id }) => `doi:${id}`,
  hosts: '(?:(?:dx|www)\\.)?doi\\.org',
  readPage,
  forms: [prefixed, bare],
  judgeAlone(input) {
    const written = /^(?:doi:\s*|(?=10\.\d*\/))(\S+)$/i.exec(input)?.[1];
    return written === undefined ? null : verdictOfWhole(written);
  },
};
