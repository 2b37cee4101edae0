import assert from 'node:assert/strict';
import { ask, LONGEST_ANSWER_MS, MOST_BYTES, type Question } from '../../../server/src/lookup/ask';
import { json, type Respond, TestWindow } from '../../support/lookupEdges';

const QUESTION: Question = {
  url: 'https://api.crossref.org/works/10.1000%2F182',
  hosts: ['api.crossref.org', 'crossref.example'],
  accept: 'application/json',
  mediaType: /^application\/json$/,
  userAgent: 'debate-notes/1.2.3',
};

async function answerOf(respond: Respond, cancel = new AbortController().signal) {
  const window = new TestWindow(respond);
  return { answer: await window.clock.until(ask(QUESTION, window.edges, cancel)), window };
}

/** Expects an answer of the index to be read as something. */
async function check(respond: Respond, expected: unknown) {
  assert.deepEqual((await answerOf(respond)).answer, expected);
}

function respondWith(
  status: number,
  headers: Record<string, string> = {},
  body: string | ReadableStream<Uint8Array> | null = 'x',
): Respond {
  return () => new Response(body, { status, headers });
}

function misread(why: string) {
  return { kind: 'not-understood', why };
}

/** A body of equal chunks that never ends; `taken` counts them. */
function endless(chunk: Uint8Array, taken: { count: number }): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      taken.count++;
      controller.enqueue(chunk);
    },
  });
}

describe('a question to an index', () => {
  it('is one GET with the URL and three headers, and nothing else that could tell of the user', async () => {
    const { window } = await answerOf(() => json({}));
    assert.equal(window.sent.length, 1);
    const [{ url, options }] = window.sent as [(typeof window.sent)[0]];
    assert.equal(url, QUESTION.url);
    const { signal, ...rest } = options;
    assert.ok(signal);
    assert.deepEqual(rest, {
      headers: { Accept: 'application/json', 'User-Agent': 'debate-notes/1.2.3', 'Accept-Language': '*' },
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  });

  it('is answered by text of the type that was asked for', async () => {
    await check(() => json({ a: 'ä' }), { kind: 'answered', text: '{"a":"ä"}' });
    await check(respondWith(200, { 'content-type': 'Application/JSON; charset=utf-8' }, '{}'), {
      kind: 'answered',
      text: '{}',
    });
    await check(respondWith(200, { 'content-type': 'text/html' }, '<html>'), misread('wrong-type'));
    await check(respondWith(200, { 'content-type': 'application/json-seq' }, '{}'), misread('wrong-type'));
  });

  it('is answered by a status alone', async () => {
    await check(respondWith(404), { kind: 'not-found' });
    await check(respondWith(410), { kind: 'not-found' });
    await check(respondWith(400), { kind: 'refused' });
    await check(respondWith(500), { kind: 'failing', status: 500 });
    await check(respondWith(503), { kind: 'failing', status: 503 });
    await check(respondWith(403), { kind: 'failing', status: 403 });
    await check(respondWith(304, {}, null), { kind: 'failing', status: 304 });
  });

  it('is answered by a limit, with a time or without', async () => {
    const now = Date.UTC(2026, 0, 1);
    await check(respondWith(429), { kind: 'limited', until: null });
    await check(respondWith(429, { 'retry-after': '30' }), { kind: 'limited', until: now + 30_000 });
    await check(respondWith(503, { 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }), {
      kind: 'limited',
      until: now + 60_000,
    });
    await check(respondWith(200, { 'content-type': 'text/plain' }, 'Rate exceeded.'), { kind: 'limited', until: null });
  });

  it('is not answered by nothing', async () => {
    await check(respondWith(200, { 'content-type': 'application/json' }, ' \n'), misread('empty'));
    await check(respondWith(204, {}, null), misread('empty'));
  });

  it('ends at the largest size, whether the server tells it or not', async () => {
    const type = { 'content-type': 'application/json' };
    const [told, untold] = [{ count: 0 }, { count: 0 }];
    const chunk = new Uint8Array(1_000_000).fill(0x20);
    await check(
      respondWith(200, { ...type, 'content-length': String(MOST_BYTES + 1) }, endless(chunk, told)),
      misread('too-large'),
    );
    await check(respondWith(200, type, endless(chunk, untold)), misread('too-large'));
    assert.ok(told.count <= 1, 'and nothing is read of what is told to be too large');
    assert.ok(untold.count <= MOST_BYTES / chunk.length + 2, `${untold.count} chunks were read`);
  });

  it('ends when the body breaks off', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"a":'));
        controller.error(new TypeError('terminated'));
      },
    });
    await check(respondWith(200, { 'content-type': 'application/json' }, body), misread('cut-off'));
  });

  it('ends after its time, before the first byte and after', async () => {
    const forever = () => new Promise<Response>(() => undefined);
    const { answer, window } = await answerOf(forever);
    assert.deepEqual(answer, { kind: 'slow' });
    assert.equal(window.clock.now() - (window.sent[0]?.at ?? 0), LONGEST_ANSWER_MS);
    assert.equal(window.sent[0]?.options.signal?.aborted, true);
    const respond: Respond = ({ options }) =>
      new Response(
        new ReadableStream({
          start(controller) {
            options.signal?.addEventListener('abort', () => controller.error(options.signal?.reason));
          },
        }),
        { headers: { 'content-type': 'application/json' } },
      );
    assert.deepEqual((await answerOf(respond)).answer, { kind: 'slow' });
  });

  it('tells a connection that fails from one that breaks', async () => {
    const failure = (code: string) => () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
    };
    await check(failure('ENOTFOUND'), { kind: 'offline' });
    await check(failure('ECONNREFUSED'), { kind: 'offline' });
    await check(failure('UND_ERR_SOCKET'), misread('cut-off'));
    await check(failure('HPE_INVALID_CONSTANT'), misread('cut-off'));
  });

  it('is cancelled before and after it is sent', async () => {
    const cancel = new AbortController();
    const { answer } = await answerOf(() => {
      cancel.abort();
      return new Promise(() => undefined);
    }, cancel.signal);
    assert.deepEqual(answer, { kind: 'cancelled' });
    const again = await answerOf(() => json({}), cancel.signal);
    assert.deepEqual([again.answer, again.window.sent], [{ kind: 'cancelled' }, []]);
  });
});

describe('a redirect', () => {
  /** Expects a redirect to be followed, or not. */
  async function checkRedirect(location: string | null, expected: unknown, urls: readonly string[]) {
    const { answer, window } = await answerOf(({ url }) =>
      url === QUESTION.url
        ? new Response('x', { status: 302, headers: location === null ? {} : { location } })
        : json({}),
    );
    assert.deepEqual([answer, window.sent.slice(1).map(({ url }) => url)], [expected, urls], String(location));
  }

  const followed = { kind: 'answered', text: '{}' };

  it('is followed to a host of the same index', async () => {
    await checkRedirect('/works/other', followed, ['https://api.crossref.org/works/other']);
    await checkRedirect('https://crossref.example/x', followed, ['https://crossref.example/x']);
  });

  it('is followed nowhere else', async () => {
    for (const location of [
      'https://evil.example/works',
      '//evil.example/works',
      'http://api.crossref.org/works',
      'https://api.crossref.org:8443/works',
      'https://user@api.crossref.org/works',
      'https://api.crossref.org.evil.example/works',
      'https://127.0.0.1/works',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'https://',
      null,
    ])
      await checkRedirect(location, misread('another-host'), []);
  });

  it('is followed a few times only', async () => {
    const { answer, window } = await answerOf(
      () => new Response(null, { status: 301, headers: { location: `/again` } }),
    );
    assert.deepEqual(answer, misread('too-many-redirects'));
    assert.equal(window.sent.length, 5);
  });
});
