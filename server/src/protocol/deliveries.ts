import type { ClientCapabilities } from 'vscode-languageserver';
import type { ConfigFiles } from './configFiles';
import { type DiagnosticsDelivery, NO_DELIVERY, servePull, servePush } from './diagnostics';
import type { Door } from './door';
import type { Pauses } from './pauses';
import { Refreshes } from './refreshes';
import { ReportedDiagnostics } from './reportedDiagnostics';
import { refreshRequests } from './requests/registry';
import type { Host } from './requests/request';
import { NO_TOKENS, type SemanticTokensDelivery, serveSemanticTokens } from './semanticTokens';
import { WorkspaceDiagnostics } from './workspaceDiagnostics';

/** Of what the deliveries are made. */
interface Parts {
  host(): Host;
  readonly door: Door;
  readonly config: ConfigFiles;
  readonly pauses: Pauses;
  /** Resolves once the notes that lie in the workspace at the start have been read. */
  readonly scanned: Promise<void>;
  openNotes(): readonly { readonly uri: string; readonly version: number }[];
}

/**
 * What a client is to have after a change without thinking of it: diagnostics, colours, lenses and hints. They are sent,
 * or the client is asked to ask again, as it is able to.
 */
export class Deliveries {
  private readonly refreshes: Refreshes;
  private diagnostics: DiagnosticsDelivery = NO_DELIVERY;
  private ofWorkspace: WorkspaceDiagnostics | null = null;
  private tokens: SemanticTokensDelivery = NO_TOKENS;

  constructor(private readonly parts: Parts) {
    const { host, openNotes, pauses } = parts;
    const { service } = host();
    const wantsRefresh = () => {
      const { codeLens, inlayHint } = host().client().workspace ?? {};
      return codeLens?.refreshSupport === true || inlayHint?.refreshSupport === true;
    };
    this.refreshes = new Refreshes(service, openNotes, wantsRefresh, () => refreshRequests(host()), undefined, pauses);
  }

  /** Begins, once the client has said what it is able to, and the unit of characters is agreed on. */
  start({ textDocument, workspace }: ClientCapabilities): void {
    const { host, door, config, pauses, scanned, openNotes } = this.parts;
    const { service, connection } = host();
    const pulls = textDocument?.diagnostic !== undefined;
    const reported = new ReportedDiagnostics(service, door.encoding);
    if (pulls) this.ofWorkspace = new WorkspaceDiagnostics(host(), reported, scanned);
    this.diagnostics = pulls
      ? servePull(door, reported, config, workspace?.diagnostics?.refreshSupport === true)
      : servePush(connection, reported, config, pauses, openNotes);
    this.tokens = serveSemanticTokens(door, service, workspace?.semanticTokens?.refreshSupport === true, pauses);
  }

  /** Notes have changed that no editor has open: findings and labels of those that one has may be others. */
  notesChanged(): void {
    this.ofWorkspace?.changed();
    this.diagnostics.notesChanged();
    this.tokens.labelsChanged();
    this.refreshes.notesChanged();
  }

  /** An open note has another text. */
  noteEdited(uri: string): void {
    this.ofWorkspace?.changed();
    this.diagnostics.noteEdited();
    this.tokens.noteEdited(uri);
    this.refreshes.noteEdited(uri);
  }

  /** A note is open no longer. */
  noteClosed(uri: string): void {
    this.diagnostics.noteClosed(uri);
    this.tokens.noteClosed(uri);
  }

  /** What lenses and hints show is to be other. */
  hintsChanged(): void {
    this.refreshes.notesChanged();
  }

  /** More is known of papers. */
  papersChanged(): void {
    this.refreshes.papersChanged();
  }

  /** Nobody is to be told any more. */
  close(): void {
    this.ofWorkspace?.close();
  }
}
