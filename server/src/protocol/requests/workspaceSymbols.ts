import { WorkspaceSymbolRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const workspaceSymbols: RequestFeature = {
  announce: () => ({ workspaceSymbolProvider: true }),
  serve: ({ service, answer }) => {
    answer(WorkspaceSymbolRequest.type, ({ query }) => service.across.workspaceSymbols(query));
  },
};
