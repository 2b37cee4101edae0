/**
 * A program that stands in for arXiv, Crossref, DataCite and OpenAlex on this machine, and for Zotero with Better BibTeX. It
 * answers as they document it, and with every fault that is asked for. The first part of a path is the host that is meant: `/export.arxiv.org/api/query?…`.
 *
 * What Zotero is asked stands at `/better-bibtex/json-rpc`, as with Zotero, and its faults are those of `better-bibtex`.
 *
 *   PUT /-/fault/HOST     what is wrong with a host from now on: a name of `FAULTS`; nothing for no fault
 *   GET /-/asked          every request so far, as JSON
 *
 * Prints its port when it listens, and ends with its standard input.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { atom, crossrefWork, zoteroItems } from './indexAnswers';

export interface AskedOf {
  readonly method: string;
  readonly host: string;
  /** Path and query, without the host. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  /** Requests to the same host that were not answered yet. */
  readonly beside: number;
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const MEGABYTE = Buffer.alloc(1_000_000, 0x20);

/** The only type that all four indexes are understood in, for faults of what stands behind it. */
const typed = (host: string) => ({
  'content-type': host.includes('arxiv') ? 'application/atom+xml; charset=UTF-8' : 'application/json',
});

const FAULTS: Readonly<Record<string, (host: string) => Answer>> = {
  'limited-seconds': () => (response) => response.writeHead(429, { 'retry-after': '2' }).end(),
  'limited-date': () => (response) => {
    const hour = new Date(Date.now() + 3_600_000).toUTCString();
    response.writeHead(503, { 'retry-after': hour }).end();
  },
  limited: () => (response) => response.writeHead(429).end('Rate exceeded.'),
  error: () => (response) => response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Error</h1>'),
  html: () => (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Hello</body></html>'),
  'html-as-json': (host) => (response) => response.writeHead(200, typed(host)).end('<html><body>Hello'),
  shape: (host) => (response) =>
    response.writeHead(200, typed(host)).end(host.includes('arxiv') ? '<feed2/>' : '{"message":{"DOI":7}}'),
  another: (host) => (response) =>
    response
      .writeHead(200, typed(host))
      .end(host.includes('arxiv') ? atom({ id: '1901.00001v1' }) : JSON.stringify(crossrefWork('10.9999/another'))),
  huge: (host) => (response) => {
    response.writeHead(200, typed(host));
    let left = 50;
    const more = () => {
      while (left-- > 0) if (!response.write(MEGABYTE)) return response.once('drain', more);
      return response.end();
    };
    more();
  },
  'huge-told': (host) => (response) => {
    response.writeHead(200, { ...typed(host), 'content-length': '50000000' });
    response.write(MEGABYTE);
  },
  'huge-packed': (host) => (response) =>
    response.writeHead(200, { ...typed(host), 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000))),
  truncated: (host) => (response) => {
    response.writeHead(200, { ...typed(host), 'content-length': '1000' });
    response.write('{"message":');
    setTimeout(() => response.destroy(), 20);
  },
  'cut-short': (host) => (response) => response.writeHead(200, typed(host)).end('{"message":{"DOI":"10.10'),
  empty: (host) => (response) => response.writeHead(200, typed(host)).end(),
  nothing: () => (response) => response.destroy(),
  garbage: () => (response) => {
    response.socket?.end('\u0000\u0001 no HTTP at all\r\n\r\n');
  },
  binary: (host) => (response) => response.writeHead(200, typed(host)).end(Buffer.from([0xff, 0xfe, 0, 1, 2, 0x80])),
  slow: () => () => undefined,
  drip: (host) => (response) => {
    response.writeHead(200, typed(host));
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  },
  'leads-elsewhere': () => (response) =>
    response.writeHead(302, { location: 'https://elsewhere.example/secret' }).end(),
  'leads-to-http': (host) => (response) => response.writeHead(301, { location: `http://${host}/moved` }).end(),
  'leads-to-loopback': () => (response, request) =>
    response.writeHead(307, { location: `http://${request.headers.host}/-/asked` }).end(),
  'rpc-error': (host) => (response) =>
    response
      .writeHead(200, typed(host))
      .end('{"jsonrpc":"2.0","error":{"code":-32603,"message":"Error: \\u001b[31m"},"id":null}'),
  missing: () => (response) => response.writeHead(404, { 'content-type': 'text/plain' }).end('No endpoint found'),
  'leads-round': () => (response, request) => response.writeHead(302, { location: pathBelow(request) }).end(),
  'leads-on': (host) => (response, request) =>
    pathBelow(request).includes('moved')
      ? answerWell(host, pathBelow(request).replace('/moved', ''), response)
      : response.writeHead(301, { location: `https://${host}/moved${pathBelow(request)}` }).end(),
};

const faults = new Map<string, string>();
const asked: AskedOf[] = [];
const running = new Map<string, number>();

const server = createServer(async (request, response) => {
  const [, host = ''] = (request.url ?? '').split('/');
  const body = await text(request);
  if (host === '-') return control(request, response, body);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const { method = '' } = request;
  const beside = running.get(host) ?? 0;
  running.set(host, beside + 1);
  response.on('close', () => running.set(host, (running.get(host) ?? 0) - 1));
  asked.push({ method, host, path: pathBelow(request), headers, body, at: Date.now(), beside });
  const fault = FAULTS[faults.get(host) ?? '']?.(host);
  if (fault) fault(response, request);
  else if (host === 'better-bibtex') answerRpc(pathBelow(request), body, response);
  else answerWell(host, pathBelow(request), response);
});

function control(request: IncomingMessage, response: ServerResponse, body: string): void {
  const [, , what, host = ''] = (request.url ?? '').split('/');
  if (what === 'fault') faults.set(host, body);
  const isKnown = body === '' || FAULTS[body] !== undefined;
  response.writeHead(isKnown ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(asked));
}

function pathBelow(request: IncomingMessage): string {
  return (request.url ?? '').replace(/^\/[^/]+/, '');
}

/** Knows all papers of arXiv but `2101.00404`, and of DOIs what their prefix says. */
function answerWell(host: string, path: string, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(path, `https://${host}`);
  const doi = decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1)).replace(/^doi:/, '');
  if (host === 'export.arxiv.org' && pathname === '/api/query') {
    const ids = (searchParams.get('id_list') ?? '').split(',').filter((id) => id !== '2101.00404');
    response.writeHead(200, typed(host)).end(atom(...ids.map((id) => ({ id: `${id}v2`, title: `Paper ${id}` }))));
  } else if (host === 'api.crossref.org' && doi.startsWith('10.1000/')) {
    response.writeHead(200, typed(host)).end(JSON.stringify(crossrefWork(doi)));
  } else if (host === 'api.datacite.org' && doi.startsWith('10.5281/')) {
    const data = { id: doi, type: 'dois', attributes: { doi, titles: [{ title: `Paper ${doi}` }] } };
    response.writeHead(200, { 'content-type': 'application/vnd.api+json' }).end(JSON.stringify({ data }));
  } else if (host === 'api.openalex.org' && doi.startsWith('10.5555/')) {
    response.writeHead(200, typed(host)).end(JSON.stringify({ doi: `https://doi.org/${doi}`, title: `Paper ${doi}` }));
  } else {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Resource not found.');
  }
}

/** As `item.search` of Better BibTeX answers: the items that have the words in their titles, all for none. */
function answerRpc(path: string, body: string, response: ServerResponse): void {
  if (path !== '/json-rpc') return void response.writeHead(404).end('No endpoint found');
  const { method, params, id } = JSON.parse(body);
  const found = zoteroItems.filter(({ title }) => title.includes(params[0]));
  const answer =
    method === 'item.search' ? { result: found } : { error: { code: -32601, message: 'Method not found' } };
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ jsonrpc: '2.0', ...answer, id }));
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.stdout.write(`${address.port}\n`);
});

process.stdin.on('end', () => process.exit(0)).resume();
