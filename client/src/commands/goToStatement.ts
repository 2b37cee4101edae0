import { commands, type Disposable, Selection, Uri, window } from 'vscode';
import type { ArgumentNodeAnswer } from '../../../server/src/protocol/messages';
import type { Row } from '../views/argumentRows';
import { toRange } from '../views/argumentTree';

/**
 * Shows what a row of the argument view leads to in its note.
 * @param details where a row leads
 */
export function registerGoToStatement(details: (row: Row) => Promise<ArgumentNodeAnswer | null>): Disposable {
  return commands.registerCommand('debateNotes.goToStatement', async (row: Row) => {
    const place = await details(row);
    if (!place) return;
    const { start } = toRange(place.selectionRange);
    const editor = await window.showTextDocument(Uri.parse(place.uri), { selection: new Selection(start, start) });
    editor.revealRange(toRange(place.range));
  });
}
