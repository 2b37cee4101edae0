import assert from 'node:assert/strict';
import { HostQueue, MOST_WAITING } from '../../../server/src/lookup/hostQueue';
import { arxiv } from '../../../server/src/lookup/indexes/arxiv';
import { crossref } from '../../../server/src/lookup/indexes/crossref';
import type { PaperIndex } from '../../../server/src/lookup/indexes/paperIndex';
import type { Reading } from '../../../server/src/lookup/reading';
import { atom, crossrefWork } from '../../support/indexAnswers';
import { atomResponse, json, type Respond, type Sent, TestWindow } from '../../support/lookupEdges';

function queueAt(index: PaperIndex, respond: Respond) {
  const window = new TestWindow(respond);
  const queue = new HostQueue(index, window.storage, window.edges, 'debate-notes/1', () => null);
  return { queue, window, clock: window.clock };
}

/** The ids that a request to arXiv asks for. */
function idsIn({ url }: Sent): string[] {
  return (new URL(url).searchParams.get('id_list') ?? '').split(',');
}

function doiIn({ url }: Sent): string {
  return decodeURIComponent(new URL(url).pathname.slice('/works/'.length));
}

/** arXiv, knowing every paper. */
const knowsAll: Respond = (sent) => atomResponse(atom(...idsIn(sent).map((id) => ({ id: `${id}v1` }))));

function ids(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `2101.${String(i + 1).padStart(5, '0')}`);
}

function kinds(readings: readonly Reading[]): string {
  return readings.map(({ kind }) => kind).join(' ');
}

describe('the queue of a host', () => {
  it('asks for many papers in few requests, and no faster than it may', async () => {
    const { queue, window, clock } = queueAt(arxiv, knowsAll);
    const asked = ids(120).map((id) => queue.ask(id, false));
    const readings = await clock.until(Promise.all(asked.map(({ answer }) => answer)));
    assert.ok(readings.every((reading) => reading.kind === 'found'));
    assert.deepEqual(
      window.sent.map((sent) => idsIn(sent).length),
      [50, 50, 20],
    );
    const [first, second, third] = window.sent.map(({ at }) => at) as [number, number, number];
    assert.ok(second - first >= 3000 && third - second >= 3000);
  });

  it('asks once for what is asked for twice', async () => {
    const { queue, window, clock } = queueAt(arxiv, knowsAll);
    const asked = ['2101.00001', '2101.00001', '2101.00002', '2101.00001'].map((id) => queue.ask(id, false));
    assert.equal(kinds(await clock.until(Promise.all(asked.map(({ answer }) => answer)))), 'found found found found');
    assert.deepEqual(window.sent.map(idsIn), [['2101.00001', '2101.00002']]);
  });

  it('asks first for what somebody looks at', async () => {
    const order: string[] = [];
    const { queue, clock } = queueAt(crossref, (sent) => {
      order.push(doiIn(sent));
      return json(crossrefWork(doiIn(sent)));
    });
    const asked = ['a', 'b', 'c', 'd'].map((name) => queue.ask(`10.1000/${name}`, false));
    asked.push(queue.ask('10.1000/now', true), queue.ask('10.1000/d', true));
    await clock.until(Promise.all(asked.map(({ answer }) => answer)));
    // The first turn is taken before the others come.
    assert.deepEqual(order.map((doi) => doi.slice('10.1000/'.length)).join(' '), 'd now a b c');
  });

  it('does not ask for what nobody wants any more', async () => {
    const { queue, window, clock } = queueAt(crossref, (sent) => json(crossrefWork(doiIn(sent))));
    const [one, two, three] = ['1', '2', '3'].map((name) => queue.ask(`10.1000/${name}`, false));
    const again = queue.ask('10.1000/2', false);
    assert.ok(one && two && three);
    three.cancel();
    two.cancel();
    const readings = await clock.until(Promise.all([one.answer, two.answer, three.answer, again.answer]));
    assert.equal(kinds(readings), 'found cancelled cancelled found');
    assert.deepEqual(window.sent.map(doiIn), ['10.1000/1', '10.1000/2'], 'of two that wait one still does');
  });

  it('ends a request that nobody waits for', async () => {
    const { queue, window, clock } = queueAt(crossref, () => new Promise(() => undefined));
    const asked = queue.ask('10.1000/1', false);
    await clock.pass(0);
    assert.equal(window.sent.length, 1);
    asked.cancel();
    assert.equal((await asked.answer).kind, 'cancelled');
    assert.equal(window.sent[0]?.options.signal?.aborted, true);
    asked.cancel();
  });

  it('ends everything when it is stopped, and goes on when it is asked again', async () => {
    let isOpen = false;
    const { queue, window, clock } = queueAt(crossref, (sent) =>
      isOpen ? json(crossrefWork(doiIn(sent))) : new Promise(() => undefined),
    );
    const asked = ['1', '2'].map((name) => queue.ask(`10.1000/${name}`, false));
    await clock.pass(0);
    queue.stop();
    assert.equal(kinds(await Promise.all(asked.map(({ answer }) => answer))), 'off off');
    assert.equal(window.sent[0]?.options.signal?.aborted, true);
    isOpen = true;
    assert.equal((await clock.until(queue.ask('10.1000/1', false).answer)).kind, 'found');
  });

  it('holds so many papers and no more', async () => {
    const { queue, clock } = queueAt(arxiv, knowsAll);
    const asked = ids(MOST_WAITING + 5).map((id) => queue.ask(id, false));
    const readings = await clock.until(Promise.all(asked.map(({ answer }) => answer)));
    assert.equal(readings.filter(({ kind }) => kind === 'busy').length, 5);
    assert.equal(readings.filter(({ kind }) => kind === 'found').length, MOST_WAITING);
  });

  it('finds the one identifier that an index does not take', async () => {
    const bad = '2101.00007';
    const { queue, window, clock } = queueAt(arxiv, (sent) =>
      idsIn(sent).includes(bad) ? new Response('x', { status: 400 }) : knowsAll(sent),
    );
    const list = ids(20);
    const readings = await clock.until(Promise.all(list.map((id) => queue.ask(id, false).answer)));
    assert.deepEqual(
      list.filter((_, i) => readings[i]?.kind !== 'found'),
      [bad],
    );
    assert.equal(readings[list.indexOf(bad)]?.kind, 'not-found');
    assert.ok(window.sent.length <= 14, `${window.sent.length} requests`);
  });

  it('tells what an index does not know from what it could not say', async () => {
    const { queue, clock } = queueAt(arxiv, () => atomResponse(atom({ id: '2101.00001v1' })));
    const readings = await clock.until(
      Promise.all(['2101.00001', '2101.00002'].map((id) => queue.ask(id, false).answer)),
    );
    assert.equal(kinds(readings), 'found not-found');
    const html = queueAt(arxiv, () => new Response('<html>', { headers: { 'content-type': 'text/html' } }));
    assert.deepEqual(await html.clock.until(html.queue.ask('2101.00001', false).answer), {
      kind: 'not-understood',
      why: 'wrong-type',
    });
  });
});

describe('a host that does not answer well', () => {
  it('is asked again when it says so, and each paper is found', async () => {
    let limits = 2;
    const { queue, window, clock } = queueAt(crossref, (sent) =>
      limits-- > 0
        ? new Response('', { status: 429, headers: { 'retry-after': '7' } })
        : json(crossrefWork(doiIn(sent))),
    );
    const readings = await clock.until(Promise.all(['1', '2'].map((n) => queue.ask(`10.1000/${n}`, false).answer)));
    assert.equal(kinds(readings), 'found found');
    const [first, second, third] = window.sent.map(({ at }) => at) as [number, number, number];
    assert.deepEqual([second - first, third - second], [7000, 10_000]);
  });

  it('is given up when it asks for too long, for all that wait', async () => {
    const { queue, window, clock } = queueAt(
      crossref,
      () => new Response('', { status: 429, headers: { 'retry-after': '3600' } }),
    );
    const asked = ['1', '2', '3'].map((name) => queue.ask(`10.1000/${name}`, false).answer);
    const readings = await clock.until(Promise.all(asked));
    const until = (window.sent[0]?.at ?? 0) + 3_600_000;
    for (const reading of readings) assert.deepEqual(reading, { kind: 'rate-limited', until });
    assert.deepEqual(await clock.until(queue.ask('10.1000/4', true).answer), { kind: 'rate-limited', until });
    assert.equal(window.sent.length, 1);
  });

  it('is given up after a few limits', async () => {
    const { queue, window, clock } = queueAt(crossref, () => new Response('', { status: 429 }));
    const readings = await clock.until(
      Promise.all(Array.from({ length: 50 }, (_, i) => queue.ask(`10.1000/${i}`, false).answer)),
    );
    assert.ok(readings.every(({ kind }) => kind === 'rate-limited'));
    assert.ok(window.sent.length <= 5, `${window.sent.length} requests`);
  });

  it('is left alone for longer each time, and then for all that wait', async () => {
    const { queue, window, clock } = queueAt(crossref, () => new Response('', { status: 500 }));
    const readings = await clock.until(
      Promise.all(Array.from({ length: 50 }, (_, i) => queue.ask(`10.1000/${i}`, false).answer)),
    );
    assert.equal(kinds(readings.slice(0, 5)), 'failing failing failing failing resting');
    assert.ok(readings.slice(4).every(({ kind }) => kind === 'resting'));
    assert.equal(window.sent.length, 4);
    await clock.pass(60_000);
    await clock.until(queue.ask('10.1000/1', true).answer);
    assert.equal(window.sent.length, 5, 'and is asked again afterwards');
  });

  it('is not asked again for each paper where there is no network', async () => {
    const { queue, window, clock } = queueAt(crossref, () => {
      throw new TypeError('fetch failed');
    });
    const asked = ['1', '2', '3'].map((name) => queue.ask(`10.1000/${name}`, false).answer);
    assert.equal(kinds(await clock.until(Promise.all(asked))), 'offline offline offline');
    assert.equal(window.sent.length, 1);
  });

  it('is not asked at all where windows cannot agree on when', async () => {
    const window = new TestWindow(() => json({}));
    window.storage.create = () => Promise.reject(new Error('read-only'));
    const queue = new HostQueue(crossref, window.storage, window.edges, 'x', () => null);
    assert.deepEqual(await window.clock.until(queue.ask('10.1000/1', true).answer), { kind: 'no-storage' });
    assert.deepEqual(window.sent, []);
  });
});
