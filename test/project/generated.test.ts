import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { RULES } from '../../server/src/rules/registry';
import { generated } from '../generate/generated';
import { settings } from '../support/manifest';

describe('what `npm run generate` writes', () => {
  for (const { file, text } of generated()) {
    it(`stands in ${file}`, () => assert.equal(readFileSync(file, 'utf8'), text, 'run `npm run generate`'));
  }

  it('has a setting for every rule', () => {
    assert.deepEqual(
      Object.keys(settings()['debateNotes.rules']?.properties ?? {}),
      RULES.map(({ meta }) => meta.id),
    );
  });
});
