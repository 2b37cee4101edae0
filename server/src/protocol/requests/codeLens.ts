import { CodeLensRefreshRequest, CodeLensRequest, CodeLensResolveRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const codeLens: RequestFeature = {
  announce: () => ({ codeLensProvider: { resolveProvider: true } }),
  serve: ({ service, settings, commands, answer }) => {
    answer(
      CodeLensRequest.type,
      ({ textDocument }) => (settings().codeLens ? service.across.codeLenses(textDocument.uri) : []),
      { urgency: 'soon' },
    );
    answer(CodeLensResolveRequest.type, (lens) => service.across.resolveCodeLens(lens, commands().showReferences));
  },
  refresh: ({ client, refresh }) => {
    if (client().workspace?.codeLens?.refreshSupport) refresh(CodeLensRefreshRequest.type);
  },
};
