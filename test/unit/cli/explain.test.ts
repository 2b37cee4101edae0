import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { RULES } from '../../../server/src/service';
import { run } from '../../support/terminal';

describe('debate-notes explain', () => {
  it('prints the page of every rule', async () => {
    for (const { meta } of RULES) {
      const page = readFileSync(`docs/rules/${meta.id}.md`, 'utf8');
      assert.deepEqual(await run(['explain', meta.id]), { exitCode: 0, out: page, err: '' });
      assert.equal((await run(['explain', meta.id, '--format', 'markdown', '--color'])).out, page);
      const { out } = await run(['explain', meta.id, '--format', 'json']);
      const { id, severity, description, tags, options = {} } = meta;
      assert.deepEqual(JSON.parse(out), { id, severity, description, tags, options, page });
    }
  });

  it('sets headings off on a terminal', async () => {
    const { out } = await run(['explain', 'own-side'], '', { isTerminal: { out: true, err: true } });
    assert.ok(out.includes('\x1b[4m# `own-side`'));
    assert.ok(out.includes('\x1b[1m**Fires on**'));
    assert.equal(stripVTControlCharacters(out), readFileSync('docs/rules/own-side.md', 'utf8'));
  });

  it('offers rules with names like one that there is not', async () => {
    for (const [slip, offer] of [
      ['opn-question', /There is no rule opn-question\. Did you mean open-question\?/],
      ['Own-Side', /Did you mean own-side\?/],
      ['duplicate', /Did you mean duplicate-passage or duplicate-id\?/],
      ['nothing-like-it', /There is no rule nothing-like-it\. `debate-notes rules` lists them\./],
    ] as const) {
      const { exitCode, out, err } = await run(['explain', slip]);
      assert.deepEqual([exitCode, out], [2, '']);
      assert.match(err, offer);
    }
    assert.match((await run(['check', '.', '--rule', 'own-sid=off'])).err, /Did you mean own-side\?/);
  });
});

describe('debate-notes rules', () => {
  it('lists every rule, with what it is about', async () => {
    const { exitCode, out } = await run(['rules']);
    assert.equal(exitCode, 0);
    assert.match(out, /^unsupported-claim +warning +argument +A claim or an answer has neither/);
    assert.equal(out.trim().split('\n').length, RULES.length);
  });

  it('has everything for scripts, the options too', async () => {
    const listed = JSON.parse((await run(['rules', '--format', 'json'])).out);
    assert.deepEqual(
      listed,
      RULES.map(({ meta: { id, severity, description, tags, options = {} } }) => ({
        id,
        severity,
        description,
        tags,
        options,
      })),
    );
  });
});
