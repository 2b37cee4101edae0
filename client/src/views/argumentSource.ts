import type { Position, TextDocument, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ARGUMENT_AT_REQUEST,
  ARGUMENT_NODE_REQUEST,
  ARGUMENT_REQUEST,
  type ArgumentAnswer,
  type ArgumentNodeAnswer,
  type ArgumentParams,
} from '../../../server/src/protocol/messages';
import type { Row } from './argumentRows';
import type { ViewOptions } from './viewState';

/** What the server knows of the rows. Where it cannot answer, the log says so and there is no answer. */
export class ArgumentSource {
  private state: number | null = null;

  constructor(private readonly client: BaseLanguageClient) {}

  /** Makes the next answer tell everything. */
  forget(): void {
    this.state = null;
  }

  /** What is other than in the answer before; null where the server does not know the note yet. */
  async ask(note: TextDocument | undefined, options: ViewOptions, filter: string): Promise<ArgumentAnswer | null> {
    const { scope, grouping, sort } = options;
    const textDocument = note ? { uri: this.uriOf(note.uri) } : null;
    const params: ArgumentParams = { textDocument, scope, grouping, sort, filter, since: this.state };
    const answer = await this.request<ArgumentAnswer>(ARGUMENT_REQUEST, params);
    if (answer) this.state = answer.state;
    return answer;
  }

  details(row: Row): Promise<ArgumentNodeAnswer | null> {
    return this.request<ArgumentNodeAnswer>(ARGUMENT_NODE_REQUEST, { key: row.key });
  }

  /** The key of the row that a position is in. */
  keyAt(note: Uri, { line, character }: Position): Promise<string | null> {
    const params = { textDocument: { uri: this.uriOf(note) }, position: { line, character } };
    return this.request<string>(ARGUMENT_AT_REQUEST, params);
  }

  private uriOf(note: Uri): string {
    return this.client.code2ProtocolConverter.asUri(note);
  }

  private async request<T>(method: string, params: unknown): Promise<T | null> {
    if (!this.client.isRunning()) return null;
    try {
      return await this.client.sendRequest<T | null>(method, params);
    } catch (error) {
      this.client.error('The argument view got no answer.', error, false);
      return null;
    }
  }
}
