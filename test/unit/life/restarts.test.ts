import assert from 'node:assert/strict';
import { Restarts } from '../../../client/src/life/restarts';

const MINUTE = 60_000;

/** Checks after which of the ends of a server, each at its minute, it is not started again. */
function check(minutes: readonly number[], expected: readonly number[], forgetBefore = Number.NaN) {
  let now = 0;
  const restarts = new Restarts(() => now * MINUTE);
  const given = minutes.filter((minute) => {
    now = minute;
    if (minute === forgetBefore) restarts.forget();
    return restarts.areTooMany();
  });
  assert.deepEqual(given, expected);
}

describe('a server that ends', () => {
  it('is started again four times within three minutes, and not a fifth time', () => {
    check([0, 0.1, 0.2, 0.3], []);
    check([0, 0.1, 0.2, 0.3, 0.4], [0.4]);
    check([0, 1, 2, 2.5, 2.9], [2.9]);
  });

  it('may end as often as it likes, if it runs in between', () => {
    check([0, 1, 2, 3, 4, 5, 6, 7, 8], []);
  });

  it('is as good as new once the user has started it', () => {
    check([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [0.6], 0.2);
  });
});
