import assert from 'node:assert/strict';
import { pauseAfter } from '../../../server/src/protocol/workspaceDiagnostics';

describe('the pause before all notes are checked again', () => {
  it('is half a second, and longer where a check takes long', () => {
    assert.equal(pauseAfter(0), 500);
    assert.equal(pauseAfter(100), 500);
    assert.equal(pauseAfter(2000), 8000);
  });
});
