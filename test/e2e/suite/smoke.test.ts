import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, extensionId, openNote, waitFor } from './support';

describe('the extension in a real VS Code', () => {
  after(closeEditors);

  it('wakes up when a note is opened', async () => {
    const [note] = await vscode.workspace.findFiles('**/*.debate', null, 1);
    assert.ok(note, 'the workspace of the tests holds a note');
    const editor = await openNote(vscode.workspace.asRelativePath(note, false));
    assert.equal(editor.document.languageId, 'debate');
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `VS Code knows ${extensionId}`);
    await waitFor('the extension to be active', () => extension.isActive, Boolean);
    // An extension whose activation failed is active too; this tells the two apart, by the error of that time.
    await extension.activate();
  });
});
