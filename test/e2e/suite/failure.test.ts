import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DebateNotes } from '../../../client/src/extension';
import { closeEditors, extensionId, openUntitled, ruleOf, waitFor, waitForDiagnostics } from './support';

const TEXT = 'claim (Ada): Debate finds lies.\n';

describe('a language server that ends', () => {
  afterEach(closeEditors);

  it('is started again, and nothing that was typed is lost', async () => {
    const notes = await activated();
    const { document, edit } = await openUntitled(TEXT);
    await waitForDiagnostics(document.uri, 'a finding', (list) => list.length === 1);
    const states: string[] = [];
    const following = notes.onDidChangeServerState((state) => states.push(state));
    const end = new vscode.Position(1, 0);
    const typed = edit((builder) => builder.insert(end, 'claim (Ben): '));
    notes.endServer();
    await typed;
    await waitFor(
      'the end',
      () => states,
      (seen) => seen.length > 0,
    );
    assert.ok(await edit((builder) => builder.insert(document.lineAt(1).range.end, 'And says so.\n')));
    await waitFor(
      'the server',
      () => notes.serverState(),
      (state) => state === 'running',
    );
    assert.ok(states.includes('starting'), states.join());
    assert.equal(document.getText(), `${TEXT}claim (Ben): And says so.\n`);
    const found = await waitForDiagnostics(document.uri, 'two findings', (list) => list.length === 2);
    assert.deepEqual(found.map(ruleOf), ['unsupported-claim', 'unsupported-claim']);
    assert.deepEqual(found.map(({ range }) => range.start.line).sort(), [0, 1]);
    following.dispose();
  });

  it('is started again by a command, and the view says that it waits', async () => {
    const notes = await activated();
    const { document } = await openUntitled(TEXT);
    await waitForDiagnostics(document.uri, 'a finding', (list) => list.length === 1);
    const messages: unknown[] = [];
    const following = notes.onDidChangeServerState(() => messages.push(notes.argumentView.told.message));
    await vscode.commands.executeCommand('debateNotes.restartServer');
    assert.equal(notes.serverState(), 'running');
    await waitForDiagnostics(document.uri, 'a finding', (list) => list.length === 1);
    assert.ok(messages.includes('Waiting for the language server…'), JSON.stringify(messages));
    await waitFor(
      'rows',
      () => notes.argumentView.told.message ?? '',
      (message) => message === '',
    );
    following.dispose();
  });
});

async function activated(): Promise<DebateNotes> {
  const extension = vscode.extensions.getExtension<DebateNotes>(extensionId);
  assert.ok(extension);
  return extension.activate();
}
