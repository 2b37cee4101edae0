import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openUntitled, quickFixes, waitForDiagnostics } from './support';

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
    const fix = fixes.find(({ title }) => title === 'Disable `unsupported-claim` for this line');
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /^<!-- debate-disable-next-line unsupported-claim -->\nclaim:/);
    await waitForDiagnostics(document.uri, 'no finding', (list) => list.length === 0);
  });
});
