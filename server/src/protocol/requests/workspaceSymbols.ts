import { WorkspaceSymbolRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const workspaceSymbols: RequestFeature = {
  announce: () => ({ workspaceSymbolProvider: true }),
  serve: ({ service, schedule, answer }) => {
    answer(WorkspaceSymbolRequest.type, ({ query }, token) =>
      schedule.run(service.across.findWorkspaceSymbols(query), token),
    );
  },
};
