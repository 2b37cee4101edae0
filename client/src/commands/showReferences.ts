import { commands, type Disposable, Location, Position, Range, Uri } from 'vscode';
import type { Location as LspLocation, Position as LspPosition } from 'vscode-languageserver-types';

/** The command that code lenses of the server run; `initializationOptions` name it. */
export const SHOW_REFERENCES = 'debateNotes.showReferences';

/** Peeks places. The editor's own command wants objects of the editor, which no server can send. */
export function registerShowReferences(): Disposable {
  return commands.registerCommand(
    SHOW_REFERENCES,
    (uri: string, { line, character }: LspPosition, places: readonly LspLocation[]) =>
      commands.executeCommand(
        'editor.action.showReferences',
        Uri.parse(uri),
        new Position(line, character),
        places.map((place) => new Location(Uri.parse(place.uri), toRange(place))),
      ),
  );
}

function toRange({ range: { start, end } }: LspLocation): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
