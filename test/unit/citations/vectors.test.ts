import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { identify } from '../../../server/src/citations/identify';
import type { Verdict } from '../../../server/src/citations/reference';

/** Worked cases, one a line: what is typed, and what it refers to (kind `reject` for what must be refused). */
const [, ...rows] = readFileSync('test/fixtures/citation-vectors.tsv', 'utf8').trimEnd().split('\n');

/** A verdict in the columns of the table. */
function columns(verdict: Verdict): string[] {
  if ('reason' in verdict) return ['reject', '', '', '', ''];
  const { kind, id, version, url, pdf } = verdict.reference;
  return [kind, id, version ?? '', url ?? '', pdf ?? ''];
}

describe('worked citations', () => {
  for (const row of rows) {
    const [input = '', ...rest] = row.split('\t');
    const note = rest.pop();
    it(`${note}: ${input}`, () => assert.deepEqual(identify(input).map(columns), [rest]));
  }
});
