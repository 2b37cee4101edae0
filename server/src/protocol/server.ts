import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LanguageService, type Lookup } from '../service';
import type { FileSystem } from '../workspace/fileSystem';
import { NoteFilter } from '../workspace/noteFilter';
import { canonicalUri } from '../workspace/noteUri';
import { announcement } from './announcement';
import { ClientFiles, filesOfBoth } from './clientFiles';
import { ConfigFiles } from './configFiles';
import { type DiagnosticsDelivery, NO_DELIVERY, servePull, servePush } from './diagnostics';
import { Door } from './door';
import { showProgress } from './progress';
import { Refreshes } from './refreshes';
import { ReportedDiagnostics } from './reportedDiagnostics';
import { refreshRequests, serveRequests } from './requests/registry';
import type { Host } from './requests/request';
import { Schedule } from './scheduling';
import { NO_TOKENS, type SemanticTokensDelivery, serveSemanticTokens } from './semanticTokens';
import { SettingSources } from './settingSources';
import {
  type ClientCommands,
  readCommands,
  readPaperFolder,
  readRulePages,
  readSettings,
  readsFiles,
  type Settings,
} from './settings';
import { SharedBibliographies } from './sharedBibliographies';
import { WatchedFiles } from './watchedFiles';
import { WorkspaceDiagnostics } from './workspaceDiagnostics';
import { WorkspaceScan } from './workspaceScan';
import { type ReadZotero, ZoteroLibrary } from './zoteroLibrary';

/**
 * Serves debate notes on a connection until it closes.
 * @param files the server's own, by `file:` URIs; null where it has none. All others are the client's
 * @param lookup looks papers up once the client has it switched on; null where that cannot be
 * @param readZotero the same for the library of a Zotero beside it
 */
export function serve(
  connection: Connection,
  files: FileSystem | null,
  lookup: Lookup | null,
  readZotero: ReadZotero | null = null,
): void {
  new Server(connection, files, lookup, readZotero).listen();
}

class Server {
  private readonly service: LanguageService;
  private readonly schedule = new Schedule();
  private readonly door: Door;
  private readonly documents: TextDocuments<TextDocument>;
  private readonly scan: WorkspaceScan;
  private readonly config: ConfigFiles;
  private readonly shared: SharedBibliographies;
  private readonly clientFiles: ClientFiles;
  /** The files of this process, and those that the client reads. */
  private readonly files: FileSystem;
  private readonly refreshes: Refreshes;
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
  private diagnostics: DiagnosticsDelivery = NO_DELIVERY;
  private workspaceDiagnostics: WorkspaceDiagnostics | null = null;
  /** Resolves once the notes that lie in the workspace at the start have been read. */
  private readonly scanned: Promise<void>;
  private endScan: () => void = () => undefined;
  private tokens: SemanticTokensDelivery = NO_TOKENS;

  constructor(
    private readonly connection: Connection,
    own: FileSystem | null,
    lookup: Lookup | null,
    readZotero: ReadZotero | null,
  ) {
    this.service = new LanguageService(lookup);
    this.scanned = new Promise((resolve) => {
      this.endScan = resolve;
    });
    this.door = new Door(connection, this.service, this.schedule);
    this.documents = new TextDocuments({
      create: TextDocument.create,
      update: (document, changes, version) => this.door.encoding.edited(document, changes, version),
    });
    this.clientFiles = new ClientFiles(connection);
    const files = own ? filesOfBoth(own, this.clientFiles) : this.clientFiles;
    this.files = files;
    const isOpen = (uri: string) => this.open.has(canonicalUri(uri));
    const openNotes = () => this.documents.all();
    this.config = new ConfigFiles(connection, this.door, this.service, files, openNotes);
    this.shared = new SharedBibliographies(connection, this.service, files);
    const wantsRefresh = () => {
      const { codeLens, inlayHint } = this.capabilities.workspace ?? {};
      return codeLens?.refreshSupport === true || inlayHint?.refreshSupport === true;
    };
    this.refreshes = new Refreshes(this.service, openNotes, wantsRefresh, () => refreshRequests(this.host()));
    lookup?.onMetadata(() => {
      if (this.settings.inlayHints.papers) this.refreshes.papersChanged();
    });
    this.watched = new WatchedFiles(connection, files, (events) => this.filesChanged(events));
    const say = (line: string) => connection.console.info(line);
    this.zotero = new ZoteroLibrary(this.service, readZotero, say, () => this.notesChanged());
    this.scan = new WorkspaceScan(this.service, files, isOpen, new NoteFilter(), this.schedule);
  }

  listen(): void {
    this.connection.onInitialize((params) => this.initialize(params));
    this.connection.onInitialized(() => this.guard(this.start()));
    this.followDocuments();
    this.connection.onDidChangeWatchedFiles(({ changes }) => this.filesChanged(changes));
    this.connection.onDidChangeConfiguration(({ settings }) => {
      this.sources.changed(settings);
      const changed = this.changeSettings();
      this.settingsRead = changed.catch(() => undefined);
      this.guard(changed);
    });
    this.connection.onShutdown(() => {
      this.workspaceDiagnostics?.close();
      this.zotero.close();
      this.diagnostics.close();
      return this.service.lookup?.close();
    });
    serveRequests(this.host());
    this.documents.listen(this.connection);
    this.connection.listen();
  }

  private initialize(params: InitializeParams): InitializeResult {
    const { capabilities, workspaceFolders, rootUri } = params;
    this.capabilities = capabilities;
    this.applySettings(this.sources.started(params.initializationOptions));
    this.service.linter.rulePages = readRulePages(params.initializationOptions);
    this.commands = readCommands(params.initializationOptions);
    this.clientFiles.isOffered = readsFiles(params.initializationOptions);
    const papers = readPaperFolder(params.initializationOptions);
    if (papers !== null && this.service.lookup) this.guard(this.service.lookup.openFolder(papers));
    this.setFolders(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
    const pulls = capabilities.textDocument?.diagnostic !== undefined;
    const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
    const positionEncoding = this.door.negotiate(capabilities);
    const reported = new ReportedDiagnostics(this.service, this.door.encoding);
    if (pulls) this.workspaceDiagnostics = new WorkspaceDiagnostics(this.host(), reported, this.scanned);
    this.diagnostics = pulls
      ? servePull(this.connection, this.door, reported, this.config, canRefresh)
      : servePush(this.connection, reported, this.config, () => this.documents.all());
    const canRefreshTokens = capabilities.workspace?.semanticTokens?.refreshSupport === true;
    this.tokens = serveSemanticTokens(this.connection, this.door, this.service, canRefreshTokens);
    return announcement(capabilities, positionEncoding);
  }

  private async start(): Promise<void> {
    try {
      await this.readSettings();
      this.shared.set(this.settings.bibliographies, this.folders[0] ?? null);
      await this.shared.load();
      await this.watchFiles();
      if (this.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
        await this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'debateNotes' });
      }
      if (this.capabilities.workspace?.workspaceFolders) this.followFolders();
      await this.scan.changeFilter(new NoteFilter(this.settings.include));
      const progress = showProgress(this.connection, this.capabilities, 'Reading notes');
      const report = (read: number, all: number) => progress.report(read / all, `${read} of ${all}`);
      await this.scan.addFolders(this.folders, report).finally(() => progress.done());
    } finally {
      this.endScan();
      this.notesChanged();
    }
  }

  /** Again after the folders have changed, or what is a note in them. */
  private watchFiles(): Promise<void> {
    const filter = new NoteFilter(this.settings.include);
    return this.watched.follow(this.capabilities, this.folders, filter, this.shared.uris());
  }

  private async readSettings(): Promise<void> {
    const isAsked = this.capabilities.workspace?.configuration === true;
    // A client that cannot answer has no settings to ask for.
    const ask = (): Promise<unknown> => this.connection.workspace.getConfiguration('debateNotes').catch(() => null);
    this.applySettings(this.sources.settings(isAsked ? await ask() : null));
  }

  private applySettings(settings: Settings): void {
    this.settings = settings;
    this.service.linter.setRules(settings.rules, settings.maxProblems);
    this.service.lookup?.configure(settings.lookup);
    this.zotero.configure(settings.zotero);
  }

  private async changeSettings(): Promise<void> {
    const { include, rules, maxProblems, codeLens, inlayHints } = this.settings;
    await this.readSettings();
    await this.changeShared();
    const hasChanged = (before: unknown, now: unknown) => JSON.stringify(before) !== JSON.stringify(now);
    if (hasChanged(include, this.settings.include)) {
      await this.watchFiles();
      await this.scan.changeFilter(new NoteFilter(this.settings.include));
    } else if (!hasChanged([rules, maxProblems], [this.settings.rules, this.settings.maxProblems])) {
      if (hasChanged([codeLens, inlayHints], [this.settings.codeLens, this.settings.inlayHints])) {
        this.refreshes.notesChanged();
      }
      return;
    }
    this.notesChanged();
  }

  /** The settings, or the folders from which their paths begin, may have changed. */
  private async changeShared(): Promise<void> {
    if (!this.shared.set(this.settings.bibliographies, this.folders[0] ?? null)) return;
    await this.shared.load();
    await this.watchFiles();
    this.notesChanged();
  }

  /** Notes have changed that no editor has open: findings and labels of those that one has may be others. */
  private notesChanged(): void {
    this.workspaceDiagnostics?.changed();
    this.diagnostics.notesChanged();
    this.tokens.labelsChanged();
    this.refreshes.notesChanged();
  }

  private followDocuments(): void {
    const { documents } = this;
    documents.onDidOpen(({ document }) => {
      this.open.add(canonicalUri(document.uri));
      this.zotero.noteUsed();
    });
    documents.onDidSave(() => this.zotero.noteUsed());
    // Sent for a document that has just been opened, too.
    documents.onDidChangeContent(({ document }) => {
      this.schedule.messageHandled();
      this.service.setNote(document.uri, document.getText(), document.version);
      this.workspaceDiagnostics?.changed();
      this.diagnostics.noteEdited(document.uri);
      this.tokens.noteEdited(document.uri);
      this.refreshes.noteEdited(document.uri);
    });
    documents.onDidClose(({ document }) => {
      this.open.delete(canonicalUri(document.uri));
      this.diagnostics.noteClosed(document.uri);
      this.tokens.noteClosed(document.uri);
      // What was not saved is gone: the file has the text now, if there is one.
      this.guard(this.scan.read(document.uri).then(() => this.notesChanged()));
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
    this.guard(read.then(() => this.shared.load()).then(tell));
  }

  private setFolders(folders: readonly string[]): void {
    this.folders = folders;
    // Notes that lie in no folder have the configuration of the first.
    this.service.linter.configuration.home = folders[0] ?? null;
  }

  private followFolders(): void {
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) this.scan.removeFolder(uri);
      const left = this.folders.filter((folder) => !removed.some(({ uri }) => uri === folder));
      this.setFolders([...left, ...added.map(({ uri }) => uri)]);
      this.guard(this.watchFiles());
      const read = this.changeShared().then(() => this.scan.addFolders(added.map(({ uri }) => uri)));
      this.guard(read.then(() => this.notesChanged()));
    });
  }

  private host(): Host {
    return {
      connection: this.connection,
      answer: (type, handler, how) => this.door.answer(type, handler, how),
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
    };
  }

  /** A fault in the background is logged; it must end neither the process nor the rest. */
  private guard(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
  }
}
