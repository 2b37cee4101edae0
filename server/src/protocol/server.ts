import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
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
import { LanguageService } from '../service';
import type { FileSystem } from '../workspace/fileSystem';
import { canonicalUri, hasNoteEnding, NOTE_ENDINGS } from '../workspace/noteUri';
import { type DiagnosticsDelivery, NO_DELIVERY, servePull, servePush } from './diagnostics';
import { ARGUMENT_REQUEST, type ArgumentAnswer, type ArgumentParams } from './messages';
import { WorkspaceScan } from './workspaceScan';

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
  private diagnostics: DiagnosticsDelivery = NO_DELIVERY;

  constructor(
    private readonly connection: Connection,
    files: FileSystem,
  ) {
    this.scan = new WorkspaceScan(this.service, files, (uri) => this.open.has(canonicalUri(uri)));
  }

  listen(): void {
    this.connection.onInitialize((params) => this.initialize(params));
    this.connection.onInitialized(() => this.guard(this.start()));
    this.followDocuments();
    this.followFiles();
    this.answerRequests();
    this.documents.listen(this.connection);
    this.connection.listen();
  }

  private initialize({ capabilities, workspaceFolders, rootUri }: InitializeParams): InitializeResult {
    this.capabilities = capabilities;
    this.folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    const pulls = capabilities.textDocument?.diagnostic !== undefined;
    const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
    this.diagnostics = pulls
      ? servePull(this.connection, this.service, canRefresh)
      : servePush(this.connection, this.service, () => this.documents.all());
    return {
      serverInfo: { name: 'debate-notes', version },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        documentLinkProvider: {},
        documentSymbolProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix'] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(pulls && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
      },
    };
  }

  private async start(): Promise<void> {
    const { workspace } = this.capabilities;
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const notes = NOTE_ENDINGS.map((ending) => ({ globPattern: `**/*${ending}` }));
      // A folder that goes is reported itself, and not the notes in it.
      const watchers = [...notes, { globPattern: '**/*', kind: WatchKind.Delete }];
      await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (workspace?.workspaceFolders) this.followFolders();
    await this.scan.addFolders(this.folders).finally(() => this.diagnostics.notesChanged());
  }

  private followDocuments(): void {
    const { documents } = this;
    documents.onDidOpen(({ document }) => this.open.add(canonicalUri(document.uri)));
    // Sent for a document that has just been opened, too.
    documents.onDidChangeContent(({ document }) => {
      this.service.setNote(document.uri, document.getText(), document.version);
      this.diagnostics.noteEdited();
    });
    documents.onDidClose(({ document }) => {
      this.open.delete(canonicalUri(document.uri));
      this.diagnostics.noteClosed(document.uri);
      // What was not saved is gone: the file has the text now, if there is one.
      this.guard(this.scan.read(document.uri).then(() => this.diagnostics.notesChanged()));
    });
  }

  private followFiles(): void {
    this.connection.onDidChangeWatchedFiles(({ changes }) => {
      const notes = changes.filter(({ uri }) => hasNoteEnding(uri));
      this.scan.forgetBelow(changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri));
      const read = Promise.all(notes.map(({ uri }) => this.scan.read(uri)));
      this.guard(read.then(() => this.diagnostics.notesChanged()));
    });
  }

  private followFolders(): void {
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) this.scan.removeFolder(uri);
      const read = this.scan.addFolders(added.map(({ uri }) => uri));
      this.guard(read.then(() => this.diagnostics.notesChanged()));
    });
  }

  private answerRequests(): void {
    const { connection, service } = this;
    const edits = () => this.capabilities.workspace?.workspaceEdit;
    const markdown = () => this.capabilities.textDocument?.hover?.contentFormat?.includes('markdown') === true;
    connection.onHover(({ textDocument, position }) => service.hover(textDocument.uri, position, markdown()));
    connection.onDocumentLinks(({ textDocument }) => service.documentLinks(textDocument.uri));
    connection.onDocumentSymbol(({ textDocument }) => service.documentSymbols(textDocument.uri));
    connection.onCodeAction(({ textDocument, range, context }) =>
      service.codeActions(textDocument.uri, range, {
        only: context.only,
        versioned: edits()?.documentChanges === true,
        snippets: edits()?.snippetEditSupport === true,
      }),
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
