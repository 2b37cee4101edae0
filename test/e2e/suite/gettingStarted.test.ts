import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DebateNotes } from '../../../client/src/extension';
import { closeEditors, extensionId, openNote, openUntitled, waitFor, waitForDiagnostics } from './support';

describe('getting started in VS Code', () => {
  afterEach(closeEditors);

  it('begins with a template that has nothing to say yet but is no fault', async () => {
    await vscode.commands.executeCommand('debateNotes.newNoteFromTemplate');
    const document = vscode.window.activeTextEditor?.document as vscode.TextDocument;
    assert.equal(document.languageId, 'debate');
    assert.match(document.getText(), /^---\ntitle: What is debated\n---\n\nclaim #main \(Speaker\): /);
    await symbols(document.uri, 1);
    const errors = vscode.languages.getDiagnostics(document.uri).filter(({ severity }) => severity === 0);
    assert.deepEqual(errors, []);
  });

  it('opens a sample debate, as a note that nothing has written to the disk', async () => {
    await vscode.commands.executeCommand('debateNotes.openSample');
    const { document } = vscode.window.activeTextEditor as vscode.TextEditor;
    assert.ok(document.isUntitled);
    assert.equal(document.languageId, 'debate');
    await symbols(document.uri, 1);
  });

  it('opens the walkthrough', async () => {
    await vscode.commands.executeCommand('debateNotes.openWalkthrough');
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await waitFor('its tab', labels, (list) =>
      list.some((label) => /Get(ting)? Started|Welcome|Walkthrough/.test(label)),
    );
  });

  it('counts the open points of the note in the status bar', async () => {
    const { statusBar } = await activated();
    const { document, edit } = await openUntitled('claim (Ada): x\n\nquestion (Ben): Why?\n');
    await waitFor(
      'two',
      () => statusBar.item.text,
      (text) => text.endsWith('2 open points'),
    );
    assert.ok(await edit((builder) => builder.insert(new vscode.Position(1, 0), '  support: y\n')));
    await waitFor(
      'one',
      () => statusBar.item.text,
      (text) => text.endsWith('1 open point'),
    );
    await waitForDiagnostics(document.uri, 'no warning', (list) => list.length === 0);
  });

  it('activates within the budget', async () => {
    const { activationTime } = await activated();
    console.log(`test|     activation: ${activationTime.toFixed(1)} ms`);
    // Usually six to twenty; the promise is that nobody waits for it.
    assert.ok(activationTime > 0 && activationTime <= 60, `${activationTime} ms`);
  });
});

describe('the Markdown preview of a note', () => {
  afterEach(closeEditors);

  it('shows statements as a tree, with kinds and what stands', async () => {
    const text = 'claim #a (Ada): x\n  rebuttal (Ben): y <b>\n    more words\n\nprose\n';
    const { document } = await openUntitled(text);
    await symbols(document.uri, 1);
    const render = () => vscode.commands.executeCommand<string>('markdown.api.render', document);
    const html = await waitFor('the tree', render, (shown) => shown.includes('debate-rebutted'));
    assert.match(html, /<li[^>]*>\s*(?:<p[^>]*>)?<span class="debate-kind debate-claim">Claim<\/span>/);
    assert.match(
      html,
      /<span class="debate-speaker">Ben<\/span> <span class="debate-label debate-stands">stands<\/span> y/,
    );
    assert.ok(!html.includes('claim #a'), html);
  });

  it('is one click away, and leaves other Markdown files alone', async () => {
    await openNote('pasted.debate.md');
    await vscode.commands.executeCommand('debateNotes.openPreview');
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await waitFor('its tab', labels, (list) => list.some((label) => label.includes('Preview')));
    const plain = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'claim: x' });
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', plain);
    assert.ok(html.includes('claim: x'), html);
  });
});

async function activated(): Promise<DebateNotes> {
  const extension = vscode.extensions.getExtension<DebateNotes>(extensionId);
  assert.ok(extension);
  return extension.activate();
}

function symbols(uri: vscode.Uri, atLeast: number) {
  return waitFor(
    'symbols',
    () => vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri),
    (list) => list?.length >= atLeast,
  );
}
