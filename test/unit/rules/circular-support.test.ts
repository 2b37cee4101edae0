import { strict as assert } from 'node:assert';
import { findingsOf } from '../../support/rules';

describe('circular-support', () => {
  it('takes ten thousand in one ring', () => {
    const size = 10_000;
    const ring = Array.from({ length: size }, (_, i) => `support #s${i} -> #s${(i + 1) % size}: x`).join('\n');
    const [finding, ...others] = findingsOf('circular-support', ring);
    assert.deepEqual([finding?.related.length, others.length], [10, 0]);
  });
});
