import { commands, l10n, Uri, window, workspace } from 'vscode';
import { baseName } from './shared/content';
import type { ImageFormat } from './shared/messages';

/** Asks where to, with a place offered; undefined where the user gives up. */
export type AskWhere = (offered: Uri, format: ImageFormat) => Thenable<Uri | undefined>;

/**
 * Saves an image of the map of a note where the user wants it.
 * @returns where that is; undefined where the user has given up
 */
export async function saveImage(
  note: Uri,
  format: ImageFormat,
  data: string | Uint8Array,
  askWhere: AskWhere = askByDialog,
): Promise<Uri | undefined> {
  const target = await askWhere(offered(note, format), format);
  if (!target) return undefined;
  await workspace.fs.writeFile(target, typeof data === 'string' ? new TextEncoder().encode(data) : data);
  return target;
}

/** Says that an image has been saved, and opens it where that is wanted. */
export async function tellSaved(image: Uri): Promise<void> {
  const open = l10n.t('Open');
  const name = image.path.slice(image.path.lastIndexOf('/') + 1);
  const answer = await window.showInformationMessage(l10n.t('The map has been saved as {0}.', name), open);
  if (answer === open) await commands.executeCommand('vscode.open', image);
}

function askByDialog(defaultUri: Uri, format: ImageFormat): Thenable<Uri | undefined> {
  const filters = format === 'svg' ? { [l10n.t('SVG image')]: ['svg'] } : { [l10n.t('PNG image')]: ['png'] };
  return window.showSaveDialog({ defaultUri, filters, saveLabel: l10n.t('Save Map') });
}

/** Beside the note; a note that was never saved lies nowhere, so in the first folder. */
function offered(note: Uri, format: ImageFormat): Uri {
  const name = `${baseName(note.path)}.${format}`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (note.scheme !== 'untitled') return Uri.joinPath(note, '..', name);
  return folder ? Uri.joinPath(folder, name) : Uri.file(`/${name}`);
}
