import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  type InitializeResult,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LanguageService, type Lookup } from '../service';
import type { FileSystem } from '../workspace/fileSystem';
import { NoteFilter } from '../workspace/noteFilter';
import { canonicalUri, isSameFolder } from '../workspace/noteUri';
import { announcement } from './announcement';
import { ClientFiles, filesOfBoth } from './clientFiles';
import { ConfigFiles } from './configFiles';
import { Deliveries } from './deliveries';
import { Door } from './door';
import { foldersOf } from './lifecycle';
import { Pauses } from './pauses';
import { showProgress } from './progress';
import { serveRequests } from './requests/registry';
import type { Host } from './requests/request';
import { Schedule } from './scheduling';
import { SettingSources } from './settingSources';
import {
  type ClientCommands,
  differ,
  readCommands,
  readPaperFolder,
  readRulePages,
  readSettings,
  readsFiles,
  type Settings,
} from './settings';
import { SharedBibliographies } from './sharedBibliographies';
import { Underway } from './underway';
import { WatchedFiles } from './watchedFiles';
import { WorkspaceScan } from './workspaceScan';
import { ZoteroLibrary } from './zoteroLibrary';

/**
 * Serves debate notes on a connection until it closes.
 * @param files the server's own, by `file:` URIs; null where it has none. All others are the client's
 * @param lookup looks papers up once the client has it switched on; null where that cannot be
 * @returns what it answers from, for whoever wants to look in
 */
export function serve(connection: Connection, files: FileSystem | null, lookup: Lookup | null): LanguageService {
  const server = new Server(connection, files, lookup);
  server.listen();
  return server.service;
}

class Server {
  readonly service: LanguageService;
  private readonly schedule = new Schedule();
  private readonly pauses = new Pauses();
  private readonly door: Door;
  private readonly documents: TextDocuments<TextDocument>;
  private readonly scan: WorkspaceScan;
  private readonly config: ConfigFiles;
  private readonly shared: SharedBibliographies;
  private readonly clientFiles: ClientFiles;
  /** The files of this process, and those that the client reads. */
  private readonly files: FileSystem;
  private readonly zotero: ZoteroLibrary;
  /** Canonical URIs of the documents that the client has open. */
  private readonly open = new Set<string>();
  private capabilities: ClientCapabilities = {};
  private folders: readonly string[] = [];
  private readonly watched: WatchedFiles;
  private readonly sources = new SettingSources();
  private settings: Settings = readSettings(undefined);
  private commands: ClientCommands = readCommands(undefined);
  private settingsRead: Promise<unknown> = Promise.resolve();
  /** From when the client has introduced itself. */
  private deliveries: Deliveries | null = null;
  /** What ends with other notes being known. */
  private readonly reading = new Underway();
  /** Resolves once the notes that lie in the workspace at the start have been read. */
  private readonly scanned: Promise<void>;
  private endScan: () => void = () => undefined;

  constructor(
    private readonly connection: Connection,
    own: FileSystem | null,
    lookup: Lookup | null,
  ) {
    this.service = new LanguageService(lookup);
    this.scanned = new Promise((resolve) => {
      this.endScan = resolve;
    });
    this.door = new Door(connection, this.service, this.schedule);
    this.documents = this.door.documents();
    this.clientFiles = new ClientFiles(connection);
    this.files = own ? filesOfBoth(own, this.clientFiles) : this.clientFiles;
    const { files } = this;
    this.config = new ConfigFiles(connection, this.door, this.service, files, () => this.documents.all(), this.pauses);
    this.shared = new SharedBibliographies(connection, this.service, files);
    lookup?.onMetadata(() => {
      if (this.settings.inlayHints.papers) this.deliveries?.papersChanged();
    });
    this.watched = new WatchedFiles(connection, files, (events) => this.filesChanged(events));
    this.zotero = new ZoteroLibrary(this.service, connection.console, () => this.notesChanged());
    this.scan = new WorkspaceScan(this.service, files, (uri) => this.open.has(canonicalUri(uri)), this.schedule);
  }

  listen(): void {
    this.connection.onInitialize((params) => this.initialize(params));
    this.connection.onInitialized(() => this.read(this.start()));
    this.followDocuments();
    this.connection.onDidChangeWatchedFiles(({ changes }) => this.filesChanged(changes));
    this.connection.onDidChangeConfiguration(({ settings }) => {
      this.sources.changed(settings);
      const changed = this.changeSettings();
      this.settingsRead = changed.catch(() => undefined);
      this.read(changed);
    });
    this.connection.onShutdown(() => {
      this.door.lifecycle.end();
      this.pauses.end();
      this.deliveries?.end();
      return this.service.lookup?.close();
    });
    serveRequests(this.host());
    this.documents.listen(this.connection);
    this.connection.listen();
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.door.lifecycle.begin();
    this.capabilities = params.capabilities;
    this.applySettings(this.sources.started(params.initializationOptions));
    this.service.linter.rulePages = readRulePages(params.initializationOptions);
    this.commands = readCommands(params.initializationOptions);
    this.clientFiles.isOffered = readsFiles(params.initializationOptions);
    const papers = readPaperFolder(params.initializationOptions);
    if (papers !== null && this.service.lookup) this.guard(this.service.lookup.openFolder(papers));
    this.setFolders(foldersOf(params));
    this.scan.expect(this.folders);
    const unit = this.door.negotiate(this.capabilities);
    const { connection, door, service, config, pauses, scanned } = this;
    const by = { connection, door, service, config, pauses, scanned, openNotes: () => this.documents.all() };
    this.deliveries = new Deliveries(by, this.host());
    return announcement(this.capabilities, unit);
  }

  private async start(): Promise<void> {
    // At once: folders may come and go while settings are being asked for.
    if (this.capabilities.workspace?.workspaceFolders) this.followFolders();
    try {
      await this.readSettings();
      await this.shared.follow(this.settings.bibliographies, this.folders[0] ?? null);
      await this.watchFiles();
      if (this.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
        await this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'debateNotes' });
      }
      const progress = showProgress(this.connection, this.capabilities, 'Reading notes');
      await this.scan.changeFilter(new NoteFilter(this.settings.include), progress);
    } finally {
      this.endScan();
      this.notesChanged();
    }
  }

  /** Again after the folders have changed, or what is a note in them. */
  private watchFiles(): Promise<void> {
    const { capabilities, folders, settings } = this;
    return this.watched.follow(capabilities, folders, new NoteFilter(settings.include), this.shared.uris());
  }

  private async readSettings(): Promise<void> {
    const isAsked = this.capabilities.workspace?.configuration === true;
    // A client that cannot answer has no settings to ask for.
    const ask = (): Promise<unknown> => this.connection.workspace.getConfiguration('debateNotes').catch(() => null);
    this.applySettings(this.sources.settings(isAsked ? await ask() : null));
  }

  private applySettings(settings: Settings): void {
    // What the rules have said of all notes holds as long as nothing else is asked of them.
    if (differ(this.settings, settings, ['rules', 'maxProblems'])) {
      this.service.linter.setRules(settings.rules, settings.maxProblems);
    }
    this.settings = settings;
    this.service.lookup?.configure(settings.lookup);
    this.zotero.configure(settings.zotero);
  }

  private async changeSettings(): Promise<void> {
    const before = this.settings;
    await this.readSettings();
    await this.changeShared();
    const hasChanged = (...names: (keyof Settings)[]) => differ(before, this.settings, names);
    if (hasChanged('include')) {
      await this.watchFiles();
      await this.scan.changeFilter(new NoteFilter(this.settings.include));
    } else if (!hasChanged('rules', 'maxProblems', 'workspaceProblems')) {
      if (hasChanged('codeLens', 'inlayHints')) this.deliveries?.settingsChanged();
      return;
    }
    this.notesChanged();
  }

  /** The settings, or the folders from which their paths begin, may have changed. */
  private async changeShared(): Promise<void> {
    if (!(await this.shared.follow(this.settings.bibliographies, this.folders[0] ?? null))) return;
    await this.watchFiles();
    this.notesChanged();
  }

  /** Notes have changed that no editor has open. */
  private notesChanged(): void {
    this.deliveries?.notesChanged();
  }

  private followDocuments(): void {
    const { documents } = this;
    documents.onDidOpen(({ document }) => this.open.add(canonicalUri(document.uri)));
    for (const used of [documents.onDidOpen, documents.onDidSave]) {
      used(({ document: { uri } }) => {
        this.zotero.noteUsed();
        this.read(this.scan.referred.follow(uri).then((isOther) => isOther && this.notesChanged()));
      });
    }
    // Sent for a document that has just been opened, too.
    documents.onDidChangeContent(({ document }) => {
      this.schedule.messageHandled();
      this.service.setNote(document.uri, document.getText(), document.version);
      this.deliveries?.noteEdited(document.uri);
    });
    documents.onDidClose(({ document }) => {
      this.open.delete(canonicalUri(document.uri));
      this.deliveries?.noteClosed(document.uri);
      // What was not saved is gone: the file has the text now, if there is one.
      this.read(this.scan.closed(document.uri).then(() => this.notesChanged()));
    });
  }

  private filesChanged(changes: readonly FileEvent[]): void {
    const before = this.service.revision;
    const isConfigured = this.config.changed(changes.map(({ uri }) => uri));
    this.scan.forgetBelow(changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri));
    // What is no note of the workspace is only forgotten, in case it was one.
    const read = Promise.all(changes.map(({ uri }) => this.scan.read(uri)));
    const tell = () => {
      if (isConfigured || this.service.revision !== before) this.notesChanged();
    };
    this.read(read.then(() => this.shared.load()).then(tell));
  }

  private setFolders(folders: readonly string[]): void {
    this.folders = folders;
    // Notes that lie in no folder have the configuration of the first.
    this.service.linter.configuration.home = folders[0] ?? null;
  }

  private followFolders(): void {
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) this.scan.removeFolder(uri);
      const left = this.folders.filter((folder) => !removed.some(({ uri }) => isSameFolder(uri, folder)));
      this.setFolders([...left, ...added.map(({ uri }) => uri)]);
      this.guard(this.watchFiles());
      const read = this.changeShared().then(() => this.scan.addFolders(added.map(({ uri }) => uri)));
      this.read(read.then(() => this.notesChanged()));
    });
  }

  private host(): Host {
    return {
      connection: this.connection,
      answer: (type, handler, how) => this.door.answer(type, handler, how),
      refresh: (type) => this.door.refresh(type),
      encoding: this.door.encoding,
      schedule: this.schedule,
      service: this.service,
      client: () => this.capabilities,
      settings: () => this.settings,
      commands: () => this.commands,
      loadConfig: (note) => this.config.load(note),
      loadBibliographies: (note) => this.service.loadBibliographies(note, this.files),
      loadAllBibliographies: () => this.config.loadBibliographies(),
      settingsRead: async () => void (await this.settingsRead),
      notesRead: (token) => this.reading.ended(token),
    };
  }

  /** Work in the background after which other notes may be known. */
  private read(work: Promise<unknown>): void {
    this.guard(this.reading.add(work));
  }

  /** A fault in the background is logged; it must end neither the process nor the rest. */
  private guard(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
  }
}
