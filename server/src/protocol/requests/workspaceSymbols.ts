import type { RequestFeature } from './request';

export const workspaceSymbols: RequestFeature = {
  announce: () => ({ workspaceSymbolProvider: true }),
  serve: ({ connection, service }) => {
    connection.onWorkspaceSymbol(({ query }) => service.across.workspaceSymbols(query));
  },
};
