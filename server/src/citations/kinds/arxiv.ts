import { decodeOnce, isWordCharacter, matchAt } from '../characters';
import type { Verdict } from '../reference';
import { OLD_ARCHIVES, parseArxivId } from './arxivId';
import type { Kind, Reading, WrittenForm } from './kind';

/** Judges an identifier, such as `2107.03374v2`, that is the whole of `written`. */
export function arxivVerdict(written: string): Verdict {
  const parsed = parseArxivId(written);
  if ('reason' in parsed) return parsed;
  const { id, version } = parsed;
  const path = id + (version ?? '');
  return {
    reference: {
      kind: 'arxiv',
      id,
      version,
      url: `https://arxiv.org/abs/${path}`,
      pdf: `https://arxiv.org/pdf/${path}`,
    },
  };
}

/** arXiv's own hosts and mirrors, the historic ones, and three sites that show its papers under the same ids. */
const HOSTS = [
  '(?:(?:www|export|browse|lanl|ar5iv\\.labs|[a-z]{2})\\.)?arxiv\\.org',
  'xxx\\.lanl\\.gov',
  '(?:www\\.)?ar5iv\\.org',
  '(?:www\\.)?alphaxiv\\.org',
  '(?:www\\.)?huggingface\\.co',
].join('|');

const ARXIV_ROUTE = /^\/+(?:abs|pdf|html|ps|format|e-print|src)\/+(.+)$/;
const ALPHAXIV_ROUTE = /^\/+(?:abs|overview|pdf)\/+(.+)$/;
/** Hugging Face also keeps `/papers/trending` and the like there. */
const HUGGING_FACE_ROUTE = /^\/+papers\/+(\d.*)$/;

function readPage(page: URL): Verdict | null {
  const route = routeOf(page.hostname).exec(page.pathname);
  return route?.[1] ? arxivVerdict(idInPath(decodeOnce(route[1]))) : null;
}

function routeOf(host: string): RegExp {
  if (/huggingface\.co\.?$/.test(host)) return HUGGING_FACE_ROUTE;
  return /alphaxiv\.org\.?$/.test(host) ? ALPHAXIV_ROUTE : ARXIV_ROUTE;
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
    return reading(end, { reason: `${text.charAt(end)} directly after the arXiv identifier is not part of it` });
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
  hosts: HOSTS,
  readPage,
  forms: [prefixed, bare(OLD_START, false), bare(NEW_START, true)],
  judgeAlone(input) {
    const prefix = /^arxiv:\s*/i.exec(input)?.[0] ?? '';
    const written = input.slice(prefix.length);
    const resembles = /^(?:\d{4}\.\d{3,6}|[a-z][a-z-]*(?:\.[a-z-]+)?\/\d{7})(?:v\d*)?$/i.test(written);
    return prefix !== '' || resembles ? arxivVerdict(written) : null;
  },
};
