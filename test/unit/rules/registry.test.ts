import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../../../server/src/rules/registry';

describe('the registry of rules', () => {
  it('holds every rule, each in a file of its name', () => {
    const files = readdirSync(path.join('server', 'src', 'rules')).map((file) => path.basename(file, '.ts'));
    const rules = files.filter((file) => file !== 'rule' && file !== 'registry');
    assert.deepEqual(RULES.map(({ meta }) => meta.id).sort(), rules.sort());
  });

  it('describes every rule in a sentence', () => {
    for (const { meta } of RULES) assert.match(meta.description, /^[A-Z].*\.$/);
  });
});
