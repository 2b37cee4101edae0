import { commands, type Disposable, EventEmitter, type LogOutputChannel, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { isNote, noteSelector, onDidChangeNoteSelector } from '../noteSelector';
import { setContext } from '../views/viewState';
import { Faults, tellStopped } from './faults';
import { Restarts } from './restarts';

/** How the server is. `idle`: there is no note to serve yet. */
export type ServerState = 'idle' | 'starting' | 'running' | 'stopped';

/**
 * The life of the language server: it starts as soon as there is a note to serve, because the extension is woken by any
 * Markdown file, which need not be one; it starts again when it has ended by itself.
 */
export class ServerLife implements Disposable {
  readonly client: BaseLanguageClient;
  private readonly restarts = new Restarts(Date.now);
  private readonly subscriptions: Disposable[];
  private readonly changed = new EventEmitter<ServerState>();
  readonly onDidChangeState = this.changed.event;
  private current: ServerState = 'idle';

  /** @param createClient makes the client for the place the extension runs in */
  constructor(
    createClient: (options: LanguageClientOptions) => BaseLanguageClient,
    options: LanguageClientOptions,
    private readonly log: LogOutputChannel,
  ) {
    const errorHandler = new Faults(this.restarts, () => void tellStopped(log, () => this.restart()));
    this.client = createClient({ ...options, outputChannel: log, errorHandler });
    this.subscriptions = [
      this.changed,
      log,
      this.client.onDidChangeState(({ newState }) => this.follow(newState)),
      onDidChangeNoteSelector(() => void this.selectAnew()),
      commands.registerCommand('debateNotes.restartServer', () => this.restart()),
      commands.registerCommand('debateNotes.showLog', () => log.show()),
    ];
    setContext('server', this.current);
  }

  get state(): ServerState {
    return this.current;
  }

  /** Returns when the client runs, or when there is nothing to run it for yet. */
  async startWhenNeeded(): Promise<void> {
    if (workspace.textDocuments.some(isNote)) return this.start();
    const opened = workspace.onDidOpenTextDocument((document) => {
      if (!isNote(document)) return;
      opened.dispose();
      if (this.current === 'idle') void this.start();
    });
    this.subscriptions.push(opened);
  }

  /** *Restart Server*: for when it has ended for good, or does not answer. */
  async restart(): Promise<void> {
    this.log.info('The language server is started again, as the user wants it.');
    this.restarts.forget();
    await this.stop();
    await this.start();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(state: State): void {
    const names: Partial<Record<State, ServerState>> = { [State.Running]: 'running', [State.Starting]: 'starting' };
    this.current = names[state] ?? 'stopped';
    setContext('server', this.current);
    this.changed.fire(this.current);
  }

  private async start(): Promise<void> {
    try {
      await this.client.start();
    } catch (error) {
      // Colours, commands and the views stay.
      this.log.error('The language server could not be started.', error instanceof Error ? error : String(error));
    }
  }

  private async stop(): Promise<void> {
    try {
      if (this.client.isRunning()) await this.client.stop();
    } catch (error) {
      this.log.warn('The language server did not end when it was told to.', String(error));
    }
  }

  /** A client is told which documents are its own when it starts, and not again. */
  private async selectAnew(): Promise<void> {
    this.client.clientOptions.documentSelector = noteSelector();
    await this.stop();
    if (workspace.textDocuments.some(isNote)) await this.start();
  }
}
