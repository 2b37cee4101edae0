import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

describe('the bundle of the server', () => {
  it('runs all that is ours at once: what is imported on demand has V8 read each of its modules twice', () => {
    const bundle = readFileSync(path.join(__dirname, '..', 'server.js'), 'utf8');
    const waiting = [...bundle.matchAll(/= __esm\(\{\s*"(server\/src\/[^"]+)"/g)].map(([, file]) => file);
    assert.deepEqual(waiting, ['server/src/bibliography/bibtex/citationCore.ts']);
  });
});
