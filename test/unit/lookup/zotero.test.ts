import assert from 'node:assert/strict';
import { LONGEST_ZOTERO_MS, MOST_ZOTERO_BYTES, readZotero } from '../../../server/src/lookup/zotero';
import { json, ManualClock } from '../../support/lookupEdges';

interface Sent {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks for the library of a Zotero that answers so. */
async function read(respond: (signal: AbortSignal) => Response | Promise<Response>, cancel = new AbortController()) {
  const sent: Sent[] = [];
  const clock = new ManualClock();
  const post = async (body: string, headers: Readonly<Record<string, string>>, signal: AbortSignal) => {
    sent.push({ body, headers });
    return respond(signal);
  };
  const start = clock.now();
  const reading = await clock.until(readZotero(post, clock, 'debate-notes/1.2.3', cancel.signal));
  return { reading, sent, took: clock.now() - start };
}

async function check(respond: (signal: AbortSignal) => Response | Promise<Response>, expected: unknown) {
  assert.deepEqual((await read(respond)).reading, expected);
}

const failed = (reason: string) => ({ kind: 'failed', reason });

function never(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

describe('the library of Zotero', () => {
  it('is asked for by an empty search, with nothing that could tell of notes', async () => {
    const { sent } = await read(() => json({ jsonrpc: '2.0', result: [], id: 1 }));
    assert.equal(sent.length, 1);
    assert.deepEqual(JSON.parse(sent[0]?.body ?? ''), { jsonrpc: '2.0', method: 'item.search', params: [''], id: 1 });
    assert.deepEqual(sent[0]?.headers, {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'User-Agent': 'debate-notes/1.2.3',
    });
  });

  it('has the items that have a key', () =>
    check(() => json({ result: [{ citekey: 'a', title: 'A' }, { title: 'B' }, { citekey: ' ' }, null, 7] }), {
      kind: 'read',
      text: '[{"citekey":"a","title":"A"}]',
    }));

  it('is not there without Zotero or Better BibTeX', async () => {
    const refused = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    await check(() => Promise.reject(refused), { kind: 'absent' });
    await check(() => new Response('No endpoint found', { status: 404 }), { kind: 'no-better-bibtex' });
  });

  it('is not taken from anything else', async () => {
    await check(() => json({ error: { code: -32603, message: 'Error' } }), failed('Better BibTeX could not answer'));
    for (const body of ['', '<html>', '{"result":{}}', '[]', '{"result":', 'null'])
      await check(() => new Response(body), failed('the answer was not understood'));
    await check(() => json([], 500), failed('it answered with 500'));
    await check(() => json([], 204 + 2), failed('it answered with 206'));
    const broken = new TypeError('fetch failed', { cause: { code: 'UND_ERR_SOCKET' } });
    await check(() => Promise.reject(broken), failed('what answered is no Zotero, or broke off'));
  });

  it('is read no further than it may be large', async () => {
    let taken = 0;
    const endless = new ReadableStream({
      pull(controller) {
        taken++;
        controller.enqueue(new Uint8Array(10_000_000));
      },
    });
    await check(() => new Response(endless), failed('the library is too large'));
    assert.ok(taken <= MOST_ZOTERO_BYTES / 10_000_000 + 2);
  });

  it('is waited for a minute, or until nobody wants it any more', async () => {
    const { reading, took } = await read(never);
    assert.deepEqual([reading, took], [failed('it took too long'), LONGEST_ZOTERO_MS]);
    const cancel = new AbortController();
    const cancelled = read(never, cancel);
    cancel.abort();
    assert.deepEqual((await cancelled).reading, { kind: 'cancelled' });
    const before = new AbortController();
    before.abort();
    assert.deepEqual(
      (await read((signal) => (signal.aborted ? Promise.reject(signal.reason) : json([])), before)).reading,
      { kind: 'cancelled' },
    );
  });
});
