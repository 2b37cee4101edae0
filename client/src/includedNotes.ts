import { commands, Disposable, type TextDocument, workspace } from 'vscode';
import { isNote, onDidChangeNoteSelector } from './noteSelector';

/**
 * Tells VS Code which open Markdown files are notes, as `debateNotes.includedNotes`: what is offered in notes only asks
 * `editorLangId == debate || resource in debateNotes.includedNotes`, of the very editor that it is asked in.
 */
export function followIncludedNotes(): Disposable {
  const tell = () => {
    const included = workspace.textDocuments.filter(
      (document) => document.languageId === 'markdown' && isNote(document),
    );
    const resources = included.map(({ uri }) => uri.toString());
    void commands.executeCommand('setContext', 'debateNotes.includedNotes', resources);
  };
  const onMarkdown = ({ languageId }: TextDocument) => languageId === 'markdown' && tell();
  tell();
  return Disposable.from(
    workspace.onDidOpenTextDocument(onMarkdown),
    workspace.onDidCloseTextDocument(onMarkdown),
    onDidChangeNoteSelector(tell),
  );
}
