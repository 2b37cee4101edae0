import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  extensionId,
  inWorkspace,
  openNote,
  openUntitled,
  quickFixes,
  ruleOf,
  waitFor,
  waitForDiagnostics,
} from './support';

/** An untitled note with the cursor at some place, when the server has looked at it. */
async function openAt(content: string, place: string): Promise<vscode.TextEditor> {
  const editor = await openUntitled(content);
  await waitForDiagnostics(editor.document.uri, 'a finding', (list) => list.length > 0);
  const at = editor.document.positionAt(content.indexOf(place));
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

function waitForText({ document }: vscode.TextEditor, expected: string): Promise<string> {
  return waitFor(
    'the refactored note',
    () => document.getText(),
    (text) => text === expected,
  );
}

describe('refactorings in VS Code', () => {
  afterEach(closeEditors);

  it('mark a paragraph, and a statement as one of another kind, by a command', async () => {
    const editor = await openAt('claim: Debate helps.\n\nJudges\n  win.\n\nclaim: x\n', 'win');
    await vscode.commands.executeCommand('debateNotes.markAsSupport');
    await waitForText(editor, 'claim: Debate helps.\n\n  support: Judges\n    win.\n\nclaim: x\n');
    await vscode.commands.executeCommand('debateNotes.markAsRebuttal');
    await waitForText(editor, 'claim: Debate helps.\n\n  rebuttal: Judges\n    win.\n\nclaim: x\n');
  });

  it('move a reply under its target, and out again', async () => {
    const flat = 'claim #a: x\n\nclaim: y\n\nrebuttal -> #a: z\n';
    const editor = await openAt(flat, 'z');
    await vscode.commands.executeCommand('debateNotes.moveUnderTarget');
    await waitForText(editor, 'claim #a: x\n  rebuttal: z\n\nclaim: y\n\n');
    const at = new vscode.Position(1, 5);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('debateNotes.moveOut');
    await waitForText(editor, 'claim #a: x\nrebuttal -> #a: z\n\nclaim: y\n\n');
  });

  it('work in Markdown files that are included', async () => {
    const uri = inWorkspace('thread.md');
    const settings = vscode.workspace.getConfiguration('debateNotes');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('claim: Debate helps.\n\nNo.\n'));
    await settings.update('include', ['thread.md'], vscode.ConfigurationTarget.Global);
    try {
      const editor = await openNote('thread.md');
      await waitForDiagnostics(uri, 'a finding', (list) => list.length === 1);
      editor.selection = new vscode.Selection(2, 0, 2, 0);
      await vscode.commands.executeCommand('debateNotes.markAsRebuttal');
      await waitForText(editor, 'claim: Debate helps.\n\n  rebuttal: No.\n');
    } finally {
      await closeEditors();
      await settings.update('include', undefined, vscode.ConfigurationTarget.Global);
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('mend a repeated passage by a reference to another note, where the statement is given an id', async () => {
    const passage = 'Nobody pays a judge for having been persuaded by the better speaker';
    const [first, second] = [inWorkspace('paid.debate'), inWorkspace('said.debate')];
    const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await write(first, `claim: ${passage}.\n`);
    await write(second, `As was said: ${passage}.\n`);
    try {
      const editor = await openNote('said.debate');
      const [finding] = await waitForDiagnostics(second, 'a repeat', ([found]) => found !== undefined);
      assert.equal(ruleOf(finding as vscode.Diagnostic), 'duplicate-passage');
      const fixes = await quickFixes(second, (finding as vscode.Diagnostic).range);
      assert.deepEqual(
        fixes.flatMap(({ title, isPreferred }) => (isPreferred ? title : [])),
        ['Put it in quotation marks'],
      );
      const fix = fixes.find(({ title }) => title === "Replace it by '[[paid#nobody-pays-judge]]'");
      assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
      assert.equal(editor.document.getText(), 'As was said: [[paid#nobody-pays-judge]].\n');
      const other = await vscode.workspace.openTextDocument(first);
      assert.equal(other.getText(), `claim #nobody-pays-judge: ${passage}.\n`);
      await waitForDiagnostics(second, 'no finding', (list) => list.length === 0);
    } finally {
      await vscode.workspace.saveAll();
      await closeEditors();
      await vscode.workspace.fs.delete(first);
      await vscode.workspace.fs.delete(second);
    }
  });

  it('have keys that VS Code has for nothing else', async () => {
    const defaults = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(defaults)).getText();
    const bindings = [...text.matchAll(/"key": "(?<key>[^"]*)",\s*"command": "(?<command>[^"]*)"/g)].map(
      ({ groups }) => groups,
    );
    assert.ok(bindings.length > 500, `${bindings.length} keys`);
    const manifest: { key: string; command: string; when: string }[] =
      vscode.extensions.getExtension(extensionId)?.packageJSON.contributes.keybindings;
    const ours = new Set(manifest.map(({ command }) => command));
    for (const { key, command, when } of manifest) {
      const [chord] = key.split(' ');
      // A key that is the first of two must not do anything by itself, and nobody else may have the two.
      const bound = bindings.flatMap((one) => (one && [chord, key].includes(one['key']) ? one['command'] : []));
      assert.ok(bound.includes(command), `${key} is ${command}`);
      // Copying in our own view is what Ctrl+C does everywhere else.
      const others = when.startsWith('focusedView == ') && key.includes('+c') ? [] : bound;
      assert.deepEqual(
        others.filter((other) => !ours.has(other as string)),
        [],
      );
    }
  });
});
