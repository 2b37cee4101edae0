import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import { ACTION_KINDS, FORMATTING_TRIGGERS, LanguageService, semanticTokensLegend } from '../service';
import type { FileSystem } from '../workspace/fileSystem';
import { NoteFilter } from '../workspace/noteFilter';
import { canonicalUri, NOTE_ENDINGS } from '../workspace/noteUri';
import { type DiagnosticsDelivery, NO_DELIVERY, servePull, servePush } from './diagnostics';
import { ARGUMENT_REQUEST, type ArgumentAnswer, type ArgumentParams } from './messages';
import { NO_TOKENS, type SemanticTokensDelivery, serveSemanticTokens } from './semanticTokens';
import { readRulePages, readSettings, type Settings } from './settings';
import { WorkspaceScan } from './workspaceScan';

const [firstTriggerCharacter, ...moreTriggerCharacter] = FORMATTING_TRIGGERS;
const typingTriggers = { firstTriggerCharacter, moreTriggerCharacter };

/** Serves debate notes on a connection until it closes. */
export function serve(connection: Connection, files: FileSystem): void {
  new Server(connection, files).listen();
}

class Server {
  private readonly service = new LanguageService();
  private readonly documents = new TextDocuments(TextDocument);
  private readonly scan: WorkspaceScan;
  /** Canonical URIs of the documents that the client has open. */
  private readonly open = new Set<string>();
  private capabilities: ClientCapabilities = {};
  private folders: readonly string[] = [];
  private watching: Disposable | undefined;
  private settings: Settings = readSettings(undefined);
  private diagnostics: DiagnosticsDelivery = NO_DELIVERY;
  private tokens: SemanticTokensDelivery = NO_TOKENS;

  constructor(
    private readonly connection: Connection,
    files: FileSystem,
  ) {
    const isOpen = (uri: string) => this.open.has(canonicalUri(uri));
    this.scan = new WorkspaceScan(this.service, files, isOpen, new NoteFilter());
  }

  listen(): void {
    this.connection.onInitialize((params) => this.initialize(params));
    this.connection.onInitialized(() => this.guard(this.start()));
    this.followDocuments();
    this.followFiles();
    this.connection.onDidChangeConfiguration(() => this.guard(this.changeSettings()));
    this.answerRequests();
    this.documents.listen(this.connection);
    this.connection.listen();
  }

  private initialize(params: InitializeParams): InitializeResult {
    const { capabilities, workspaceFolders, rootUri } = params;
    this.capabilities = capabilities;
    this.applySettings(readSettings(params.initializationOptions));
    this.service.rulePages = readRulePages(params.initializationOptions);
    this.folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    const pulls = capabilities.textDocument?.diagnostic !== undefined;
    const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
    this.diagnostics = pulls
      ? servePull(this.connection, this.service, canRefresh)
      : servePush(this.connection, this.service, () => this.documents.all());
    const canRefreshTokens = capabilities.workspace?.semanticTokens?.refreshSupport === true;
    this.tokens = serveSemanticTokens(this.connection, this.service, canRefreshTokens);
    return {
      serverInfo: { name: 'debate-notes', version },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        documentLinkProvider: {},
        documentSymbolProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        documentOnTypeFormattingProvider: typingTriggers,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
        codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(pulls && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
      },
    };
  }

  private async start(): Promise<void> {
    await this.readSettings();
    await this.watchFiles();
    if (this.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'debateNotes' });
    }
    if (this.capabilities.workspace?.workspaceFolders) this.followFolders();
    await this.scan.changeFilter(new NoteFilter(this.settings.include));
    await this.scan.addFolders(this.folders).finally(() => this.notesChanged());
  }

  /** Asks the client to tell of changed note files; again after the settings have changed what is one. */
  private async watchFiles(): Promise<void> {
    if (!this.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    const { patterns } = new NoteFilter(this.settings.include);
    const notes = [...NOTE_ENDINGS.map((ending) => `**/*${ending}`), ...patterns];
    // A folder that goes is reported itself, and not the notes in it.
    const watchers = [
      ...notes.map((globPattern) => ({ globPattern })),
      { globPattern: '**/*', kind: WatchKind.Delete },
    ];
    const before = this.watching;
    this.watching = await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    before?.dispose();
  }

  /** Settings come from the editor where it has them to ask for; `initializationOptions` are for those that have not. */
  private async readSettings(): Promise<void> {
    if (!this.capabilities.workspace?.configuration) return;
    // A client that cannot answer has no settings.
    const settings: unknown = await this.connection.workspace.getConfiguration('debateNotes').catch(() => null);
    if (settings !== null && settings !== undefined) this.applySettings(readSettings(settings));
  }

  private applySettings(settings: Settings): void {
    this.settings = settings;
    this.service.setRules(settings.rules, settings.maxProblems);
  }

  private async changeSettings(): Promise<void> {
    const { include, rules, maxProblems } = this.settings;
    await this.readSettings();
    const hasChanged = (before: unknown, now: unknown) => JSON.stringify(before) !== JSON.stringify(now);
    if (hasChanged(include, this.settings.include)) {
      await this.watchFiles();
      await this.scan.changeFilter(new NoteFilter(this.settings.include));
    } else if (!hasChanged([rules, maxProblems], [this.settings.rules, this.settings.maxProblems])) return;
    this.notesChanged();
  }

  /** Notes have changed that no editor has open: findings and labels of those that one has may be others. */
  private notesChanged(): void {
    this.diagnostics.notesChanged();
    this.tokens.labelsChanged();
  }

  private followDocuments(): void {
    const { documents } = this;
    documents.onDidOpen(({ document }) => this.open.add(canonicalUri(document.uri)));
    // Sent for a document that has just been opened, too.
    documents.onDidChangeContent(({ document }) => {
      this.service.setNote(document.uri, document.getText(), document.version);
      this.diagnostics.noteEdited();
      this.tokens.noteEdited(document.uri);
    });
    documents.onDidClose(({ document }) => {
      this.open.delete(canonicalUri(document.uri));
      this.diagnostics.noteClosed(document.uri);
      this.tokens.noteClosed(document.uri);
      // What was not saved is gone: the file has the text now, if there is one.
      this.guard(this.scan.read(document.uri).then(() => this.notesChanged()));
    });
  }

  private followFiles(): void {
    this.connection.onDidChangeWatchedFiles(({ changes }) => {
      this.scan.forgetBelow(changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri));
      // What is no note of the workspace is only forgotten, in case it was one.
      const read = Promise.all(changes.map(({ uri }) => this.scan.read(uri)));
      this.guard(read.then(() => this.notesChanged()));
    });
  }

  private followFolders(): void {
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) this.scan.removeFolder(uri);
      const read = this.scan.addFolders(added.map(({ uri }) => uri));
      this.guard(read.then(() => this.notesChanged()));
    });
  }

  private answerRequests(): void {
    const { connection, service } = this;
    const edits = () => this.capabilities.workspace?.workspaceEdit;
    const markdown = () => this.capabilities.textDocument?.hover?.contentFormat?.includes('markdown') === true;
    connection.onHover(({ textDocument, position }) => service.hover(textDocument.uri, position, markdown()));
    connection.onDocumentLinks(({ textDocument }) => service.documentLinks(textDocument.uri));
    connection.onDocumentSymbol(({ textDocument }) => service.documentSymbols(textDocument.uri));
    const foldLimit = () => this.capabilities.textDocument?.foldingRange?.rangeLimit;
    connection.onFoldingRanges(({ textDocument }) => service.foldingRanges(textDocument.uri, foldLimit()));
    connection.onSelectionRanges(({ textDocument, positions }) => service.selectionRanges(textDocument.uri, positions));
    connection.onCodeAction(({ textDocument, range, context }) =>
      service.codeActions(textDocument.uri, range, {
        only: context.only,
        versioned: edits()?.documentChanges === true,
        snippets: edits()?.snippetEditSupport === true,
      }),
    );
    const bullets = () => this.settings.bullets;
    connection.onDocumentFormatting(({ textDocument, options }) =>
      service.formatting(textDocument.uri, options, bullets()),
    );
    connection.onDocumentRangeFormatting(({ textDocument, options, range }) =>
      service.formatting(textDocument.uri, options, bullets(), range),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) =>
      service.onTypeFormatting(textDocument.uri, position, ch),
    );
    connection.onRequest(ARGUMENT_REQUEST, ({ textDocument }: ArgumentParams): ArgumentAnswer | null =>
      service.argumentView(textDocument.uri),
    );
  }

  /** A fault in the background is logged; it must end neither the process nor the rest. */
  private guard(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
  }
}
