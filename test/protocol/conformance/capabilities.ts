import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
import type { Unit } from '../../support/unitsOfText';

/** What the client of a session can do. */
export function capabilitiesOf({ unit, pulls }: { readonly unit: Unit; readonly pulls: boolean }): ClientCapabilities {
  return {
    general: { positionEncodings: [unit] },
    window: { workDoneProgress: true },
    workspace: {
      configuration: true,
      workspaceFolders: true,
      workspaceEdit: { documentChanges: true },
      diagnostics: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
    },
    textDocument: {
      ...(pulls && { diagnostic: {} }),
      definition: { linkSupport: true },
      rename: { prepareSupport: true },
      hover: { contentFormat: ['markdown'] },
      completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true, labelDetailsSupport: true } },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    },
  };
}
