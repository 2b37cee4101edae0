import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, inWorkspace, openNote, ruleOf, waitFor, waitForDiagnostics } from './support';

const CONFIG = '.debatenotes.json';
const BASELINE = '.debatenotes-baseline.json';

async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

describe('configuration files in VS Code', () => {
  afterEach(async () => {
    await closeEditors();
    for (const name of [CONFIG, BASELINE, 'configured.debate'])
      await vscode.workspace.fs.delete(inWorkspace(name)).then(undefined, () => undefined);
  });

  it('take effect without a reload, and are told what is wrong in them', async () => {
    const note = await write('configured.debate', 'claim: Debate finds lies.\n');
    await openNote('configured.debate');
    await waitForDiagnostics(note, 'a warning', ([found]) => found?.severity === vscode.DiagnosticSeverity.Warning);
    const config = await write(CONFIG, '{ "rules": { "unsupported-claim": "error" } }');
    await waitForDiagnostics(note, 'an error', ([found]) => found?.severity === vscode.DiagnosticSeverity.Error);
    await write(CONFIG, '{ "rules": { "unsupported-claim": "off", "nonsense": "off" } }');
    await waitForDiagnostics(note, 'nothing', (list) => list.length === 0);
    const faults = () => vscode.languages.getDiagnostics(config).filter(({ source }) => source === 'debate-notes');
    const [fault] = await waitFor('the fault', faults, (list) => list.length === 1);
    assert.equal(fault?.message, "There is no rule 'nonsense'.");
    await vscode.workspace.fs.delete(config);
    await waitForDiagnostics(note, 'the default', ([found]) => found?.severity === vscode.DiagnosticSeverity.Warning);
    await waitFor('the fault to go', faults, (list) => list.length === 0);
  });

  it('complete the names of the rules', async () => {
    const config = await write(CONFIG, '{ "rules": { "" } }');
    const document = await vscode.workspace.openTextDocument(config);
    assert.equal(document.languageId, 'jsonc', 'comments are no faults');
    const names = async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        config,
        new vscode.Position(0, 14),
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    await waitFor('the rules', names, (labels) => labels.some((label) => label.includes('unsupported-claim')));
  });

  it('may be a baseline, which makes hints of what it has', async () => {
    const text = 'claim: Debate finds lies.\n';
    const note = await write('configured.debate', text);
    await openNote('configured.debate');
    const found = () =>
      vscode.languages.getDiagnostics(note).filter((diagnostic) => ruleOf(diagnostic) === 'unsupported-claim');
    await waitFor('a warning', found, ([one]) => one?.severity === vscode.DiagnosticSeverity.Warning);
    const notes = { 'configured.debate': { 'unsupported-claim': [FINGERPRINT] } };
    await write(BASELINE, JSON.stringify({ version: 1, notes }));
    await waitFor('a hint', found, ([one]) => one?.severity === vscode.DiagnosticSeverity.Hint);
  });
});

/** Of the finding that nobody gives a reason for “Debate finds lies.”: baselines are kept, so it must never change. */
const FINGERPRINT = '28c65944876cc641';
