import { commands, type Disposable, EventEmitter, type LogOutputChannel, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { isNote, noteSelector, onDidChangeNoteSelector } from '../noteSelector';
import { setContext } from '../views/viewState';
import { Faults, tellStopped } from './faults';
import { Restarts } from './restarts';
import { traceChannel } from './traceChannel';

/** Milliseconds; the client waits for two seconds. */
const STOPS_WITHIN = 1500;

/** How the server is. `idle`: there is no note to serve yet. */
export type ServerState = 'idle' | 'starting' | 'running' | 'stopped';

/** The client, and the server that it starts. */
export interface ClientAndServer {
  readonly client: BaseLanguageClient;
  /** Ends the server as a crash would, without a word; says whether there was one. */
  endServer(): boolean;
}

/**
 * The life of the language server: it starts as soon as there is a note to serve, because the extension is woken by any
 * Markdown file, which need not be one; it starts again when it has ended by itself.
 */
export class ServerLife implements Disposable {
  readonly client: BaseLanguageClient;
  /** Ends the server as a crash would. */
  readonly end: () => boolean;
  private readonly restarts = new Restarts(Date.now);
  private readonly faults = new Faults(
    this.restarts,
    () => this.end(),
    () => this.giveUp(),
  );
  private readonly subscriptions: Disposable[];
  private readonly changed = new EventEmitter<ServerState>();
  readonly onDidChangeState = this.changed.event;
  private current: ServerState = 'idle';
  /** The start that is under way. */
  private starting: Promise<void> | undefined;

  /** @param create makes the client for the place the extension runs in */
  constructor(
    create: (options: LanguageClientOptions) => ClientAndServer,
    options: LanguageClientOptions,
    private readonly log: LogOutputChannel,
  ) {
    const traceOutputChannel = traceChannel(log);
    const { client, endServer } = create({
      ...options,
      outputChannel: log,
      traceOutputChannel,
      errorHandler: this.faults,
      // What comes of it is told here.
      initializationFailedHandler: () => false,
    });
    this.client = client;
    this.end = endServer;
    this.subscriptions = [
      this.changed,
      traceOutputChannel,
      log,
      client.onDidChangeState(({ newState }) => this.follow(newState)),
      onDidChangeNoteSelector(() => void this.selectAnew()),
      workspace.onDidOpenTextDocument((document) => {
        if (this.current === 'idle' && isNote(document)) void this.start();
      }),
      commands.registerCommand('debateNotes.restartServer', () => this.restart()),
      commands.registerCommand('debateNotes.showLog', () => log.show()),
    ];
    setContext('server', this.current);
  }

  get state(): ServerState {
    return this.current;
  }

  /** Starts the server as soon as there is a note. Returns when it runs, or when there is nothing to run it for yet. */
  async startWhenNeeded(): Promise<void> {
    if (workspace.textDocuments.some(isNote)) await this.start();
  }

  /** *Restart Server*: for when it has ended for good, or does not answer. */
  async restart(): Promise<void> {
    this.log.info('The language server is started again, as the user wants it.');
    this.restarts.forget();
    // One that is starting, and may never be done, cannot be told to stop. Ended, it starts again.
    if (this.starting) this.end();
    await this.start();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(state: State): void {
    const { isToStartAgain } = this.faults;
    if (state === State.Running) this.show('running');
    else this.show(state === State.Starting || this.starting || isToStartAgain ? 'starting' : 'stopped');
    // One that ends while it starts is started again by what has started it.
    if (isToStartAgain && !this.starting) void this.start();
  }

  private show(state: ServerState): void {
    if (state === this.current) return;
    this.current = state;
    setContext('server', state);
    this.changed.fire(state);
  }

  /** Starts the server, or the one that runs anew. Returns when it runs, or is given up. */
  private start(): Promise<void> {
    // Not at once: what is told while the server stops tells that it is starting.
    this.starting ??= Promise.resolve()
      .then(() => this.stop())
      .then(() => this.startUntilItRuns())
      .finally(() => {
        this.starting = undefined;
        this.follow(this.client.state);
      });
    return this.starting;
  }

  private async startUntilItRuns(): Promise<void> {
    do {
      this.faults.isToStartAgain = undefined;
      try {
        await this.client.start();
      } catch (error) {
        // Colours, commands and the views stay.
        this.log.error('The language server could not be started.', error instanceof Error ? error : String(error));
        // Without a connection that could be closed, nothing tells `faults`.
        if (this.faults.isToStartAgain === undefined) this.giveUp();
      }
    } while (this.faults.isToStartAgain);
  }

  private giveUp(): void {
    void tellStopped(this.log, () => this.restart());
  }

  /**
   * Tells the server to stop, and ends it where it does not: the client would give up waiting, end it later, and take the
   * connection of the next one for that of this.
   */
  private async stop(): Promise<void> {
    if (!this.client.isRunning()) return;
    const ending = setTimeout(() => this.end(), STOPS_WITHIN);
    try {
      await this.client.stop();
    } catch (error) {
      this.log.warn('The language server did not end when it was told to.', String(error));
    }
    clearTimeout(ending);
  }

  /** A client is told which documents are its own when it starts, and not again. */
  private async selectAnew(): Promise<void> {
    await this.starting;
    this.client.clientOptions.documentSelector = noteSelector();
    if (this.current === 'idle' || workspace.textDocuments.some(isNote)) return this.startWhenNeeded();
    await this.stop();
    this.show('idle');
  }
}
