import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Paper } from '../../../server/src/bibliography/paper';
import { paperOf } from '../../../server/src/lookup/indexes/fields';
import { MemoryStorage } from '../../../server/src/lookup/memoryStorage';
import { type CacheBounds, fileOf, PaperCache } from '../../../server/src/lookup/paperCache';
import { ManualClock } from '../../support/lookupEdges';
import { holds } from '../../support/property';

const DAY = 24 * 60 * 60_000;
const KEY = 'doi:10.1000/182';

const PAPER: Paper = paperOf({
  type: 'article-journal',
  title: '**A** <b>title</b> \u0000 ](command:x)',
  authors: [{ family: 'Lovelace', given: 'Ada' }],
  year: 1843,
  doi: '10.1000/182',
  url: 'https://doi.org/10.1000/182',
  identifiers: [{ kind: 'doi', id: '10.1000/182', version: null, url: 'https://doi.org/10.1000/182', pdf: null }],
});

function shared() {
  const clock = new ManualClock();
  const storage = new MemoryStorage(clock);
  return { clock, storage, open: (bounds?: CacheBounds) => new PaperCache(storage, clock, bounds) };
}

describe('what was learnt of papers', () => {
  it('is known at once, in other windows when they ask, and after a restart', async () => {
    const { open } = shared();
    const [here, there] = [open(), open()];
    await here.add(KEY, PAPER);
    assert.deepEqual(here.get(KEY)?.paper, PAPER);
    assert.equal(there.get(KEY), undefined);
    assert.deepEqual((await there.fresh(KEY))?.paper, PAPER);
    assert.deepEqual(there.get(KEY)?.paper, PAPER);
    const later = open();
    assert.deepEqual(await later.load(), [KEY]);
    assert.deepEqual(later.get(KEY)?.paper, PAPER);
  });

  it('is learnt again after three months, and shown until then', async () => {
    const { clock, open } = shared();
    const cache = open();
    await cache.add(KEY, PAPER);
    await clock.pass(90 * DAY - 1);
    assert.ok(await cache.fresh(KEY));
    await clock.pass(1);
    assert.equal(await cache.fresh(KEY), null);
    assert.deepEqual(cache.get(KEY)?.paper, PAPER);
  });

  it('is also that no index knows a paper, for three days', async () => {
    const { clock, open } = shared();
    const cache = open();
    await cache.add(KEY, null);
    await clock.pass(3 * DAY - 1);
    assert.equal((await open().fresh(KEY))?.paper, null);
    await clock.pass(1);
    assert.equal(await cache.fresh(KEY), null);
    await cache.add(KEY, PAPER);
    await cache.add(KEY, null);
    assert.deepEqual(cache.get(KEY)?.paper, PAPER, 'the last that was known stays');
  });

  it('is gone when it is cleared, and nothing else is', async () => {
    const { storage, open } = shared();
    const cache = open();
    await cache.add(KEY, PAPER);
    await storage.write(`${fileOf('x')}.unfinished`, '');
    for (const name of ['notes.json', 'crossref.pace', 'x.paper']) await storage.write(name, '{}');
    await cache.clear();
    assert.equal(cache.get(KEY), undefined);
    assert.deepEqual(
      (await storage.list()).map(({ name }) => name),
      ['notes.json', 'crossref.pace', 'x.paper'],
    );
    assert.deepEqual(await open().load(), []);
  });

  it('is gone also while a file is being read', async () => {
    const { storage, open } = shared();
    await open().add(KEY, PAPER);
    for (const read of [(cache: PaperCache) => cache.fresh(KEY), (cache: PaperCache) => cache.load()]) {
      const cache = open();
      const reading = read(cache);
      const text = await storage.read(fileOf(KEY), 1e6);
      await cache.clear();
      await reading;
      assert.equal(cache.get(KEY), undefined);
      await storage.write(fileOf(KEY), text ?? '');
    }
  });

  it('loses an entry that is broken, foreign or of another version, and no other', async () => {
    const { storage, open } = shared();
    await open().add(KEY, PAPER);
    const good = (await storage.read(fileOf(KEY), 1e6)) ?? '';
    const other = 'doi:10.1000/other';
    const entry = JSON.parse(good);
    const broken = [
      '',
      good.slice(0, -10),
      '\u0000\u0001',
      'null',
      '[]',
      good,
      JSON.stringify({ ...entry, key: 'doi:10.1000/third' }),
      JSON.stringify({ ...entry, key: other, version: 2 }),
      JSON.stringify({ ...entry, key: other, at: 'x' }),
      JSON.stringify({ ...entry, key: other, paper: { title: 'x' } }),
      JSON.stringify({ ...entry, key: other, paper: 7 }),
      JSON.stringify({ ...entry, key: other, more: 'x'.repeat(300_000) }),
    ];
    for (const text of broken) {
      await storage.write(fileOf(other), text);
      const cache = open();
      assert.deepEqual(await cache.load(), [KEY], text.slice(0, 80));
      assert.equal(await cache.fresh(other), null);
    }
  });

  it('takes no address and no field from a file that could not stand in it', async () => {
    const { storage, open } = shared();
    await open().add(KEY, PAPER);
    const entry = JSON.parse((await storage.read(fileOf(KEY), 1e6)) ?? '');
    entry.paper.url = 'command:evil';
    entry.paper.authors = [{ family: 'A', given: 'B' }, { family: 1 }, null, 'x'];
    entry.paper.identifiers = [
      { kind: 'evil', id: 'x', version: null },
      { ...PAPER.identifiers[0], pdf: 'javascript:1' },
    ];
    entry.paper.year = 1.5;
    await storage.write(fileOf(KEY), JSON.stringify(entry));
    const paper = (await open().fresh(KEY))?.paper;
    assert.deepEqual(
      [paper?.url, paper?.authors, paper?.identifiers, paper?.year],
      [null, [{ family: 'A', given: 'B' }], PAPER.identifiers, null],
    );
  });

  it('is bounded in number, in files and in memory, and loses the oldest first', async () => {
    const { clock, storage, open } = shared();
    const cache = open({ papers: 200, bytes: 1e6 });
    for (let i = 0; i < 350; i++) {
      await cache.add(`doi:10.1000/${i}`, null);
      await clock.pass(1);
    }
    const count = (await storage.list()).length;
    assert.ok(count >= 200 && count < 300, `${count} files`);
    for (const [number, isKnown] of [
      [0, false],
      [149, false],
      [150, true],
      [349, true],
    ] as const)
      assert.equal(cache.get(`doi:10.1000/${number}`) !== undefined, isKnown, String(number));
    assert.equal(await cache.fresh('doi:10.1000/0'), null);
  });

  it('is bounded in size', async () => {
    const { clock, storage, open } = shared();
    for (let i = 0; i < 50; i++) {
      await storage.write(fileOf(String(i)), ' '.repeat(100));
      await clock.pass(1);
    }
    await open({ papers: 1000, bytes: 3200 }).load();
    const names = (await storage.list()).map(({ name }) => name);
    assert.equal(names.length, 32);
    assert.ok(names.includes(fileOf('49')));
  });

  it('clears away what was being written when a process ended', async () => {
    const { clock, storage, open } = shared();
    await storage.write(`${fileOf('x')}.w-1`, '');
    await open().load();
    assert.equal((await storage.list()).length, 1, 'it may still be being written');
    await clock.pass(DAY);
    await open().load();
    assert.deepEqual(await storage.list(), []);
  });

  it('stands in a file whose name any system takes', () => {
    holds(fc.string(), (key) => assert.match(fileOf(key), /^[0-9a-f]{16}\.paper$/));
    assert.notEqual(fileOf('doi:10.1000/a'), fileOf('doi:10.1000/b'));
    assert.notEqual(fileOf('ab'), fileOf('ba'));
  });
});
