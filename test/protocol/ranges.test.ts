import assert from 'node:assert/strict';
import type { FoldingRange, SelectionRange, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-types';
import { modern, until } from '../support/languageClient';
import { at, NOTE, sessions, span } from '../support/sessions';

const textDocument = { uri: NOTE };

describe('ranges and tokens over the protocol', () => {
  const { start } = sessions();

  it('folds no more than the client takes', async () => {
    const client = await start({ capabilities: { ...modern, textDocument: { foldingRange: { rangeLimit: 1 } } } });
    await client.open(NOTE, '# One\nclaim: A\n  rebuttal: B\n');
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    assert.deepEqual(folds, [{ startLine: 0, endLine: 2, kind: 'region' }]);
  });

  it('expands every selection', async () => {
    const client = await start();
    await client.open(NOTE, 'claim: A B\n');
    const [first, second] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [span(0, 9, 0, 9).start, span(1, 0, 1, 0).start],
    });
    assert.deepEqual(first?.range, span(0, 9, 0, 10));
    assert.deepEqual(first?.parent?.range, span(0, 7, 0, 10));
    assert.deepEqual(second, { range: span(0, 0, 1, 0) });
  });

  it('sends tokens whole, of a range, and as what has changed', async () => {
    const client = await start();
    const ask = <T>(what: string, more: object = {}) =>
      client.request<T>(`textDocument/semanticTokens/${what}`, { textDocument, ...more });
    const { legend } = client.initialized.capabilities.semanticTokensProvider ?? assert.fail();
    const bit = (name: string) => 1 << legend.tokenModifiers.indexOf(name);
    await client.open(NOTE, 'claim: A\nrebuttal: B\n');
    const whole = await ask<SemanticTokens>('full');
    assert.deepEqual(whole.data, [0, 0, 5, 0, bit('claim') | bit('rebutted'), 1, 0, 8, 0, bit('rebuttal')]);
    const second = await ask<SemanticTokens>('range', { range: span(1, 0, 2, 0) });
    assert.deepEqual(second, { data: [1, 0, 8, 0, bit('rebuttal')] });

    await client.edit(NOTE, 2, { range: span(1, 0, 1, 8), text: 'support' });
    const changed = await ask<SemanticTokensDelta>('full/delta', { previousResultId: whole.resultId });
    assert.deepEqual(changed.edits, [
      { start: 0, deleteCount: 10, data: [0, 0, 5, 0, bit('claim'), 1, 0, 7, 0, bit('support')] },
    ]);
    const same = await ask<SemanticTokensDelta>('full/delta', { previousResultId: changed.resultId });
    assert.deepEqual(same.edits, []);
    const old = await ask<SemanticTokens>('full/delta', { previousResultId: whole.resultId });
    assert.equal(old.data.length, 10);
  });

  it('has tokens asked for again where an edit of another note changes what stands', async () => {
    const workspace = { ...modern.workspace, semanticTokens: { refreshSupport: true } };
    const client = await start({ capabilities: { ...modern, workspace } });
    const refreshes = () => client.asked.filter((method) => method === 'workspace/semanticTokens/refresh').length;
    await until('the refresh after the start', refreshes, (count) => count === 1);
    const [theirs, ours] = ['file:///debate/theirs.debate', 'file:///debate/ours.debate'];
    await client.open(theirs, 'claim #a: A\n');
    await client.open(ours, 'rebuttal -> theirs#a: B\n');
    const ask = async () =>
      (await client.request<SemanticTokens>('textDocument/semanticTokens/full', at(theirs, 0, 0))).data;
    const rebutted = await ask();
    await client.edit(ours, 2, { range: span(0, 22, 0, 23), text: 'C' });
    await client.edit(ours, 3, { range: span(0, 0, 0, 8), text: 'support' });
    await until('the refresh after the edits', refreshes, (count) => count === 2);
    assert.notDeepEqual(await ask(), rebutted);
  });

  it('forgets what it sent of a note that was closed', async () => {
    const client = await start();
    await client.open(NOTE, 'claim: A');
    const before = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    await client.close(NOTE);
    await client.open(NOTE, 'claim: A');
    const after = await client.request<SemanticTokens>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: before.resultId,
    });
    assert.deepEqual(after.data, before.data);
  });

  it('answers for notes it does not know with nothing', async () => {
    const client = await start();
    assert.deepEqual(await client.request('textDocument/foldingRange', { textDocument }), []);
    const positions = [span(0, 0, 0, 0).start];
    assert.deepEqual(await client.request('textDocument/selectionRange', { textDocument, positions }), []);
    const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    assert.deepEqual(tokens.data, []);
  });
});
