import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type {
  AddedReply,
  ArgumentAnswer,
  ArgumentNodeAnswer,
  ArgumentParams,
  MoveDestination,
  StatementReference,
} from '../../server/src/protocol/messages';
import { modern, type TestClient, until } from '../support/languageClient';
import { at, NOTE, sessions, span } from '../support/sessions';

const TEXT = 'claim #a (Ada): one\n  support: two\n  rebuttal (Bo): three\nquestion: four\n';

function ask(client: TestClient, params: Partial<ArgumentParams> = {}): Promise<ArgumentAnswer> {
  return client.request<ArgumentAnswer>('debateNotes/argument', { textDocument: { uri: NOTE }, ...params });
}

describe('the argument view over the protocol', () => {
  const { start, workspace } = sessions();

  it('is told what is other since the last answer', async () => {
    const client = await start();
    await client.open(NOTE, TEXT);
    const first = await ask(client);
    assert.deepEqual(
      [first.version, first.isWhole, first.nodes.length, first.openPoints, first.count, first.found],
      [1, true, 4, 2, 4, 4],
    );
    await client.edit(NOTE, 2, { range: span(3, 10, 3, 14), text: 'five' });
    const next = await ask(client, { since: first.state });
    assert.deepEqual([next.version, next.isWhole, next.children, next.gone], [2, false, [], []]);
    assert.deepEqual(
      next.nodes.map(({ text, kind, open, replies }) => [text, kind, open, replies]),
      [['five', 'question', 'open-question', undefined]],
    );
  });

  it('is grouped, filtered and sorted by the server', async () => {
    const client = await start();
    await client.open(NOTE, TEXT);
    const texts = async (params: Partial<ArgumentParams>) => {
      const { nodes } = await ask(client, params);
      return nodes.map(({ type, text = '', open = '' }) => `${type} ${text || open}`);
    };
    assert.deepEqual(await texts({ grouping: 'speaker', filter: 'bo' }), ['speaker Bo', 'statement three']);
    assert.deepEqual(await texts({ grouping: 'open' }), [
      'points open-question',
      'statement four',
      'points unanswered-rebuttal',
      'statement three',
    ]);
    const { children } = await ask(client, { sort: 'label' });
    assert.equal(children.length, 2);
  });

  it('leads to places, and back', async () => {
    const client = await start();
    await client.open(NOTE, TEXT);
    await ask(client);
    const key = await client.request<string>('debateNotes/argumentAt', at(NOTE, 2, 5));
    const details = await client.request<ArgumentNodeAnswer>('debateNotes/argumentNode', { key });
    assert.deepEqual(details.selectionRange, span(2, 2, 2, 10));
    assert.match(details.about, /\*\*Rebuttal\*\* by Bo/);
    assert.equal(await client.request('debateNotes/argumentAt', at(NOTE, 9, 0)), null);
    assert.equal(await client.request('debateNotes/argumentNode', { key: 'gone' }), null);
    assert.equal(await client.request('debateNotes/argumentNode', {}), null);
  });

  it('shows all notes of the workspace without one being open', async () => {
    const { uri } = await workspace();
    const client = await start({ capabilities: modern, folders: [uri] });
    const all = () => ask(client, { textDocument: null, scope: 'all' });
    const { version, nodes } = await until('the workspace to be read', all, ({ count }) => count > 0);
    assert.equal(version, null);
    assert.ok(nodes.some(({ type, text }) => type === 'note' && text === 'Does oversight scale?'));
    assert.equal(await client.request('debateNotes/argument', { textDocument: null }), null);
  });

  it('is told when notes have changed that it does not edit', async () => {
    const { uri, file } = await workspace();
    const refreshed = { ...modern, workspace: { ...modern.workspace, codeLens: { refreshSupport: true } } };
    const client = await start({ capabilities: refreshed, folders: [uri] });
    let told = 0;
    client.connection.onNotification('debateNotes/argumentChanged', () => {
      told++;
    });
    const note = file('reply.debate');
    await client.open(NOTE, 'claim: x\n');
    await client.open(note, 'claim #y: y\n');
    await ask(client);
    const before = told;
    await client.edit(NOTE, 2, { range: span(0, 0, 0, 0), text: '\n' });
    await client.edit(note, 2, { range: span(0, 0, 0, 0), text: '\n' });
    await client.open(file('third.debate'), 'rebuttal -> reply#y: z\n');
    await until(
      'a notification',
      () => told,
      (count) => count > before,
    );
  });

  it('adds, names, copies and moves statements', async () => {
    const client = await start({ capabilities: modern });
    await client.open(NOTE, TEXT);
    const place = (line: number) => ({ uri: NOTE, position: { line, character: 0 } });
    assert.deepEqual(await client.request('debateNotes/replies', place(3)), [
      'support',
      'rebuttal',
      'question',
      'answer',
      'concession',
      'cite',
    ]);
    const added = await client.request<AddedReply>('debateNotes/addReply', { place: place(3), kind: 'answer' });
    assert.deepEqual(added.position, { line: 4, character: 10 });
    assert.deepEqual(
      Object.keys(await client.request<object>('debateNotes/addReply', { place: place(3), kind: 'x' })),
      ['refused'],
    );
    const named = await client.request<StatementReference>('debateNotes/reference', place(0));
    assert.deepEqual([named.reference.endsWith('#a'), named.edit], [true, null]);
    const text = await client.request<string>('debateNotes/branchMarkdown', { statements: [place(2)] });
    assert.equal(text, '- **Rebuttal** (Bo): three\n');
    const list = await client.request<MoveDestination[]>('debateNotes/moveDestinations', { uri: NOTE });
    assert.equal(list.length, 5);
    const moved = await client.request<WorkspaceEdit>('debateNotes/moveBranches', {
      statements: [place(1)],
      to: place(3),
    });
    assert.equal(moved.documentChanges?.length, 1);
    const refused = await client.request<object>('debateNotes/moveBranches', { statements: [place(0)], to: place(1) });
    assert.deepEqual(refused, { refused: 'A statement cannot be moved under itself.' });
  });
});
