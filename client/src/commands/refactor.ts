import { type CodeAction, commands, Disposable, l10n, window, workspace } from 'vscode';
import { REFACTORING_COMMANDS } from './refactorings';

/** The refactorings as commands, for the palette, the menu of the editor and keys. Where one does not fit, it is said. */
export function registerRefactorings(): Disposable {
  const registered = Object.entries(REFACTORING_COMMANDS).map(([command, kind]) =>
    commands.registerCommand(command, () => refactor(kind)),
  );
  return Disposable.from(...registered);
}

/**
 * Applies the first code action of a kind at the cursor. `editor.action.codeAction` would be given up whenever the light
 * bulb asks in the meantime, as it does shortly after the cursor has moved or diagnostics have changed.
 */
async function refactor(kind: string): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const { version } = document;
  const ask = 'vscode.executeCodeActionProvider';
  const actions = await commands.executeCommand<CodeAction[]>(ask, document.uri, selection, kind);
  // What was worked out for another text would land in the wrong place.
  if (document.version !== version) return;
  const edit = actions.find((action) => action.edit)?.edit;
  if (edit) await workspace.applyEdit(edit);
  else void window.showInformationMessage(l10n.t('There is nothing here that this fits.'));
}
