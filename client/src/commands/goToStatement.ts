import { commands, type Disposable, Selection, window } from 'vscode';
import { type StatementNode, toRange } from '../views/argumentTree';

/** Shows a statement of the argument view in its note. */
export function registerGoToStatement(): Disposable {
  return commands.registerCommand('debateNotes.goToStatement', async ({ note, statement }: StatementNode) => {
    const { start } = toRange(statement.selectionRange);
    const editor = await window.showTextDocument(note, { selection: new Selection(start, start) });
    editor.revealRange(toRange(statement.range));
  });
}
