import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The identifier of the extension under test: publisher and name of its manifest. */
export const extensionId = 'debate-notes.debate-notes';

/** Milliseconds to wait for something that VS Code or the server does in the background. */
const patience = 20_000;

// In a browser VS Code saves by itself after a second, and what is saved cannot be thrown away by closing it.
before(() => vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global));

/** The address of a file in the workspace; VS Code decides on the scheme. */
export function inWorkspace(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests run with a folder open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a note of the workspace in an editor. */
export async function openNote(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(name));
  return vscode.window.showTextDocument(document);
}

/** Opens an untitled note that holds a text. */
export async function openUntitled(content: string): Promise<vscode.TextEditor> {
  // One that was closed a moment ago may still be on its way out, and is then given out for the new one of its name.
  const document = await waitFor(
    'a new untitled document',
    () => vscode.workspace.openTextDocument({ language: 'debate', content }),
    (opened) => opened.getText() === content,
  );
  return vscode.window.showTextDocument(document);
}

/** Closes all editors, changes thrown away. */
export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert').then(undefined, () => undefined);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Asks until the answer is as wanted, and returns it. The failure names what was awaited and shows the last answer.
 * @param what ends the sentence "Waited … for"
 */
export async function waitFor<T>(
  what: string,
  ask: () => T | PromiseLike<T>,
  isWanted: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > deadline) {
      assert.fail(`Waited ${patience / 1000} s for ${what}; the last answer was ${JSON.stringify(answer, null, 2)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until the errors and warnings of a document are as wanted, and returns them. */
export function waitForDiagnostics(
  uri: vscode.Uri,
  what: string,
  isWanted: (diagnostics: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const problems = () =>
    vscode.languages.getDiagnostics(uri).filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
  return waitFor(`${what} in ${uri.path}`, problems, isWanted);
}

/** The rule that a diagnostic comes from, whichever of its two forms the code has. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

export function quickFixes(uri: vscode.Uri, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, 'quickfix');
}
