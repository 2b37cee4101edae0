import { l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Refused } from '../../../server/src/protocol/messages';

/**
 * Applies an edit that the server has worked out, as one step that can be undone. Where a note has changed since, nothing
 * is done, and it is said.
 */
export async function applyServerEdit(client: BaseLanguageClient, edit: WorkspaceEdit): Promise<boolean> {
  const isOld = edit.documentChanges?.some((change) => {
    if (!('edits' in change) || change.textDocument.version === null) return false;
    const uri = client.protocol2CodeConverter.asUri(change.textDocument.uri).toString();
    const document = workspace.textDocuments.find((open) => open.uri.toString() === uri);
    return document !== undefined && document.version !== change.textDocument.version;
  });
  if (isOld) {
    void window.showInformationMessage(l10n.t('The note has just changed. Please try again.'));
    return false;
  }
  return workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
}

/** Whether the server has done nothing; then the user is told why. */
export function isRefused(answer: object | null): answer is Refused {
  if (answer === null || !('refused' in answer)) return false;
  void window.showInformationMessage(String(answer.refused));
  return true;
}
