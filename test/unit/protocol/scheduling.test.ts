import assert from 'node:assert/strict';
import { CancellationToken, CancellationTokenSource } from 'vscode-languageserver/node';
import { Schedule } from '../../../server/src/protocol/scheduling';

/** Work of so many steps, each of which is written down. */
function* work(name: string, count: number, done: string[]): Generator<undefined, string, undefined> {
  for (let step = 1; step <= count; step++) {
    done.push(`${name} ${step}`);
    yield;
  }
  return name;
}

/** Messages that arrive one a turn, as they are read from a connection, each handled in the turn after. */
async function messages(schedule: Schedule, count: number, done: string[]): Promise<void> {
  for (let message = 1; message <= count; message++) {
    await new Promise((resolve) => setImmediate(resolve));
    schedule.messageHandled();
    done.push(`message ${message}`);
  }
}

describe('the order in which things are done', () => {
  it('lets background work wait for messages that have arrived, and for what is asked for soon', async () => {
    const schedule = new Schedule(0);
    const done: string[] = [];
    const background = schedule.run(work('step', 2, done), CancellationToken.None);
    const soon = schedule.turn().then(() => done.push('soon'));
    await Promise.all([background, soon, messages(schedule, 3, done)]);
    assert.deepEqual(done, ['message 1', 'message 2', 'message 3', 'soon', 'step 1', 'step 2']);
  });

  it('makes room after every step once the slice is used up, and before that after none', async () => {
    for (const [slice, expected] of [
      [0, ['step 1', 'message 1', 'step 2', 'step 3']],
      [60_000, ['step 1', 'step 2', 'step 3', 'message 1']],
    ] as const) {
      const schedule = new Schedule(slice);
      const done: string[] = [];
      const background = schedule.run(work('step', 3, done), CancellationToken.None);
      // It begins two turns from now; the message arrives in the turn in which it does.
      for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
      await Promise.all([background, messages(schedule, 1, done)]);
      assert.deepEqual(done, expected);
    }
  });

  it('ends background work that is taken back', async () => {
    const schedule = new Schedule(0);
    const cancel = new CancellationTokenSource();
    const done: string[] = [];
    const steps = (function* () {
      yield* work('step', 2, done);
      cancel.cancel();
      yield* work('never', 5, done);
    })();
    await assert.rejects(schedule.run(steps, cancel.token), /cancelled/);
    assert.deepEqual(done, ['step 1', 'step 2', 'never 1']);
  });

  it('goes on though messages never end', async () => {
    const schedule = new Schedule(0);
    let isOver = false;
    const flood = (async () => {
      while (!isOver) await messages(schedule, 1, []);
    })();
    await schedule.run(work('step', 3, []), CancellationToken.None).finally(() => {
      isOver = true;
    });
    await flood;
  });
});
