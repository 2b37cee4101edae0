import assert from 'node:assert/strict';
import { findingsByLine, fixed } from '../../support/rules';

describe('the quick fixes of unsupported-claim', () => {
  it('leave the line that is there when they are used again, and the finding returns when it goes', () => {
    const begun = fixed('unsupported-claim', "Add a 'support:' line", 'claim: x\n').replace('‸', '');
    const removed = fixed('empty-statement', 'Delete the line', begun);
    assert.equal(removed, 'claim: x\n');
    assert.deepEqual(findingsByLine(removed), ['1 unsupported-claim']);
  });
});
