import { type Position, type TextEditor, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StatementPlace } from '../../../server/src/protocol/messages';
import { isNote } from '../noteSelector';
import type { Row } from './argumentRows';
import type { ArgumentView } from './argumentView';

/** Given by the keys of the view to commands, which otherwise are about the statement under the cursor. */
export const SELECTED = 'selected';

/** Which statements a command is about: rows that the menu hands over, those selected in the view, or the cursor. */
export class StatementPlaces {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly view: ArgumentView,
  ) {}

  /**
   * The places of what a command was called for; those that are gone, and groups, are left out.
   * @param given the row of a menu, or `SELECTED`; of another caller nothing
   * @param all every row that is selected, where the row is one of them
   */
  async of(given: unknown, all?: unknown): Promise<StatementPlace[]> {
    const rows = this.rowsOf(given, all);
    if (!rows) {
      const editor = activeNote();
      return editor ? [this.at(editor.document.uri, editor.selection.active)] : [];
    }
    const places = await Promise.all(rows.map((row) => this.ofRow(row)));
    return places.flatMap((place) => place ?? []);
  }

  /** The place of a row; of a note the note as a whole; null for a group, or a row that is gone. */
  async ofRow(row: Row): Promise<StatementPlace | null> {
    const { type, note } = row.node;
    if (type === 'note') return note === null ? null : { uri: note, position: null };
    const details = await this.view.details(row);
    return details && { uri: details.uri, position: details.selectionRange.start };
  }

  at(note: Uri, { line, character }: Position): StatementPlace {
    return { uri: this.client.code2ProtocolConverter.asUri(note), position: { line, character } };
  }

  private rowsOf(given: unknown, all: unknown): readonly Row[] | undefined {
    if (isRow(given)) return Array.isArray(all) && all.includes(given) ? all.filter(isRow) : [given];
    const { selection } = this.view;
    return given === SELECTED || (!activeNote() && selection.length > 0) ? selection : undefined;
  }
}

export function uriOf({ uri }: Pick<StatementPlace, 'uri'>): Uri {
  return Uri.parse(uri);
}

function isRow(given: unknown): given is Row {
  return typeof given === 'object' && given !== null && 'key' in given && 'node' in given;
}

function activeNote(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor && isNote(editor.document) ? editor : undefined;
}
