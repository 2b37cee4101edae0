import { type TextDocument, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ARGUMENT_MAP_REQUEST,
  type ArgumentMapAnswer,
  type ArgumentMapStatement,
} from '../../../server/src/protocol/messages';
import { contentOf } from './shared/content';
import type { MapContent } from './shared/messages';

/** Where a statement stands. */
export interface Place {
  /** URI of its note. */
  readonly note: string;
  readonly range: ArgumentMapStatement['range'];
  readonly selectionRange: ArgumentMapStatement['range'];
}

/** What the server knows of the argument of a note, for one map of it. */
export class MapSource {
  content: MapContent = { notes: [], statements: [] };
  private places = new Map<string, Place>();

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly note: Uri,
  ) {}

  /** Where a statement stands; undefined for a key that has gone. */
  placeOf(key: string): Place | undefined {
    return this.places.get(key);
  }

  /** The key of the statement that a line of a note belongs to. */
  keyAt(note: Uri, line: number): string | null {
    const uri = this.client.code2ProtocolConverter.asUri(note);
    for (const [key, place] of this.places) {
      if (place.note === uri && place.range.start.line <= line && line <= place.range.end.line) return key;
    }
    return null;
  }

  /**
   * Asks the server anew.
   * @returns false where it has not heard of the note, or of the last edit, yet
   */
  async update(withTied: boolean): Promise<boolean> {
    const answer = await this.ask(withTied);
    const document = openDocument(this.note);
    if (!answer || (document && answer.notes[0]?.version !== document.version)) return false;
    const content = contentOf(answer, this.content);
    this.places = new Map(
      answer.statements.map(({ range, selectionRange, note }, i) => [
        content.statements[i]?.key as string,
        { note: answer.notes[note]?.uri as string, range, selectionRange },
      ]),
    );
    this.content = content;
    return true;
  }

  private async ask(withTied: boolean): Promise<ArgumentMapAnswer | null> {
    const uri = this.client.code2ProtocolConverter.asUri(this.note);
    try {
      return await this.client.sendRequest<ArgumentMapAnswer | null>(ARGUMENT_MAP_REQUEST, {
        textDocument: { uri },
        withTied,
      });
    } catch (error) {
      this.client.error('The argument map got no answer.', error, false);
      return null;
    }
  }
}

export function openDocument(note: Uri): TextDocument | undefined {
  return workspace.textDocuments.find(({ uri }) => uri.toString() === note.toString());
}
