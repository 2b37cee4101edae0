import { commands, Disposable, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  ARGUMENT_MAP_REQUEST,
  type ArgumentMapAnswer,
  type ArgumentMapParams,
} from '../../../server/src/protocol/messages';
import { isNote } from '../noteSelector';
import type { PreviewStatement } from './noteMarkdown';

/** Milliseconds without an edit before the server is asked again. */
const QUIET = 300;

/** Milliseconds until it is asked once more when its answer was about another version of the note. */
const RETRY = 500;

/** Milliseconds after which a page that was made at first has loaded: before, it does not hear that it is to be made anew. */
const LOADED = 1500;

/** Milliseconds that the server has until a preview is opened without what it says. */
const OPENS_WITHIN = 500;

interface Known {
  readonly version: number | null;
  readonly statements: readonly PreviewStatement[];
}

const UNKNOWN: Known = { version: null, statements: [] };

/**
 * What the Markdown preview shows of notes. The preview asks and does not wait, so that it is told what is known, and is
 * made anew when more is.
 */
export class NotePreview implements Disposable {
  private readonly known = new Map<string, Known>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: Disposable;

  constructor(private readonly client: BaseLanguageClient) {
    this.subscriptions = Disposable.from(
      commands.registerCommand('debateNotes.openPreview', (note?: unknown) => this.open(note)),
      workspace.onDidChangeTextDocument(({ document: { uri } }) => this.known.has(uri.toString()) && this.askSoon(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => this.known.delete(uri.toString())),
      client.onDidChangeState(({ newState }) => newState === State.Running && this.askAgain()),
    );
  }

  /**
   * What is known of the statements of the open note that has a text; undefined where none has it. The rest comes later.
   * @param text as markdown-it normalises it
   */
  statementsOf(text: string): readonly PreviewStatement[] | undefined {
    const uri = workspace.textDocuments.find((note) => isNote(note) && normalised(note.getText()) === text)?.uri;
    if (!uri) return undefined;
    const known = this.known.get(uri.toString());
    if (!known) {
      this.known.set(uri.toString(), UNKNOWN);
      this.askSoon(uri, 0);
    }
    return known?.statements ?? [];
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.subscriptions.dispose();
  }

  /** *Open Preview to the Side*: VS Code's own; its button is there for the language Markdown only. */
  private async open(given: unknown): Promise<void> {
    const uri = given instanceof Uri ? given : window.activeTextEditor?.document.uri;
    if (!uri) return;
    if (!this.known.has(uri.toString())) {
      this.known.set(uri.toString(), UNKNOWN);
      await Promise.race([this.ask(uri), new Promise((resolve) => setTimeout(resolve, OPENS_WITHIN))]);
    }
    await commands.executeCommand('markdown.showPreviewToSide', uri);
  }

  private askAgain(): void {
    for (const uri of this.known.keys()) this.askSoon(Uri.parse(uri), 0);
  }

  private askSoon(note: Uri, delay = QUIET): void {
    clearTimeout(this.timers.get(note.toString()));
    this.timers.set(
      note.toString(),
      setTimeout(() => void this.ask(note), delay),
    );
  }

  private async ask(note: Uri): Promise<void> {
    const key = note.toString();
    if (!this.known.has(key) || !this.client.isRunning()) return;
    const params: ArgumentMapParams = {
      textDocument: { uri: this.client.code2ProtocolConverter.asUri(note) },
      withTied: false,
    };
    // A server that fails is told of elsewhere.
    const answer = await this.client
      .sendRequest<ArgumentMapAnswer | null>(ARGUMENT_MAP_REQUEST, params)
      .catch(() => null);
    const version = workspace.textDocuments.find(({ uri }) => uri.toString() === key)?.version;
    if (!answer || answer.notes[0]?.version !== version) {
      if (version !== undefined && this.client.isRunning()) this.askSoon(note, RETRY);
      return;
    }
    const before = this.known.get(key);
    this.known.set(key, { version: version ?? null, statements: answer.statements });
    if (JSON.stringify(before?.statements) === JSON.stringify(answer.statements)) return;
    await refresh();
    if (before?.version === null) this.timers.set(`${key} loaded`, setTimeout(refresh, LOADED));
  }
}

/** As markdown-it and VS Code do it before they read a text. */
function normalised(text: string): string {
  return text
    .replace(/\u2028|\u2029/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\0/g, '\uFFFD');
}

async function refresh(): Promise<void> {
  await commands.executeCommand('markdown.preview.refresh');
}
