import { l10n, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { isNote } from './noteSelector';

/**
 * The server knows bibliographies as they were saved. In one that has been changed since, its edits would land in the wrong
 * place: then nothing is renamed until that file is saved.
 */
export const renameInBibliography: Pick<Middleware, 'provideRenameEdits'> = {
  async provideRenameEdits(document, position, newName, token, next) {
    const edit = await next(document, position, newName, token);
    const changed = new Set(edit?.entries().map(([uri]) => uri.toString()));
    const unsaved = workspace.textDocuments.find(
      (open) => open.isDirty && !isNote(open) && changed.has(open.uri.toString()),
    );
    if (!unsaved) return edit;
    const name = workspace.asRelativePath(unsaved.uri);
    throw new Error(l10n.t('Save {0} first: it has changes that are not saved, and the key stands in it.', name));
  },
};
