import { type Range, Selection, TabInputWebview, type TextEditor, type Uri, ViewColumn, window } from 'vscode';

/**
 * Shows a place of a note, with the cursor at the start of a range: in the editor that shows the note, or else where
 * editors open, but never over a map.
 * @param whole what is brought in sight as far as it fits
 */
export async function showPlace(note: Uri, { start }: Range, whole: Range): Promise<TextEditor> {
  const name = note.toString();
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === name);
  const isOnPage = window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview;
  const viewColumn = shown?.viewColumn ?? (isOnPage ? ViewColumn.One : ViewColumn.Active);
  const editor = await window.showTextDocument(note, { selection: new Selection(start, start), viewColumn });
  editor.revealRange(whole);
  return editor;
}
