import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, inWorkspace, openNote, openUntitled, quickFixes, waitFor, waitForDiagnostics } from './support';

describe('the linter in VS Code', () => {
  afterEach(closeEditors);

  it('has rules that are as severe as settings say, without a reload', async () => {
    const { document } = await openUntitled('claim: Debate finds lies.\n');
    const settings = vscode.workspace.getConfiguration('debateNotes');
    await waitForDiagnostics(document.uri, 'a finding', (list) => list.length === 1);
    try {
      await settings.update('rules', { 'unsupported-claim': 'error' }, vscode.ConfigurationTarget.Global);
      await waitForDiagnostics(
        document.uri,
        'an error',
        ([found]) => found?.severity === vscode.DiagnosticSeverity.Error,
      );
      await settings.update('rules', { 'unsupported-claim': 'off' }, vscode.ConfigurationTarget.Global);
      await waitForDiagnostics(document.uri, 'nothing', (list) => list.length === 0);
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('is silent about what a directive silences, which a quick fix puts in', async () => {
    const { document } = await openUntitled('claim: Debate finds lies.\n');
    const [finding] = await waitForDiagnostics(document.uri, 'a finding', (list) => list.length === 1);
    const fixes = await quickFixes(document.uri, (finding as vscode.Diagnostic).range);
    const fix = fixes.find(({ title }) => title === "Disable 'unsupported-claim' for this line");
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /^<!-- debate-disable-next-line unsupported-claim -->\nclaim:/);
    await waitForDiagnostics(document.uri, 'no finding', (list) => list.length === 0);
  });

  it('applies the safe fixes on saving, where the editor is told to', async () => {
    const uri = inWorkspace('saved.debate');
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode('<!-- debate-disable-file self-attack -->\nprose\n'),
    );
    const settings = vscode.workspace.getConfiguration('editor');
    const onSave = { 'source.fixAll.debate-notes': 'explicit' };
    await settings.update('codeActionsOnSave', onSave, vscode.ConfigurationTarget.Global);
    try {
      const editor = await openNote('saved.debate');
      await waitForDiagnostics(uri, 'an unused directive', (list) => list.length === 1);
      await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'more\n'));
      await vscode.commands.executeCommand('workbench.action.files.save');
      const saved = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      await waitFor('the saved note', saved, (text) => text === 'prose\nmore\n');
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
      await closeEditors();
      await vscode.workspace.fs.delete(uri);
    }
  });
});
