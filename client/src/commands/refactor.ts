import { commands, Disposable } from 'vscode';
import { REFACTORING_COMMANDS } from './refactorings';

/** The refactorings as commands, for the palette, the menu of the editor and keys. Where one does not fit, VS Code says so. */
export function registerRefactorings(): Disposable {
  const registered = Object.entries(REFACTORING_COMMANDS).map(([command, kind]) =>
    commands.registerCommand(command, () =>
      commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' }),
    ),
  );
  return Disposable.from(...registered);
}
