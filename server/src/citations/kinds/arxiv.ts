import { decodeOnce, isWordCharacter, matchAt } from '../characters';
import type { Reference, Verdict } from '../reference';
import { type ArxivId, OLD_ARCHIVES, parseArxivId, probableArxivId } from './arxivId';
import type { Kind, Reading, WrittenForm } from './kind';

/** Judges an identifier, such as `2107.03374v2`, that is the whole of `written`. */
export function arxivVerdict(written: string): Verdict {
  const parsed = parseArxivId(written);
  if (!('reason' in parsed)) return { reference: referenceTo(parsed) };
  const meant = probableArxivId(written);
  return meant ? { ...parsed, meant: referenceTo(meant) } : parsed;
}

function referenceTo({ id, version }: ArxivId): Reference {
  const path = id + (version ?? '');
  return { kind: 'arxiv', id, version, url: `https://arxiv.org/abs/${path}`, pdf: `https://arxiv.org/pdf/${path}` };
}

/** arXiv's own hosts and mirrors, the historic ones, and the sites that show its papers under the same ids. */
const HOSTS = [
  '(?:(?:www|export|browse|static|lanl|ar5iv\\.labs|[a-z]{2})\\.)?arxiv\\.org',
  '(?:xxx|arxiv)\\.lanl\\.gov',
  '(?:www\\.)?ar5iv\\.org',
  '(?:www\\.)?alphaxiv\\.org',
  '(?:www\\.)?huggingface\\.co',
  'hf\\.co',
  '(?:www\\.)?arxiv-vanity\\.com',
  '(?:www\\.)?scirate\\.com',
].join('|');

const ARXIV_ROUTE = /^\/+(?:abs|pdf|html|ps|format|e-print|src)\/+(.+)$/i;
const ALPHAXIV_ROUTE = /^\/+(?:abs|overview|pdf)\/+(.+)$/;
/** Hugging Face also keeps `/papers/trending` and the like there. */
const PAPERS_ROUTE = /^\/+papers\/+(\d.*|[a-z.-]+\/\d.*)$/i;
const SCIRATE_ROUTE = /^\/+arxiv\/+(\d.*|[a-z.-]+\/\d.*)$/i;

function readPage(page: URL, host: string): Verdict | null {
  const route = routeOf(host).exec(page.pathname);
  return route?.[1] ? arxivVerdict(idInPath(decodeOnce(route[1]))) : null;
}

function routeOf(host: string): RegExp {
  if (/(?:huggingface|hf)\.co$|arxiv-vanity\.com$/.test(host)) return PAPERS_ROUTE;
  if (host.endsWith('scirate.com')) return SCIRATE_ROUTE;
  return host.endsWith('alphaxiv.org') ? ALPHAXIV_ROUTE : ARXIV_ROUTE;
}

/** The identifier at the beginning of what follows a route, without a file ending and what stands behind it. */
function idInPath(path: string): string {
  const [written = ''] = /^(?:[a-z][a-z-]*(?:\.[a-z-]+)?\/)?[a-z\d.-]*/i.exec(path.replace(/^arxiv:/i, '')) ?? [];
  return written.replace(/\.(?:pdf|ps|gz|ps\.gz)$/i, '');
}

const SPACES = '[ \\t\\u00a0]{0,2}';
const OLD_START = `(?:${[...OLD_ARCHIVES].sort((a, b) => b.length - a.length).join('|')})(?:\\.[a-z-]{2,20})?\\/\\d{7}`;
const NEW_START = '\\d{4}\\.\\d{4,5}';

/** What after `arXiv:` is meant as an identifier. Less digits are prose ("arXiv: 3.5 million papers"). */
const MEANT_AS_ID = /\d{3,6}\.\d{3,}(?:v\d*)?|[a-z][a-z-]*(?:\.[a-z-]+)?\/\d{4,}(?:v\d*)?|\d{6,}(?:v\d*)?/iy;
const STRICT_ID = new RegExp(`(?:${OLD_START}|${NEW_START})(?:v\\d+)?`, 'iy');
/** A character before a bare identifier that makes it part of a path, an address or a longer number. */
const PART_OF_MORE = /[./\\@_=%&,:+$-]/;

const prefixed: WrittenForm = {
  start: `arxiv:${SPACES}`,
  read(text, _start, bodyStart) {
    const written = matchAt(MEANT_AS_ID, text, bodyStart);
    if (written === null) return null;
    const end = bodyStart + written.length;
    if (!isWordCharacter(text, end)) return reading(end, arxivVerdict(written));
    const reason = `${text.charAt(end)} directly after the arXiv identifier is not part of it`;
    const verdict = arxivVerdict(written);
    return reading(end, 'reference' in verdict ? { reason, meant: verdict.reference } : { reason });
  },
};

/** `arXiv 2107.03374`: without the colon only a whole identifier is meant as one. */
const named: WrittenForm = {
  start: `arxiv(?: preprint)?[ \\t\\u00a0]{1,2}(?=${OLD_START}|${NEW_START})`,
  read(text, _start, bodyStart) {
    return bare('', false).read(text, bodyStart, bodyStart);
  },
};

/** Accepts or is text: without a prefix nobody said that it is an identifier. */
function bare(start: string, typedOnly: boolean): WrittenForm {
  return {
    start,
    typedOnly,
    read(text, begin) {
      if (begin > 0 && PART_OF_MORE.test(text.charAt(begin - 1))) return null;
      const written = matchAt(STRICT_ID, text, begin);
      if (written === null || isWordCharacter(text, begin + written.length)) return null;
      const verdict = arxivVerdict(written);
      return reading(begin + written.length, 'reference' in verdict ? verdict : null);
    },
  };
}

function reading(end: number, verdict: Verdict | null): Reading {
  return { end, stop: end, verdict };
}

export const arxiv: Kind<'arxiv'> = {
  kind: 'arxiv',
  name: 'arXiv',
  written: ({ id, version }) => `arXiv:${id}${version ?? ''}`,
  hosts: HOSTS,
  readPage,
  forms: [prefixed, named, bare(OLD_START, false), bare(NEW_START, true)],
  judgeAlone(input) {
    const prefix = /^arxiv:\s*/i.exec(input)?.[0] ?? '';
    const written = input.slice(prefix.length);
    const resembles = /^(?:\d{4}\.\d{3,6}|[a-z][a-z-]*(?:\.[a-z-]+)?\/\d{7})(?:v\d*)?$/i.test(written);
    return prefix !== '' || resembles ? arxivVerdict(written) : null;
  },
};
