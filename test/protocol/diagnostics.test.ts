import assert from 'node:assert/strict';
import { until } from '../support/languageClient';
import { CLAIM, NOTE, sessions, span } from '../support/sessions';

describe('diagnostics over the protocol', () => {
  const { start } = sessions();

  it('answers a pull with findings, and with "unchanged" while they are the same', async () => {
    const client = await start();
    await client.open(NOTE, CLAIM);
    const first = await client.pull(NOTE);
    assert.equal(first.kind, 'full');
    assert.deepEqual(
      first.items.map(({ code, source, range }) => ({ code, source, range })),
      [{ code: 'unsupported-claim', source: 'debate-notes', range: span(0, 0, 0, 5) }],
    );
    assert.deepEqual(await client.pull(NOTE, first.resultId), { kind: 'unchanged', resultId: first.resultId });

    // An edit that leaves the findings alone, one that moves them, one that clears them.
    await client.edit(NOTE, 2, { range: span(1, 0, 1, 3), text: 'Look at' });
    assert.equal((await client.pull(NOTE, first.resultId)).kind, 'unchanged');
    await client.edit(NOTE, 3, { range: span(0, 0, 0, 0), text: '\n' });
    const moved = await client.pull(NOTE, first.resultId);
    assert.ok(moved.kind === 'full' && moved.items[0]?.range.start.line === 1);
    await client.edit(NOTE, 4, { range: span(1, 29, 1, 29), text: '\n  support: Other judges were.' });
    assert.deepEqual(await client.diagnostics(NOTE), []);
  });

  it('answers "unchanged" after settings that no rule depends on have changed', async () => {
    const client = await start({ capabilities: { textDocument: { diagnostic: {} } } });
    const configure = (settings: unknown) =>
      client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await client.open(NOTE, CLAIM);
    const { resultId } = await client.pull(NOTE);
    await configure({ codeLens: false, inlayHints: { labels: 'all' } });
    assert.deepEqual(await client.pull(NOTE, resultId), { kind: 'unchanged', resultId });
    await configure({ codeLens: false, rules: { 'unsupported-claim': 'error' } });
    const [other] = await client.diagnostics(NOTE);
    assert.equal(other?.severity, 1);
  });

  it('pushes to a client that cannot pull, and takes back what it pushed when the note is closed', async () => {
    const client = await start({ capabilities: {} });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open(NOTE, CLAIM, 7);
    const pushed = await until(
      'a push',
      () => client.pushed.get(NOTE),
      (push) => push?.diagnostics.length === 1,
    );
    assert.equal(pushed?.version, 7);
    await client.edit(NOTE, 8, { range: span(0, 0, 0, 5), text: 'Verdict:' });
    await until(
      'an empty push',
      () => client.pushed.get(NOTE),
      (push) => push?.version === 8 && push.diagnostics.length === 0,
    );
    await client.edit(NOTE, 9, { range: span(0, 0, 0, 8), text: 'claim' });
    await until(
      'a third push',
      () => client.pushed.get(NOTE),
      (push) => push?.diagnostics.length === 1,
    );
    await client.close(NOTE);
    await until(
      'the push on closing',
      () => client.pushed.get(NOTE),
      (push) => push?.diagnostics.length === 0,
    );
  });

  it('goes on where a client refuses to ask again', async () => {
    const refuse = () => {
      throw new Error('not now');
    };
    const workspace = { diagnostics: { refreshSupport: true }, semanticTokens: { refreshSupport: true } };
    const client = await start({
      capabilities: {
        workspace: { ...workspace, codeLens: { refreshSupport: true } },
        textDocument: { diagnostic: {} },
      },
      answers: {
        'workspace/diagnostic/refresh': refuse,
        'workspace/semanticTokens/refresh': refuse,
        'workspace/codeLens/refresh': refuse,
      },
    });
    await client.open(NOTE, CLAIM);
    await until(
      'the server to ask',
      () => client.asked.length,
      (count) => count >= 3,
    );
    assert.equal((await client.diagnostics(NOTE)).length, 1);
  });
});
