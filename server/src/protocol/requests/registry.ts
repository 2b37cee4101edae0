import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { argumentActions } from './argumentActions';
import { argumentMap } from './argumentMap';
import { argument } from './argumentView';
import { callHierarchy } from './callHierarchy';
import { citationOffers } from './citationOffers';
import { codeActions } from './codeActions';
import { codeLens } from './codeLens';
import { completion } from './completion';
import { definition } from './definition';
import { formatting } from './documentFormatting';
import { documentLinks } from './documentLinks';
import { documentSymbols } from './documentSymbols';
import { executeCommand } from './executeCommand';
import { renamingFiles } from './fileRenames';
import { foldingRanges } from './foldingRanges';
import { hover } from './hover';
import { inlayHints } from './inlayHints';
import { linkedEditing } from './linkedEditing';
import { papers } from './papers';
import { references } from './references';
import { rename } from './rename';
import type { Host, RequestFeature } from './request';
import { selectionRanges } from './selectionRanges';
import { workspaceSymbols } from './workspaceSymbols';

/** Everything that is asked about notes, diagnostics and semantic tokens excepted: those are delivered. */
const REQUESTS: readonly RequestFeature[] = [
  argument,
  argumentActions,
  argumentMap,
  callHierarchy,
  citationOffers,
  codeActions,
  codeLens,
  completion,
  definition,
  documentLinks,
  documentSymbols,
  executeCommand,
  foldingRanges,
  formatting,
  hover,
  inlayHints,
  linkedEditing,
  papers,
  references,
  rename,
  renamingFiles,
  selectionRanges,
  workspaceSymbols,
];

/** What the server says of all of them. */
export function announceRequests(client: ClientCapabilities): ServerCapabilities {
  const all = REQUESTS.map((request) => request.announce(client));
  const workspace = Object.assign({}, ...all.map((capabilities) => capabilities.workspace));
  return Object.assign({}, ...all, { workspace });
}

export function serveRequests(host: Host): void {
  for (const request of REQUESTS) request.serve(host);
}

/** Tells the client to ask again what it has asked of notes that it has not edited. */
export function refreshRequests(host: Host): void {
  for (const request of REQUESTS) request.refresh?.(host);
}
