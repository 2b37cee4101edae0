import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DebateNotes } from '../../../client/src/extension';
import { closeEditors, extensionId, openUntitled, ruleOf, waitFor, waitForDiagnostics } from './support';

const TEXT = 'claim (Ada): Debate finds lies.\n';

describe('a language server that ends', () => {
  afterEach(async () => {
    await closeEditors();
    // What comes next has no server else.
    if ((await activated()).serverState() !== 'running')
      await vscode.commands.executeCommand('debateNotes.restartServer');
  });

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
    const found = await waitForDiagnostics(
      document.uri,
      'two findings of one rule',
      (list) => list.length === 2 && list.every((finding) => ruleOf(finding) === 'unsupported-claim'),
    );
    assert.deepEqual(found.map(({ range }) => range.start.line).sort(), [0, 1]);
    following.dispose();
  });

  it('while it starts is started again, too', async () => {
    const notes = await activated();
    const { document, edit } = await openUntitled(TEXT);
    await vscode.commands.executeCommand('debateNotes.restartServer');
    const states: string[] = [];
    let ends = 0;
    const following = notes.onDidChangeServerState((state) => states.push(state));
    const ending = setInterval(() => {
      if (notes.serverState() !== 'starting' || ends === 2 || !notes.endServer()) return;
      ends++;
    }, 1);
    await vscode.commands.executeCommand('debateNotes.restartServer');
    clearInterval(ending);
    following.dispose();
    assert.ok(ends > 0, 'it was ended while it started');
    assert.deepEqual(states, ['starting', 'running'], 'nobody is told that it has stopped');
    assert.ok(await edit((builder) => builder.insert(new vscode.Position(1, 0), 'claim: So am I.\n')));
    await waitForDiagnostics(document.uri, 'two findings', (list) => list.length === 2);
  });

  it('again and again stays ended, until somebody wants it back', async () => {
    const notes = await activated();
    const { document, edit } = await openUntitled(TEXT);
    await vscode.commands.executeCommand('debateNotes.restartServer');
    // A view without rows says it in their place.
    await waitFor(
      'rows',
      () => notes.argumentTree.rows.roots.length,
      (count) => count > 0,
    );
    for (let ends = 1; ends <= 5; ends++) {
      await waitFor(
        'the server',
        () => notes.serverState(),
        (state) => state === 'running',
      );
      // It may run again before anybody looks.
      const ended = new Promise<void>((resolve) => {
        const following = notes.onDidChangeServerState(() => {
          following.dispose();
          resolve();
        });
      });
      const typed = edit((builder) => builder.insert(new vscode.Position(ends, 0), `claim: ${ends}\n`));
      assert.ok(notes.endServer());
      assert.ok(await typed);
      await ended;
    }
    await waitFor(
      'the last end',
      () => notes.serverState(),
      (state) => state === 'stopped',
    );
    assert.match(notes.statusBar.item.text, /Stopped$/);
    assert.equal(notes.statusBar.item.command, 'debateNotes.restartServer');
    assert.equal(notes.argumentView.told.message, 'The language server is not running.');
    assert.equal(document.getText(), `${TEXT}claim: 1\nclaim: 2\nclaim: 3\nclaim: 4\nclaim: 5\n`);
    await vscode.commands.executeCommand('debateNotes.restartServer');
    assert.equal(notes.serverState(), 'running');
    await waitForDiagnostics(document.uri, 'six findings', (list) => list.length === 6);
    await waitFor(
      'their number',
      () => notes.statusBar.item.text,
      (text) => text.endsWith('6 open points'),
    );
  });

  it('is started again by a command, and the view says that it waits', async () => {
    const notes = await activated();
    const { document } = await openUntitled(TEXT);
    await waitForDiagnostics(document.uri, 'a finding', (list) => list.length === 1);
    // With nothing to show there is nothing that waits.
    await waitFor(
      'rows',
      () => notes.argumentTree.rows.roots.length,
      (count) => count > 0,
    );
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
