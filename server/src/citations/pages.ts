import { matchAt } from './characters';
import { skeleton } from './confusables';
import type { Kind } from './kinds/kind';
import { KINDS } from './kinds/registry';
import type { Verdict } from './reference';

/** The kinds as what they have in common. */
export const ALL_KINDS: readonly Kind<(typeof KINDS)[number]['kind']>[] = KINDS;

/** Every known host: the source of a regular expression without capturing groups. */
export const KNOWN_HOSTS = ALL_KINDS.flatMap((kind) => kind.hosts ?? []).join('|');

const HOSTED_KINDS = ALL_KINDS.filter((kind) => kind.hosts !== undefined).map((kind) => ({
  kind,
  isHost: new RegExp(`^(?:${kind.hosts})$`),
}));

const IS_KNOWN = new RegExp(`^(?:${KNOWN_HOSTS})$`);
/** A known name followed by more: the page belongs to whoever owns the end. */
const BEGINS_KNOWN = new RegExp(`(?:^|\\.)(${KNOWN_HOSTS})\\.`);

/** A host name has at most 253 characters (RFC 1035). Without a bound, converting one takes quadratic time. */
const LONGEST_HOST = 253;

/**
 * What an http or https URL refers to: the paper, when it is a paper's page on a known host, and else the page itself.
 * Refuses a URL that hides its host or pretends to be a known one. Null when it is no valid URL. Cost: linear.
 */
export function readUrl(written: string): Verdict | null {
  const [, authority = ''] = /^https?:\/\/([^/?#\\]*)/i.exec(written) ?? [];
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  if (host === '' || host.length > LONGEST_HOST || authority.length > 2 * LONGEST_HOST) return null;
  if (!URL.canParse(written)) return null;
  const page = new URL(written);
  const name = page.hostname.replace(/\.$/, '');
  if (authority.includes('@')) return { reason: `what stands before the @ is a user name, the host is ${name}` };
  const pretence = pretenceOf(host.replace(/\.$/, ''), name);
  if (pretence) return { reason: pretence };
  // At another port another server answers, whose pages may be anything.
  return (page.port === '' ? readPaperPage(page, name) : null) ?? webPage(page);
}

/** A host that cannot be taken at its word, and the UTF-16 offset where its name ends. */
export interface UnclearHost {
  readonly end: number;
  readonly reason: string;
}

/**
 * Looks, where the host of a URL begins, for one that goes on behind what elsewhere ends an address: behind the full
 * stop of another script, which browsers read as a dot (https://www.unicode.org/reports/tr46/#Notation), and behind a
 * backslash, which they read as a slash. Null when there is none. Cost: bounded.
 */
export function findUnclearHost(text: string, start: number): UnclearHost | null {
  const misleading = matchAt(BACKSLASH_BEFORE_AT, text, start);
  if (misleading !== null) {
    const reason = 'browsers take what stands before the backslash for the host, other programs for a user name';
    return { end: start + misleading.length, reason };
  }
  const written = matchAt(HOST_WITH_STOPS, text, start) ?? '';
  for (const label of written.matchAll(LABELS)) {
    const host = written.slice(0, label.index + label[0].length);
    const dotted = host.replace(OTHER_STOPS, '.');
    const seen = skeleton(dotted);
    // With dots alone it is no matter of stops; and a stop behind a host no one knows ends a sentence.
    if (host === dotted || !IS_KNOWN.test(seen)) continue;
    return { end: start + host.length, reason: `the host looks like ${seen} but is written in other characters` };
  }
  return null;
}

const BACKSLASH_BEFORE_AT = /[^\s/?#\\<>()[\]{}|"`]{1,253}\\[^\s/?#<>()[\]{}|"`]{0,253}?@/y;
/** Up to six labels, as many as known hosts have. */
const HOST_WITH_STOPS = /[\p{L}\p{M}\p{N}-]{1,63}(?:[.\u3002\uff0e\uff61][\p{L}\p{M}\p{N}-]{1,63}){1,5}/uy;
const OTHER_STOPS = /[\u3002\uff0e\uff61]/g;
const LABELS = /[^.\u3002\uff0e\uff61]+/g;

/** Why the host, as written and as a browser resolves it, is not what a reader takes it for; null when it is. */
function pretenceOf(written: string, name: string): string | null {
  if (IS_KNOWN.test(name)) {
    return written.toLowerCase() === name ? null : `the host looks like ${name} but is written in other characters`;
  }
  const seen = skeleton(name);
  if (IS_KNOWN.test(seen)) return `the host ${name} only looks like ${seen}`;
  const pretended = BEGINS_KNOWN.exec(seen)?.[1];
  return pretended === undefined ? null : `the host is ${name}, not ${pretended}`;
}

/** What a page on a known host refers to; null for any other page. `name` is its host without a final dot. */
function readPaperPage(page: URL, name: string): Verdict | null {
  for (const { kind, isHost } of HOSTED_KINDS) {
    const verdict = isHost.test(name) ? kind.readPage?.(page, name) : null;
    if (verdict) return verdict;
  }
  return null;
}

function webPage(page: URL): Verdict {
  page.hash = '';
  return { reference: { kind: 'url', id: page.href, version: null, url: page.href, pdf: null } };
}

/** What a known host, path included but written without a scheme, refers to; null when it is no paper's page. */
export function readSchemeless(written: string): Verdict | null {
  const verdict = readUrl(`https://${written}`);
  const isPage = verdict !== null && 'reference' in verdict && verdict.reference.kind === 'url';
  return isPage ? null : verdict;
}
