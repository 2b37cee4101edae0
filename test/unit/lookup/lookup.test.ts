import assert from 'node:assert/strict';
import { identify } from '../../../server/src/citations/identify';
import { isAccepted, type Reference } from '../../../server/src/citations/reference';
import { Lookup, type LookupOptions } from '../../../server/src/lookup/lookup';
import type { LookupSummary } from '../../../server/src/lookup/summary';
import { atom, crossrefWork } from '../../support/indexAnswers';
import { atomResponse, json, ManualClock, type Respond, type Sent, TestWindow } from '../../support/lookupEdges';

const ON = { enabled: true, mailto: null };

function references(...written: string[]): Reference[] {
  return written.map((each) => {
    const verdict = identify(each)[0];
    assert.ok(verdict && isAccepted(verdict), each);
    return verdict.reference;
  });
}

function hostOf({ url }: Sent): string {
  return new URL(url).host;
}

/** A window with look-ups on. */
function start(respond: Respond, window = new TestWindow(respond)) {
  const lookup = new Lookup(window.edges, 'debate-notes/1');
  lookup.configure(ON);
  const lookUp = (written: readonly string[], options?: LookupOptions): Promise<LookupSummary> =>
    window.clock.until(lookup.lookUp(references(...written), options));
  return { lookup, lookUp, window };
}

/** Every host by its name; others know nothing. */
function hosts(known: Readonly<Record<string, Respond>>): Respond {
  return (sent) => known[hostOf(sent)]?.(sent) ?? new Response('', { status: 404 });
}

const knowsAll = hosts({
  'export.arxiv.org': ({ url }) => {
    const ids = (new URL(url).searchParams.get('id_list') ?? '').split(',');
    return atomResponse(atom(...ids.map((id) => ({ id, title: `Paper ${id}` }))));
  },
  'api.crossref.org': ({ url }) => json(crossrefWork(decodeURIComponent(new URL(url).pathname.slice(7)))),
});

const DATACITE = { data: { attributes: { doi: '10.1000/1', titles: [{ title: 'From DataCite' }] } } };
const OPENALEX = { doi: 'https://doi.org/10.1000/1', title: 'From OpenAlex' };

describe('looking papers up', () => {
  it('asks nothing until it is switched on, and nothing once it is switched off', async () => {
    const window = new TestWindow(knowsAll);
    const lookup = new Lookup(window.edges, 'debate-notes/1');
    const look = () => window.clock.until(lookup.lookUp(references('doi:10.1000/1', 'arXiv:2107.03374')));
    const off = {
      asked: 2,
      found: 0,
      notFound: 0,
      troubles: [{ sentence: 'Looking up papers online is off.', papers: 2 }],
    };
    assert.deepEqual(await look(), off);
    assert.equal(lookup.whyUnknown('doi:10.1000/1'), 'Looking up papers online is off.');
    await window.clock.pass(60_000);
    assert.deepEqual(window.sent, []);
    lookup.configure(ON);
    assert.equal((await look()).found, 2);
    lookup.configure({ enabled: false, mailto: null });
    const count = window.sent.length;
    assert.equal((await window.clock.until(lookup.lookUp(references('doi:10.1000/2')))).found, 0);
    assert.equal(window.sent.length, count);
    assert.ok(lookup.metadataOf('doi:10.1000/1'), 'what is known is shown all the same');
  });

  it('ends at once when it is switched off', async () => {
    const { lookup, window } = start(() => new Promise(() => undefined));
    const looking = lookup.lookUp(references('10.1000/1', '10.1000/2', 'arXiv:2107.03374'));
    await window.clock.pass(0);
    lookup.configure({ enabled: false, mailto: null });
    const troubles = [{ sentence: 'Looking up papers online is off.', papers: 3 }];
    assert.deepEqual(await looking, { asked: 3, found: 0, notFound: 0, troubles });
    assert.deepEqual(
      window.sent.map(({ options }) => options.signal?.aborted),
      [true, true],
    );
  });

  it('tells what is known, and that more is known now', async () => {
    const { lookup, lookUp } = start(knowsAll);
    const told: string[] = [];
    const stop = lookup.onMetadata((keys) => told.push(...keys));
    assert.equal(lookup.metadataOf('arxiv:2107.03374'), null);
    await lookUp(['https://arxiv.org/pdf/2107.03374v2', 'arXiv:2107.03374', '10.1000/1']);
    assert.equal(lookup.metadataOf('arxiv:2107.03374')?.title, 'Paper 2107.03374');
    assert.equal(lookup.metadataOf('doi:10.1000/1')?.title, 'Paper 10.1000/1');
    assert.deepEqual(told.sort(), ['arxiv:2107.03374', 'doi:10.1000/1']);
    stop();
    await lookUp(['10.1000/2']);
    assert.equal(told.length, 2);
  });

  it('sends the identifier and nothing else, and the address only to Crossref', async () => {
    const notFound = hosts({ 'export.arxiv.org': () => atomResponse(atom()) });
    const { lookup, lookUp, window } = start(notFound);
    lookup.configure({ enabled: true, mailto: 'me@host.example' });
    await lookUp(['arXiv:2107.03374v3', 'doi:10.1000/a(b);2']);
    assert.deepEqual(window.sent.map(({ url }) => url).sort(), [
      'https://api.crossref.org/works/10.1000%2Fa(b)%3B2?mailto=me%40host.example',
      'https://api.datacite.org/dois/10.1000%2Fa(b)%3B2',
      'https://api.openalex.org/works/doi:10.1000%2Fa(b)%3B2?select=doi,title,type,authorships,publication_year,primary_location,biblio,abstract_inverted_index',
      'https://export.arxiv.org/api/query?id_list=2107.03374&max_results=1',
    ]);
  });

  it('asks for papers only, and never for a page', async () => {
    const { lookup, lookUp, window } = start(knowsAll);
    const pages = [
      'https://notes.example/private?token=1',
      'https://www.lesswrong.com/posts/aaaaaaaaaaaaaaaaa',
      'PMID: 12345',
    ];
    const summary = await lookUp(pages);
    assert.deepEqual(summary.troubles, [{ sentence: 'No index is asked for papers of this kind.', papers: 3 }]);
    assert.deepEqual(window.sent, []);
    assert.deepEqual(
      references(...pages, 'doi:10.1000/1').map((each) => lookup.canLookUp(each)),
      [false, false, false, true],
    );
  });

  it('asks the next index where one does not know a DOI, or cannot say', async () => {
    const datacite = hosts({ 'api.datacite.org': () => json(DATACITE), 'api.openalex.org': () => json(OPENALEX) });
    const one = start(datacite);
    await one.lookUp(['10.1000/1']);
    assert.equal(one.lookup.metadataOf('doi:10.1000/1')?.title, 'From DataCite');
    assert.deepEqual(one.window.sent.map(hostOf), ['api.crossref.org', 'api.datacite.org']);
    const two = start(
      hosts({
        'api.crossref.org': () => new Response('', { status: 500 }),
        'api.datacite.org': () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
        'api.openalex.org': () => json(OPENALEX),
      }),
    );
    assert.equal((await two.lookUp(['10.1000/1'])).found, 1);
    assert.equal(two.lookup.metadataOf('doi:10.1000/1')?.title, 'From OpenAlex');
  });

  it('remembers what no index knows, but not what none could say', async () => {
    const nothing = start(hosts({}));
    assert.equal((await nothing.lookUp(['10.1000/1'])).notFound, 1);
    assert.equal((await nothing.lookUp(['10.1000/1'])).notFound, 1);
    assert.equal(nothing.window.sent.length, 3);
    assert.equal(nothing.lookup.whyUnknown('doi:10.1000/1'), 'The paper is not found in any index.');
    let isWell = false;
    const failing = start((sent) =>
      isWell || hostOf(sent) !== 'api.crossref.org' ? hosts({})(sent) : new Response('', { status: 500 }),
    );
    await failing.lookUp(['10.1000/1']);
    assert.equal(failing.lookup.whyUnknown('doi:10.1000/1'), 'Crossref answered with the error 500.');
    isWell = true;
    await failing.lookUp(['10.1000/1']);
    assert.equal(failing.lookup.whyUnknown('doi:10.1000/1'), 'The paper is not found in any index.');
  });

  it('reads every fault as another', async () => {
    const sentenceFor = async (respond: Respond) => {
      const { lookup, lookUp } = start(hosts({ 'export.arxiv.org': respond }));
      await lookUp(['arXiv:2107.03374']);
      return lookup.whyUnknown('arxiv:2107.03374');
    };
    const typed =
      (text: string, type = 'application/atom+xml') =>
      () =>
        new Response(text, { headers: { 'content-type': type } });
    const faults: [Respond, string][] = [
      [typed(atom()), 'The paper is not found in any index.'],
      [
        () => {
          throw new TypeError('fetch failed');
        },
        'arXiv cannot be reached.',
      ],
      [() => new Promise(() => undefined), 'arXiv took too long to answer.'],
      [
        () => new Response('', { status: 429, headers: { 'retry-after': '600' } }),
        'arXiv limits how often it is asked; try again in 10 minutes.',
      ],
      [() => new Response('', { status: 500 }), 'arXiv answered with the error 500.'],
      [typed(' '), 'The answer of arXiv was not understood: it is empty.'],
      [typed('<html/>', 'text/html'), 'The answer of arXiv was not understood: it is of another type than asked for.'],
      [typed('<feed>'), 'The answer of arXiv was not understood: it is not in the format that its type says.'],
      [typed('<a/>'), 'The answer of arXiv was not understood: it lacks what the format has to say of a paper.'],
      [typed('x'.repeat(6_000_000)), 'The answer of arXiv was not understood: it is too large.'],
      [typed(atom({ id: '2101.00001' })), 'The answer of arXiv was not understood: it is about another paper.'],
      [
        () => Response.redirect('https://evil.example/', 302),
        'The answer of arXiv was not understood: it leads to another host.',
      ],
    ];
    for (const [respond, sentence] of faults) assert.equal(await sentenceFor(respond), sentence);
  });

  it('is cancelled as a whole', async () => {
    const cancel = new AbortController();
    const { lookUp, window } = start(() => {
      queueMicrotask(() => cancel.abort());
      return new Promise(() => undefined);
    });
    const many = Array.from({ length: 400 }, (_, i) => `10.1000/${i}`);
    const summary = await lookUp(many, { cancel: cancel.signal });
    assert.deepEqual(summary.troubles, [{ sentence: 'The look-up was cancelled.', papers: 400 }]);
    assert.deepEqual(
      window.sent.map(({ url }) => url),
      ['https://api.crossref.org/works/10.1000%2F0'],
    );
  });

  it('tells how far it is', async () => {
    const { lookUp } = start(knowsAll);
    const progress: string[] = [];
    const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`);
    await lookUp(['10.1000/1', 'doi:10.1000/1', '10.1000/2', 'arXiv:2107.03374'], { onProgress });
    assert.deepEqual(progress, ['1/3', '2/3', '3/3']);
  });

  it('of what somebody looks at comes first, once, and needs nobody to wait', async () => {
    const { lookup, window } = start(knowsAll);
    const [looked, other] = references('10.1000/now', '10.1000/later');
    const told: string[] = [];
    lookup.onMetadata((keys) => told.push(...keys));
    assert.ok(looked && other);
    const later = lookup.lookUp(references(...Array.from({ length: 5 }, (_, i) => `10.1000/${i}`)));
    for (let i = 0; i < 10; i++) lookup.notice(looked);
    await window.clock.until(later);
    await window.clock.pass(5000);
    assert.equal(lookup.metadataOf('doi:10.1000/now')?.title, 'Paper 10.1000/now');
    assert.equal(told.filter((key) => key === 'doi:10.1000/now').length, 1);
    lookup.notice(looked);
    await window.clock.pass(5000);
    const asked = window.sent.map(({ url }) => url.slice(url.lastIndexOf('F') + 1));
    assert.deepEqual(asked, ['now', '0', '1', '2', '3', '4']);
    lookup.configure({ enabled: false, mailto: null });
    lookup.notice(other);
    await window.clock.pass(5000);
    assert.equal(window.sent.length, 6);
  });

  it('forgets everything when it is cleared', async () => {
    const { lookup, lookUp, window } = start(knowsAll);
    await lookUp(['10.1000/1']);
    await lookup.clear();
    assert.equal(lookup.metadataOf('doi:10.1000/1'), null);
    await lookUp(['10.1000/1']);
    assert.equal(window.sent.length, 2);
  });

  it('looks up more papers than a queue holds', async () => {
    const { lookUp } = start(knowsAll);
    const many = Array.from({ length: 1100 }, (_, i) => `arXiv:2101.${String(i + 1).padStart(5, '0')}`);
    assert.equal((await lookUp(many)).found, 1100);
  });
});

describe('windows that share a folder', () => {
  it('ask for a paper once, one at a time, and know what the other has learnt', async () => {
    const clock = new ManualClock();
    const { storage } = new TestWindow(knowsAll, clock);
    const windows = ['one', 'two'].map((holder) => new TestWindow(knowsAll, clock, storage, holder));
    const lookups = await Promise.all(
      windows.map(async (window) => {
        const started = start(knowsAll, window);
        await started.lookup.openFolder('file:///folder');
        return started.lookup;
      }),
    );
    const [one, two] = lookups as [Lookup, Lookup];
    await clock.until(one.lookUp(references('10.1000/1')));
    await clock.until(two.lookUp(references('10.1000/1')));
    assert.equal(windows[1]?.sent.length, 0);
    assert.ok(two.metadataOf('doi:10.1000/1'));
    const more = (from: number) => references(...Array.from({ length: 5 }, (_, i) => `10.1000/${from + i}`));
    await clock.until(Promise.all([one.lookUp(more(10)), two.lookUp(more(20))]));
    const times = windows.flatMap(({ sent }) => sent.map(({ at }) => at)).sort((a, b) => a - b);
    assert.equal(times.length, 11);
    const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
    assert.ok(Math.min(...gaps) >= 1000, `gaps ${gaps}`);
    const late = start(knowsAll, new TestWindow(knowsAll, clock, storage, 'three'));
    const told: string[] = [];
    late.lookup.onMetadata((keys) => told.push(...keys));
    await clock.until(late.lookup.openFolder('file:///folder'));
    assert.equal(told.length, 11);
  });
});
