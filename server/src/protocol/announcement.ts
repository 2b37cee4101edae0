import {
  type ClientCapabilities,
  type InitializeResult,
  type PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import { semanticTokensLegend } from '../service';
import { announceRequests } from './requests/registry';

/** What the server says of itself when it is started: what its requests announce, and what is none of theirs. */
export function announcement(client: ClientCapabilities, positionEncoding: PositionEncodingKind): InitializeResult {
  const requests = announceRequests(client);
  return {
    serverInfo: { name: 'debate-notes', version },
    capabilities: {
      ...requests,
      positionEncoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
      workspace: { ...requests.workspace, workspaceFolders: { supported: true, changeNotifications: true } },
      // A client that pulls diagnostics is not sent them.
      ...(client.textDocument?.diagnostic && {
        diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true, workDoneProgress: true },
      }),
    },
  };
}
