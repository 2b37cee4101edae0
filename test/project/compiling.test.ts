import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { STANDARD } from '../../server/src/compiling';
import { STANDARD as GROWTH } from '../../server/src/youngObjects';

describe('how much is compiled while the server starts', () => {
  it('is put back to what V8 has by itself', () => {
    const [major = ''] = process.versions.v8.split('.');
    const standard = STANDARD[major];
    // Of later versions nothing is known, and nothing is set.
    if (!standard) return assert.ok(Number(major) > Math.max(...Object.keys(STANDARD).map(Number)));
    const [flag, value] = standard;
    const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    assert.match(known, new RegExp(`default: ${flag}=${value}\\n`));
  });
});

describe('how fast the room for young objects grows once all notes are read', () => {
  it('is what V8 has by itself', () => {
    const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    assert.match(known, new RegExp(`default: --semi-space-growth-factor=${GROWTH}\\n`));
  });
});
