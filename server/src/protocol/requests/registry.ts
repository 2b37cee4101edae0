import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { argument } from './argumentView';
import { codeActions } from './codeActions';
import { formatting } from './documentFormatting';
import { documentLinks } from './documentLinks';
import { documentSymbols } from './documentSymbols';
import { executeCommand } from './executeCommand';
import { foldingRanges } from './foldingRanges';
import { hover } from './hover';
import type { Host, RequestFeature } from './request';
import { selectionRanges } from './selectionRanges';

/** Everything that is asked about notes, diagnostics and semantic tokens excepted: those are delivered. */
const REQUESTS: readonly RequestFeature[] = [
  argument,
  codeActions,
  documentLinks,
  documentSymbols,
  executeCommand,
  foldingRanges,
  formatting,
  hover,
  selectionRanges,
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
