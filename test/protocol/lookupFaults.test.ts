import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { identify } from '../../server/src/citations/identify';
import { isAccepted, type Reference } from '../../server/src/citations/reference';
import { LONGEST_ANSWER_MS } from '../../server/src/lookup/ask';
import type { Edges } from '../../server/src/lookup/edges';
import { Lookup } from '../../server/src/lookup/lookup';
import { networkOf } from '../../server/src/network';
import { HOSTS, PaperIndexProcess } from '../support/paperIndexProcess';

/** Of the time between requests a hundred milliseconds pass in one. */
const HASTE = 100;

const ARXIV = 'arXiv:2107.03374';
const DOI = 'doi:10.1000/182';

function reference(written: string): Reference {
  const verdict = identify(written)[0];
  assert.ok(verdict && isAccepted(verdict));
  return verdict.reference;
}

/**
 * The look-ups of a window that has just been opened, over the real `fetch`.
 * @param patience milliseconds that an answer may take
 */
function window(address: string, patience = LONGEST_ANSWER_MS): Lookup {
  const start = Date.now();
  const edges: Edges = {
    fetch: networkOf({ DEBATE_NOTES_PAPER_INDEX: address }),
    clock: {
      now: () => start + (Date.now() - start) * HASTE,
      wait: (ms, signal) => {
        const real = ms === LONGEST_ANSWER_MS ? patience : ms / HASTE;
        return setTimeout(real, undefined, { signal }).catch(() => undefined);
      },
    },
    holder: 'window',
    openStorage: () => null,
  };
  const lookup = new Lookup(edges, 'debate-notes/1.2.3');
  lookup.configure({ enabled: true, mailto: null });
  return lookup;
}

describe('a real server that answers', function () {
  // Fifty megabytes pass through two processes here.
  this.timeout(20_000);
  let index: PaperIndexProcess;

  before(async () => {
    index = await PaperIndexProcess.start();
  });
  after(() => index.stop());
  afterEach(() => index.setFault(''));

  /** Expects a fault of all indexes to read so, for a paper of arXiv and for a DOI at Crossref. */
  async function check(fault: string, sentence: RegExp, patience = LONGEST_ANSWER_MS) {
    await index.setFault(fault);
    const lookup = window(index.address, patience);
    await lookup.lookUp([ARXIV, DOI].map(reference));
    for (const [key, name] of [
      ['arxiv:2107.03374', 'arXiv'],
      ['doi:10.1000/182', 'Crossref'],
    ] as const) {
      const told = lookup.whyUnknown(key) ?? '';
      assert.match(told, sentence);
      assert.ok(told.includes(name), told);
      assert.equal(lookup.metadataOf(key), null);
    }
  }

  it('well, is understood in all four formats', async () => {
    const lookup = window(index.address);
    const wanted = [ARXIV, DOI, 'doi:10.5281/zenodo.1', 'doi:10.5555/x', 'arXiv:2101.00404', 'doi:10.4444/none'];
    assert.deepEqual(await lookup.lookUp(wanted.map(reference)), { asked: 6, found: 4, notFound: 2, troubles: [] });
    for (const key of ['arxiv:2107.03374', 'doi:10.1000/182', 'doi:10.5281/zenodo.1', 'doi:10.5555/x'])
      assert.equal(lookup.metadataOf(key)?.title, `Paper ${key.slice(key.indexOf(':') + 1)}`);
  });

  it('gets the identifier, and nothing that tells of the user', async () => {
    const before = (await index.asked()).length;
    const lookup = window(index.address);
    lookup.configure({ enabled: true, mailto: 'me@host.example' });
    await lookup.lookUp([ARXIV, 'arXiv:2212.09251', 'doi:10.4444/a?b#c'].map(reference));
    const asked = (await index.asked()).slice(before);
    assert.deepEqual(asked.map(({ method, host, path, body }) => `${method} ${host}${path} ${body.length}`).sort(), [
      'GET api.crossref.org/works/10.4444%2Fa%3Fb%23c?mailto=me%40host.example 0',
      'GET api.datacite.org/dois/10.4444%2Fa%3Fb%23c 0',
      'GET api.openalex.org/works/doi:10.4444%2Fa%3Fb%23c?select=doi,title,type,authorships,publication_year,primary_location,biblio,abstract_inverted_index 0',
      'GET export.arxiv.org/api/query?id_list=2107.03374,2212.09251&max_results=2 0',
    ]);
    for (const { host, headers } of asked) {
      const { host: address, connection, accept, ...others } = headers;
      assert.ok(address && connection && accept, host);
      assert.deepEqual(others, {
        'user-agent': 'debate-notes/1.2.3',
        'accept-language': '*',
        'accept-encoding': others['accept-encoding'],
        'sec-fetch-mode': 'cors',
      });
    }
  });

  it('with a limit, is left alone for as long as it says', async () => {
    await check('limited-date', /limits how often it is asked; try again in (?:5\d|60|61) minutes/);
    await check('limited', /limits how often it is asked; try again in /);
    await index.setFault('limited-seconds');
    const lookup = window(index.address);
    const looked = lookup.lookUp([reference(ARXIV)]);
    await setTimeout(10);
    await index.setFault('');
    assert.equal((await looked).found, 1);
  });

  it('with an error, or not at all, says so', async () => {
    await check('error', /answered with the error 500\.$/);
    await check('nothing', /was not understood: it breaks off\.$/);
    await check('garbage', /was not understood: it breaks off\.$/);
    await check('slow', /took too long to answer\.$/, 100);
    await check('drip', /took too long to answer\.$/, 100);
  });

  it('with too much, is read no further', async () => {
    await check('huge', /was not understood: it is too large\.$/);
    await check('huge-told', /was not understood: it is too large\.$/);
    await check('huge-packed', /was not understood: it is too large\.$/);
  });

  it('with something else, is not understood', async () => {
    await check('html', /was not understood: it is of another type than asked for\.$/);
    await check('html-as-json', /was not understood: it is not in the format that its type says\.$/);
    await check('binary', /was not understood: it is not in the format that its type says\.$/);
    await check('cut-short', /was not understood: it is not in the format that its type says\.$/);
    await check('truncated', /was not understood: it breaks off\.$/);
    await check('empty', /was not understood: it is empty\.$/);
    await check('shape', /was not understood: it lacks what the format has to say of a paper\.$/);
    await check('another', /was not understood: it is about another paper\.$/);
  });

  it('with another address, is followed to the same host only', async () => {
    const before = (await index.asked()).length;
    await check('leads-elsewhere', /was not understood: it leads to another host\.$/);
    await check('leads-to-http', /was not understood: it leads to another host\.$/);
    await check('leads-to-loopback', /was not understood: it leads to another host\.$/);
    const asked = (await index.asked()).slice(before);
    // Twice for the DOI's other indexes; nothing went anywhere else.
    assert.equal(asked.length, 3 * HOSTS.length);
    await check('leads-round', /was not understood: it leads from page to page\.$/);
    await index.setFault('leads-on');
    const lookup = window(index.address);
    assert.equal((await lookup.lookUp([ARXIV, DOI].map(reference))).found, 2);
  });

  it('where there is none, is offline', async () => {
    const gone = await PaperIndexProcess.start();
    await gone.stop();
    const lookup = window(gone.address);
    await lookup.lookUp([ARXIV, DOI].map(reference));
    assert.equal(lookup.whyUnknown('arxiv:2107.03374'), 'arXiv cannot be reached.');
    assert.equal(lookup.whyUnknown('doi:10.1000/182'), 'Crossref cannot be reached.');
  });

  it('and whose address is none of this machine, is not asked', async () => {
    for (const address of [
      'http://localhost:80',
      'https://127.0.0.1:1',
      'http://127.0.0.1.evil.example:80',
      'http://10.0.0.1:80',
      '',
    ])
      await assert.rejects(
        networkOf({ DEBATE_NOTES_PAPER_INDEX: address })('https://api.crossref.org/', {}),
        /no loopback/,
      );
  });
});
