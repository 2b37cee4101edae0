import { readBody } from './body';
import type { Edges } from './edges';
import { CANCELLED, type Misunderstanding, type NotFound, notUnderstood, type Trouble } from './reading';
import { readRetryAfter } from './retryAfter';

/** One question to an index. */
export interface Question {
  /** An https URL on one of the hosts. */
  readonly url: string;
  /** Hosts that may answer, by redirects too. */
  readonly hosts: readonly string[];
  /** The `Accept` header. */
  readonly accept: string;
  /** Media types that the answer may have, without parameters and in lower case. */
  readonly mediaType: RegExp;
  /** The `User-Agent` header: which program asks. Nothing in it tells of its user. */
  readonly userAgent: string;
}

export type Answer = Answered | NotFound | Refused | Limited | Exclude<Trouble, { kind: 'rate-limited' }>;

export interface Answered {
  readonly kind: 'answered';
  readonly text: string;
}

/** The index does not take the question: one of its identifiers is none in its eyes. */
export interface Refused {
  readonly kind: 'refused';
}

/** The index asks to be left alone: until a time (milliseconds since 1970), or for as long as we see fit. */
export interface Limited {
  readonly kind: 'limited';
  readonly until: number | null;
}

/** From the first byte that is sent to the last that comes, redirects included. */
export const LONGEST_ANSWER_MS = 15_000;
export const MOST_BYTES = 5_000_000;
const MOST_REDIRECTS = 4;

/**
 * Asks one question over https and reads the answer as text. Sends nothing but the URL and three headers; follows a
 * redirect only to one of the question's hosts. Ends after `LONGEST_ANSWER_MS` and `MOST_BYTES`, and with `cancel`.
 * Never throws.
 */
export async function ask(question: Question, { fetch, clock }: Edges, cancel: AbortSignal): Promise<Answer> {
  if (cancel.aborted) return CANCELLED;
  const over = new AbortController();
  const done = new AbortController();
  const end = (why: 'slow' | 'cancelled') => over.abort(why);
  const onCancel = () => end('cancelled');
  cancel.addEventListener('abort', onCancel, { once: true });
  void clock.wait(LONGEST_ANSWER_MS, done.signal).then(() => !done.signal.aborted && end('slow'));
  try {
    const response = await follow(question, fetch, over.signal);
    return await read(response, question, clock.now());
  } catch (error) {
    if (over.signal.aborted) return { kind: over.signal.reason };
    return error instanceof Unusable ? error.answer : notUnderstood('cut-off');
  } finally {
    done.abort();
    over.abort();
    cancel.removeEventListener('abort', onCancel);
  }
}

/** Ends the reading of an answer. */
class Unusable extends Error {
  constructor(readonly answer: Answer) {
    super(answer.kind);
  }
}

function fail(why: Misunderstanding): never {
  throw new Unusable(notUnderstood(why));
}

/** The answer at the end of all redirects. Each step is checked before it is taken. */
async function follow(question: Question, fetch: Edges['fetch'], signal: AbortSignal): Promise<Response> {
  let url = question.url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!isAllowed(url, question.hosts)) fail('another-host');
    const response = await send(url, question, fetch, signal);
    if (!REDIRECTS.has(response.status)) return response;
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (location === null || !URL.canParse(location, url)) fail('another-host');
    url = new URL(location, url).href;
  }
  return fail('too-many-redirects');
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Https, a host of the list at its own port, and no user name. */
export function isAllowed(url: string, hosts: readonly string[]): boolean {
  const { protocol, host, username, password } = new URL(url);
  return protocol === 'https:' && hosts.includes(host) && username === '' && password === '';
}

async function send(
  url: string,
  { accept, userAgent }: Question,
  fetch: Edges['fetch'],
  signal: AbortSignal,
): Promise<Response> {
  // Else a browser would tell the user's languages.
  const headers = { Accept: accept, 'User-Agent': userAgent, 'Accept-Language': '*' };
  try {
    return await fetch(url, {
      headers,
      signal,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  } catch (error) {
    throw new Unusable(wasConnected(error) ? notUnderstood('cut-off') : { kind: 'offline' });
  }
}

/** Whether a server took the connection, and what came was no HTTP answer: Node tells by the codes of causes. */
function wasConnected(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as { readonly code?: unknown } | undefined) : undefined;
  return /^(?:UND_ERR_SOCKET|ECONNRESET|EPIPE|HPE_\w+|UND_ERR_HEADERS_OVERFLOW)$/.test(String(cause?.code));
}

async function read(response: Response, { mediaType }: Question, now: number): Promise<Answer> {
  const trouble = readStatus(response, now);
  if (trouble) {
    await response.body?.cancel();
    return trouble;
  }
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) fail('too-large');
  const text = (await readBody(response, MOST_BYTES)) ?? fail('too-large');
  if (text.trim() === '') fail('empty');
  // arXiv says so in plain words, at times with the status of a success.
  if (type === 'text/plain' && /^\s*rate exceeded/i.test(text)) return { kind: 'limited', until: null };
  if (!mediaType.test(type)) fail('wrong-type');
  return { kind: 'answered', text };
}

/** What the status alone says; null for a success. */
function readStatus({ status, headers }: Response, now: number): Answer | null {
  const until = readRetryAfter(headers.get('retry-after'), now);
  if (status === 429 || (status === 503 && until !== null)) return { kind: 'limited', until };
  if (status === 404 || status === 410) return { kind: 'not-found' };
  if (status === 400) return { kind: 'refused' };
  return status >= 200 && status < 300 ? null : { kind: 'failing', status };
}
