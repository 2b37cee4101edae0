import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DebateNotes } from '../../../client/src/extension';
import type { Row } from '../../../client/src/views/argumentRows';
import { closeEditors, extensionId, waitFor } from './support';

/** What is thrown away is that of the editor that has the focus, and the view may have it. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await closeEditors();
}

/** Runs a command of the argument view. */
export function run(name: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`debateNotes.argument.${name}`, ...args);
}

export async function extension(): Promise<DebateNotes> {
  const found = vscode.extensions.getExtension<DebateNotes>(extensionId);
  assert.ok(found);
  return found.activate();
}

/** The rows as the editor would show them, unfolded: label and description, indented. */
export async function lines(): Promise<string[]> {
  const { argumentTree } = await extension();
  const of = (row: Row | undefined, depth: number): string[] =>
    argumentTree.getChildren(row).flatMap((child) => {
      const { label, description } = argumentTree.getTreeItem(child);
      return [`${'  '.repeat(depth)}${label} | ${description}`, ...of(child, depth + 1)];
    });
  return of(undefined, 0);
}

/** Waits until the rows are as wanted. */
export function tree(what: string, isWanted: (all: string[]) => boolean): Promise<string[]> {
  return waitFor(what, lines, isWanted);
}

export async function selected(what: string, isWanted: (id: string | null | undefined) => boolean): Promise<void> {
  const { argumentView } = await extension();
  await waitFor(what, () => argumentView.selection[0]?.node.id, isWanted);
}

/** The row of a statement, by its words. */
export async function rowOf(words: string): Promise<Row> {
  const { argumentTree } = await extension();
  const found = [...argumentTree.rows.all()].find(({ node }) => node.text === words && node.type === 'statement');
  assert.ok(found, words);
  return found;
}
