import assert from 'node:assert/strict';
import { Progress } from '../../../server/src/cli/progress';
import { inFolder } from '../../support/folders';
import { recordingTerminal, run } from '../../support/terminal';

const BOTH = { out: true, err: true };

/** A clock that goes on by some milliseconds whenever somebody looks at it. */
function clock(step: number): () => number {
  let now = 0;
  return () => (now += step);
}

describe('a line of progress', () => {
  it('is shown on runs that take longer than a second, ten times a second, and taken back', () => {
    let now = 0;
    const terminal = recordingTerminal('', { isTerminal: BOTH, now: () => now, columns: 8 });
    const progress = new Progress(terminal);
    for (; now <= 1200; now += 50) progress.tell(() => `at ${now} of many`);
    assert.equal(terminal.written.err, '\r\x1b[2Kat 1000\r\x1b[2Kat 1100\r\x1b[2Kat 1200');
    progress.erase();
    progress.erase();
    assert.ok(terminal.written.err.endsWith('at 1200\r\x1b[2K'));
  });

  it('spells out control characters', () => {
    const terminal = recordingTerminal('', { isTerminal: BOTH, now: clock(2000) });
    new Progress(terminal).tell(() => 'a\x1bb');
    assert.equal(terminal.written.err, '\r\x1b[2Ka\\x1bb');
  });

  it('is gone before anything else is printed', async () => {
    await inFolder({ 'a.debate': 'claim: x', 'b.debate': '' }, async (folder) => {
      const { err } = await run(['check', folder, `${folder}/none`], '', { isTerminal: BOTH, now: clock(2000) });
      const shown = err.split('\r\x1b[2K');
      assert.deepEqual(shown.slice(0, 3), ['', '1 note read', '2 notes read']);
      assert.equal(shown[3], `debate-notes: Cannot read ${folder}/none: there is no such file or folder.\n`);
      assert.match(shown[4] ?? '', /^0 of 2 notes checked: .*a\.debate$/);
      assert.equal(shown.at(-1), '');
    });
  });

  it('is not for pipes, nor for short runs', async () => {
    await inFolder({ 'a.debate': '' }, async (folder) => {
      assert.equal((await run(['check', folder], '', { now: clock(2000) })).err, '');
      assert.equal((await run(['check', folder], '', { isTerminal: BOTH, now: clock(10) })).err, '');
    });
  });
});
