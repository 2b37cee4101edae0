import assert from 'node:assert/strict';
import { Lease } from '../../../server/src/lookup/lease';
import { MemoryStorage } from '../../../server/src/lookup/memoryStorage';
import { type Ending, type Resting, type Turn, Turns } from '../../../server/src/lookup/turns';
import { json, ManualClock, TestWindow } from '../../support/lookupEdges';

const GAP = 3000;
const NEVER = new AbortController().signal;

/** Two windows that share a folder, and a clock for both. */
function twoWindows() {
  const clock = new ManualClock();
  const storage = new MemoryStorage(clock);
  const turns = ['one', 'two'].map((holder) => {
    const { edges } = new TestWindow(() => json({}), clock, storage, holder);
    return new Turns(storage, edges, 'arxiv', GAP);
  });
  return { clock, storage, turns: turns as [Turns, Turns] };
}

function isTurn(taken: Turn | Resting | null): Turn {
  assert.ok(taken !== null && 'end' in taken, JSON.stringify(taken));
  return taken;
}

/** Takes a turn at once and ends it in some way. */
async function spend(clock: ManualClock, turns: Turns, ending: Ending): Promise<void> {
  await clock.until(turns.take(NEVER).then((taken) => isTurn(taken).end(ending)));
}

/** Milliseconds until the next turn. */
async function waitFor(clock: ManualClock, turns: Turns): Promise<number> {
  const before = clock.now();
  const turn = isTurn(await clock.until(turns.take(NEVER)));
  const waited = clock.now() - before;
  await clock.until(turn.end({ kind: 'unasked' }));
  return waited;
}

describe('the turns at a host', () => {
  it('come one at a time, with a gap, for all windows together', async () => {
    const { clock, turns } = twoWindows();
    const begun: number[] = [];
    let running = 0;
    const ask = async (window: Turns) => {
      const turn = isTurn(await window.take(NEVER));
      running++;
      assert.equal(running, 1, 'one connection at a time');
      begun.push(clock.now());
      await clock.wait(500, NEVER);
      running--;
      await turn.end({ kind: 'well' });
    };
    const [one, two] = turns;
    await clock.until(Promise.all([ask(one), ask(two), ask(one), ask(two), ask(two)]));
    assert.equal(begun.length, 5);
    const gaps = begun.slice(1).map((at, i) => at - (begun[i] ?? 0));
    for (const gap of gaps) assert.ok(gap >= 500 + GAP && gap < 500 + GAP + 500, `gaps ${gaps}`);
  });

  it('rest after trouble, longer each time, and not once it is over', async () => {
    const { clock, turns } = twoWindows();
    const [one, two] = turns;
    await spend(clock, one, { kind: 'badly' });
    assert.equal(await waitFor(clock, two), 5000, 'the other window knows it, too');
    await spend(clock, two, { kind: 'badly' });
    assert.equal(await waitFor(clock, one), 10_000);
    await spend(clock, one, { kind: 'untold' });
    assert.equal(await waitFor(clock, one), GAP);
    await spend(clock, one, { kind: 'badly' });
    assert.equal(await waitFor(clock, one), 20_000);
    await spend(clock, one, { kind: 'badly' });
    assert.deepEqual(await one.take(NEVER), { kind: 'resting', until: clock.now() + 40_000, limited: false });
    await clock.pass(40_000);
    await spend(clock, one, { kind: 'well' });
    assert.equal(await waitFor(clock, one), GAP);
    await spend(clock, one, { kind: 'badly' });
    assert.equal(await waitFor(clock, one), 5000);
  });

  it('rest for as long as the host asks', async () => {
    const { clock, turns } = twoWindows();
    const [one, two] = turns;
    await spend(clock, one, { kind: 'limited', until: clock.now() + 20_000 });
    assert.equal(await waitFor(clock, two), 20_000);
    await spend(clock, one, { kind: 'limited', until: clock.now() });
    assert.equal(await waitFor(clock, one), 10_000, 'a host that limits again and again is given longer');
    await spend(clock, one, { kind: 'well' });
    await clock.pass(GAP);
    const until = clock.now() + 3_600_000;
    await spend(clock, one, { kind: 'limited', until });
    assert.deepEqual(await two.take(NEVER), { kind: 'resting', until, limited: true });
  });

  it('do not rest for more than a quarter of an hour by themselves', async () => {
    const { clock, turns } = twoWindows();
    for (let i = 0; i < 40; i++) {
      await spend(clock, turns[0], { kind: 'badly' });
      await clock.pass(15 * 60_000);
    }
    assert.equal(await waitFor(clock, turns[0]), 0);
  });

  it('end with the wait of whoever does not want one any more', async () => {
    const { clock, turns } = twoWindows();
    await spend(clock, turns[0], { kind: 'well' });
    const cancel = new AbortController();
    const taken = turns[0].take(cancel.signal);
    cancel.abort();
    assert.equal(await taken, null);
  });

  it('look again at when the host was asked, once they have the lease', async () => {
    const { clock, storage, turns } = twoWindows();
    const create = storage.create.bind(storage);
    let asked = 0;
    // Another window asks between the look at the pace and the lease.
    storage.create = async (name, text) => {
      if (asked++ === 0) await storage.write('arxiv.pace', JSON.stringify({ next: clock.now() + GAP, failures: 0 }));
      return create(name, text);
    };
    assert.equal(await waitFor(clock, turns[0]), GAP);
  });

  it('take what a broken or foreign file says for nothing', async () => {
    const { clock, storage, turns } = twoWindows();
    for (const text of ['', '{', 'null', '{"next":"x"}', '{"next":1e300,"failures":0}', '{"next":1}', '[]']) {
      await storage.write('arxiv.pace', text);
      assert.equal(await waitFor(clock, turns[0]), 0, text);
    }
  });
});

describe('a lease', () => {
  const LIFE = 10_000;

  function leases(...holders: string[]) {
    const clock = new ManualClock();
    const storage = new MemoryStorage(clock);
    return { clock, storage, leases: holders.map((holder) => new Lease(storage, clock, 'x.lease', holder, LIFE)) };
  }

  it('has one holder, until it is given back', async () => {
    const [one, two] = leases('one', 'two').leases as [Lease, Lease];
    assert.deepEqual([await one.take(), await two.take()], [true, false]);
    await two.giveBack();
    assert.equal(await two.take(), false, 'nobody gives back what another holds');
    await one.giveBack();
    assert.equal(await two.take(), true);
  });

  it('goes to one other when its holder is gone', async () => {
    const many = leases('gone', ...Array.from({ length: 20 }, (_, i) => `w${i}`));
    const [gone, ...others] = many.leases;
    assert.equal(await gone?.take(), true);
    await many.clock.pass(LIFE - 1);
    assert.equal(await others[0]?.take(), false);
    await many.clock.pass(1);
    const taken = await Promise.all(others.map((lease) => lease.take()));
    assert.equal(taken.filter(Boolean).length, 1);
    assert.deepEqual(
      (await many.storage.list()).map(({ name }) => name),
      ['x.lease'],
    );
  });

  it('is not taken from a holder that came in a moment before', async () => {
    const { clock, storage, leases: list } = leases('gone', 'one', 'two');
    const [gone, one, two] = list as [Lease, Lease, Lease];
    await gone.take();
    await clock.pass(LIFE);
    const rename = storage.rename.bind(storage);
    storage.rename = async (name, to) => {
      storage.rename = rename;
      assert.equal(await one.take(), true);
      return rename(name, to);
    };
    assert.equal(await two.take(), false);
    assert.match((await storage.read('x.lease', 1000)) ?? '', /"one"/, 'who has it now keeps it');
    assert.equal((await storage.list()).length, 1);
  });

  it('is not taken from a holder that came in while this one was about to make the file', async () => {
    const { clock, storage, leases: list } = leases('one', 'two');
    const [one, two] = list as [Lease, Lease];
    const create = storage.create.bind(storage);
    storage.create = async (name, text) => {
      storage.create = create;
      // The other's time ends later than any that this one has reckoned with so far.
      await clock.pass(2);
      assert.equal(await one.take(), true);
      return create(name, text);
    };
    assert.equal(await two.take(), false);
    await one.giveBack();
    assert.equal(await two.take(), true);
  });

  it('is not held by a file that says nothing, or by one of a clock that was wrong', async () => {
    for (const text of ['', '{"holder"', '{"until":"x"}']) {
      const { clock, storage, leases: list } = leases('one');
      await storage.write('x.lease', text);
      assert.equal(await list[0]?.take(), false, 'it may be being written');
      await clock.pass(LIFE + 1);
      assert.equal(await list[0]?.take(), true, text);
    }
    const { clock, storage, leases: list } = leases('one');
    await storage.write('x.lease', JSON.stringify({ holder: 'two', until: clock.now() + 10 * LIFE }));
    assert.equal(await list[0]?.take(), true);
  });
});
