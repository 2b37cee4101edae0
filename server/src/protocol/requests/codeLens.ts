import { CodeLensRefreshRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const codeLens: RequestFeature = {
  announce: () => ({ codeLensProvider: { resolveProvider: true } }),
  serve: ({ connection, service, settings, commands }) => {
    connection.onCodeLens(({ textDocument }) =>
      settings().codeLens ? service.across.codeLenses(textDocument.uri) : [],
    );
    connection.onCodeLensResolve((lens) => service.across.resolveCodeLens(lens, commands().showReferences));
  },
  refresh: ({ connection, client }) => {
    if (client().workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
  },
};
