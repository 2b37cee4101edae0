import { commands, type Disposable, Uri } from 'vscode';
import type { ArgumentNodeAnswer } from '../../../server/src/protocol/messages';
import { showPlace } from '../showPlace';
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
    await showPlace(Uri.parse(place.uri), toRange(place.selectionRange), toRange(place.range));
  });
}
