/** The way out of this process: no other file of the server can ask the network, or connect to anything. */
import type { Duplex } from 'node:stream';
import type { Fetch, PostToZotero } from './lookup/edges';

/** Names a server on this machine that stands in for all indexes, in tests. */
export const STAND_IN = 'DEBATE_NOTES_PAPER_INDEX';

/**
 * The network, or what stands in for it: with the variable `DEBATE_NOTES_PAPER_INDEX` every request goes to a server at
 * a loopback address, which finds the host that was meant as the first part of the path. With anything else in the
 * variable there is no network at all.
 */
export function networkOf(environment: Readonly<Record<string, string | undefined>>): Fetch {
  const standIn = environment[STAND_IN];
  if (standIn === undefined) return (url, options) => fetch(url, options);
  const base = loopbackBase(standIn);
  if (base === null) return () => Promise.reject(new TypeError(`${STAND_IN} names no loopback address`));
  return (url, options) => {
    const { host, pathname, search } = new URL(url);
    return fetch(`${base}/${host}${pathname}${search}`, options);
  };
}

/**
 * A connection to who listens on a port of this machine: an editor that has started the server and waits for it.
 * @throws where nobody listens
 */
export async function connectedTo(port: number): Promise<Duplex> {
  // Not before: the fetching runs in browsers, too.
  const { createConnection } = await import('node:net');
  const socket = createConnection(port, '127.0.0.1');
  await new Promise<unknown>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return socket;
}

/** Names a server on this machine that stands in for Zotero, in tests. */
export const ZOTERO_STAND_IN = 'DEBATE_NOTES_ZOTERO';

/** Where Zotero listens, for programs on the same machine only. */
const ZOTERO = 'http://127.0.0.1:23119';

/**
 * Zotero on this machine, or what stands in for it at the loopback address in the variable `DEBATE_NOTES_ZOTERO`; with
 * anything else in the variable there is nothing to ask. Better BibTeX answers at this one path
 * (https://retorque.re/zotero-better-bibtex/exporting/json-rpc/).
 */
export function zoteroOf(environment: Readonly<Record<string, string | undefined>>): PostToZotero {
  const base = loopbackBase(environment[ZOTERO_STAND_IN] ?? ZOTERO);
  if (base === null) return () => Promise.reject(new TypeError(`${ZOTERO_STAND_IN} names no loopback address`));
  const only = { method: 'POST', redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
  return (body, headers, signal) => fetch(`${base}/better-bibtex/json-rpc`, { ...only, body, headers, signal });
}

/** `http://127.0.0.1:PORT` or `http://[::1]:PORT`; null for anything else. Names are not resolved. */
function loopbackBase(written: string): string | null {
  return /^http:\/\/(?:127\.0\.0\.1|\[::1\]):\d{1,5}$/.test(written) && URL.canParse(written) ? written : null;
}
