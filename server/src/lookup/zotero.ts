import { readBody } from './body';
import type { Clock, PostToZotero } from './edges';
import { at, parseJson, textAt } from './shape';

/** What came of asking Zotero for its library. */
export type ZoteroReading =
  /** CSL-JSON: all items of all libraries, each with its citation key as `citekey`. */
  | { readonly kind: 'read'; readonly text: string }
  /** Nothing listens there. */
  | { readonly kind: 'absent' }
  /** Zotero runs, and Better BibTeX is not installed. */
  | { readonly kind: 'no-better-bibtex' }
  | { readonly kind: 'cancelled' }
  /** The reason completes “Zotero was asked for its library, but …”. */
  | { readonly kind: 'failed'; readonly reason: string };

/** A large library takes Zotero a while. */
export const LONGEST_ZOTERO_MS = 60_000;
export const MOST_ZOTERO_BYTES = 100_000_000;

/** An empty search finds every item of every library but feeds, as CSL-JSON with the key beside it. */
const QUESTION = JSON.stringify({ jsonrpc: '2.0', method: 'item.search', params: [''], id: 1 });

/**
 * Asks the Zotero on this machine for its library, by the JSON-RPC of Better BibTeX. Sends the name of this program and
 * nothing of any note. Never throws. Cost: linear in the library; it ends after a minute, at 100 MB, or with `cancel`.
 * @param program the `User-Agent`, such as `debate-notes/1.0.0`
 */
export async function readZotero(
  post: PostToZotero,
  clock: Pick<Clock, 'wait'>,
  program: string,
  cancel: AbortSignal,
): Promise<ZoteroReading> {
  const over = new AbortController();
  const done = new AbortController();
  const onCancel = () => over.abort('cancelled');
  if (cancel.aborted) onCancel();
  cancel.addEventListener('abort', onCancel, { once: true });
  void clock.wait(LONGEST_ZOTERO_MS, done.signal).then(() => !done.signal.aborted && over.abort('slow'));
  try {
    return await ask(post, program, over.signal);
  } catch (error) {
    if (cancel.aborted) return { kind: 'cancelled' };
    if (over.signal.aborted) return failed('it took too long');
    return isRefused(error) ? { kind: 'absent' } : failed('what answered is no Zotero, or broke off');
  } finally {
    done.abort();
    over.abort();
    cancel.removeEventListener('abort', onCancel);
  }
}

async function ask(post: PostToZotero, program: string, signal: AbortSignal): Promise<ZoteroReading> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'User-Agent': program };
  const response = await post(QUESTION, headers, signal);
  if (response.status !== 200) {
    await response.body?.cancel();
    return response.status === 404 ? { kind: 'no-better-bibtex' } : failed(`it answered with ${response.status}`);
  }
  const body = await readBody(response, MOST_ZOTERO_BYTES);
  return body === null ? failed('the library is too large') : libraryIn(body);
}

/** The items in an answer of JSON-RPC 2.0 (https://www.jsonrpc.org/specification). What has no key cannot be cited. */
function libraryIn(body: string): ZoteroReading {
  const answer = parseJson(body);
  const items = at(answer, 'result');
  if (!Array.isArray(items)) {
    return failed(
      at(answer, 'error') === undefined ? 'the answer was not understood' : 'Better BibTeX could not answer',
    );
  }
  return { kind: 'read', text: JSON.stringify(items.filter((item) => textAt(item, 'citekey') !== null)) };
}

function failed(reason: string): ZoteroReading {
  return { kind: 'failed', reason };
}

/** Whether no connection came about: Node tells by the codes of causes. */
function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as { readonly code?: unknown } | undefined) : undefined;
  return /^(?:ECONNREFUSED|EADDRNOTAVAIL|ENETUNREACH|EHOSTUNREACH)$/.test(String(cause?.code));
}
