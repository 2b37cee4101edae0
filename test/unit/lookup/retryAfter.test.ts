import assert from 'node:assert/strict';
import { readRetryAfter } from '../../../server/src/lookup/retryAfter';

const NOW = Date.UTC(1994, 10, 6, 8, 49, 0);
const DAY = 24 * 60 * 60 * 1000;

/** Expects a header to ask for a rest of so many milliseconds; null for a header that says nothing. */
function check(header: string | null, rest: number | null) {
  const until = readRetryAfter(header, NOW);
  assert.equal(until === null ? null : until - NOW, rest, String(header));
}

describe('Retry-After', () => {
  it('is a number of seconds', () => {
    check('0', 0);
    check('120', 120_000);
    check(' 7 ', 7000);
  });

  it('is a date in any of the three forms of HTTP', () => {
    check('Sun, 06 Nov 1994 08:49:37 GMT', 37_000);
    check('Sunday, 06-Nov-94 08:49:37 GMT', 37_000);
    check('Sun Nov  6 08:49:37 1994', 37_000);
    check('Sun, 06 Nov 1994 08:48:00 GMT', 0);
  });

  it('is for a day at most', () => {
    check('9999999999', DAY);
    check('Sun, 06 Nov 2094 08:49:37 GMT', DAY);
  });

  it('says nothing in any other form', () => {
    for (const header of [
      null,
      '',
      '-1',
      '1.5',
      '1e3',
      'soon',
      '99999999999',
      'Nov 1994',
      'Sun, 99 Nov 1994 08:49:37 GMT',
    ])
      check(header, null);
  });
});
