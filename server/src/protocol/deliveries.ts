import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service';
import type { ConfigFiles } from './configFiles';
import { type DiagnosticsDelivery, servePull, servePush } from './diagnostics';
import type { Door } from './door';
import type { Pauses } from './pauses';
import { Refreshes, takesRefreshes } from './refreshes';
import { ReportedDiagnostics } from './reportedDiagnostics';
import { refreshRequests } from './requests/registry';
import type { Host } from './requests/request';
import { type SemanticTokensDelivery, serveSemanticTokens } from './semanticTokens';
import { WorkspaceDiagnostics } from './workspaceDiagnostics';

/** What deliveries are made with, beside what every request is answered with. */
export interface Deliverer {
  readonly connection: Connection;
  readonly door: Door;
  readonly service: LanguageService;
  readonly config: ConfigFiles;
  readonly pauses: Pauses;
  /** Resolves once the notes that lie in the workspace at the start have been read. */
  readonly scanned: Promise<void>;
  openNotes(): readonly { readonly uri: string; readonly version: number }[];
}

/** What a client has been told, and has to be told again when it changes: diagnostics, tokens, lenses and hints. */
export class Deliveries {
  private readonly diagnostics: DiagnosticsDelivery;
  /** Of a client that asks for them. */
  private readonly ofWorkspace: WorkspaceDiagnostics | null;
  private readonly tokens: SemanticTokensDelivery;
  private readonly refreshes: Refreshes;

  /** Begins to deliver, as the client has said that it takes it. */
  constructor(by: Deliverer, host: Host) {
    const { workspace, textDocument } = host.client();
    const reported = new ReportedDiagnostics(by.service, by.door.encoding);
    const pulls = textDocument?.diagnostic !== undefined;
    this.diagnostics = pulls
      ? servePull(by.door, reported, by.config, by.pauses, workspace?.diagnostics?.refreshSupport === true)
      : servePush(by.connection, reported, by.config, by.pauses, () => by.openNotes());
    this.ofWorkspace = pulls ? new WorkspaceDiagnostics(host, reported, by.scanned) : null;
    const canRefresh = workspace?.semanticTokens?.refreshSupport === true;
    this.tokens = serveSemanticTokens(by.door, by.service, canRefresh, by.pauses);
    const refresh = () => refreshRequests(host);
    this.refreshes = new Refreshes(
      by.service,
      () => by.openNotes(),
      () => takesRefreshes(host.client()),
      refresh,
      by.pauses,
    );
  }

  /** The client has opened or edited a note. */
  noteEdited(uri: string): void {
    this.ofWorkspace?.changed();
    this.diagnostics.noteEdited(uri);
    this.tokens.noteEdited(uri);
    this.refreshes.noteEdited(uri);
  }

  noteClosed(uri: string): void {
    this.diagnostics.noteClosed(uri);
    this.tokens.noteClosed(uri);
  }

  /** Notes have changed that no editor has open: findings and labels of those that one has may be others. */
  notesChanged(): void {
    this.ofWorkspace?.changed();
    this.diagnostics.notesChanged();
    this.tokens.labelsChanged();
    this.refreshes.notesChanged();
  }

  /** Users have set otherwise what lenses or hints say. */
  settingsChanged(): void {
    this.refreshes.notesChanged();
  }

  /** More is known of some papers. They come one by one. */
  papersChanged(): void {
    this.refreshes.papersChanged();
  }

  /** The client is about to leave. */
  end(): void {
    this.ofWorkspace?.close();
  }
}
