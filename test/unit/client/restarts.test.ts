import assert from 'node:assert/strict';
import { Restarts } from '../../../client/src/life/restarts';

describe('a server that ends by itself', () => {
  /** What is done at each end, given by its minute. */
  function check(minutes: readonly number[], expected: string) {
    let minute = 0;
    const restarts = new Restarts(() => minute * 60_000);
    const done = minutes.map((at) => {
      minute = at;
      return restarts.areTooMany() ? 'stop' : 'restart';
    });
    assert.equal(done.join(' '), expected);
  }

  it('is started again, up to four times in three minutes', () => {
    check([0, 1, 1, 2], 'restart restart restart restart');
    check([0, 1, 1, 2, 2.9], 'restart restart restart restart stop');
  });

  it('is started again where it ends now and then', () => {
    check([0, 1, 2, 3, 4, 5, 6], 'restart restart restart restart restart restart restart');
  });

  it('has its past forgotten when the user starts it', () => {
    const restarts = new Restarts(() => 0);
    for (let i = 0; i < 4; i++) restarts.areTooMany();
    restarts.forget();
    assert.equal(restarts.areTooMany(), false);
  });
});
