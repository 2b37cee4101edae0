import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CAPABLE, REFERRING } from '../../support/capableNote';
import { COMMANDS } from './capabilityCommands';
import { closeEditors, inWorkspace, openNote, waitFor } from './support';

const NOTES = { 'capable.debate': CAPABLE, 'referring.debate': REFERRING };

/** Settings without which some of it is not shown. */
const SETTINGS = { 'debateNotes.inlayHints.labels': 'all', 'editor.linkedEditing': true };

describe('everything that the server announces', () => {
  const setAll = async (settings: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(settings))
      await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
  };

  before(async () => {
    for (const [name, text] of Object.entries(NOTES))
      await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
    await setAll(SETTINGS);
  });

  after(async () => {
    await setAll(Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, undefined])));
    for (const name of Object.keys(NOTES)) {
      // VS Code keeps documents for minutes after their files are gone: one that says nothing is in no test's way.
      const { document, edit } = await openNote(name);
      const { end } = document.lineAt(document.lineCount - 1).range;
      await edit((all) => all.delete(new vscode.Range(new vscode.Position(0, 0), end)));
      await document.save();
      await closeEditors();
      await vscode.workspace.fs.delete(inWorkspace(name));
    }
  });

  afterEach(async () => {
    await vscode.workspace.saveAll();
    await closeEditors();
  });

  for (const [method, { ask, shows }] of Object.entries(COMMANDS)) {
    it(`is asked for by VS Code: ${method}`, async () => {
      const editor = await openNote('capable.debate');
      assert.equal(editor.document.getText(), CAPABLE);
      const asked = { vscode, editor, other: inWorkspace('referring.debate') };
      // What cannot be answered yet is refused, or empty.
      const answered = async () => written(await Promise.resolve(ask(asked)).catch(String));
      await waitFor(`an answer that has ${shows}`, answered, (answer) => shows.test(answer));
    });
  }
});

/** As JSON; Markdown keeps its text out of that otherwise. */
function written(answer: unknown): string {
  const plain = (_: string, value: unknown) =>
    value instanceof vscode.MarkdownString ? { markdown: value.value } : value;
  return JSON.stringify(answer, plain) ?? '';
}
