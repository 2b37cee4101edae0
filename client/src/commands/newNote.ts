import { commands, type Disposable, window, workspace } from 'vscode';

/** *New Debate Note*: an untitled note, ready for a paste. */
export function registerNewNote(): Disposable {
  return commands.registerCommand('debateNotes.newNote', async () => {
    const note = await workspace.openTextDocument({ language: 'debate' });
    await window.showTextDocument(note);
  });
}
