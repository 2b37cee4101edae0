import { ACTION_KINDS } from '../../service';
import type { RequestFeature } from './request';

export const codeActions: RequestFeature = {
  announce: () => ({ codeActionProvider: { codeActionKinds: [...ACTION_KINDS] } }),
  serve: ({ connection, service, client, loadConfig }) => {
    const edits = () => client().workspace?.workspaceEdit;
    connection.onCodeAction(async ({ textDocument, range, context }) => {
      await loadConfig(textDocument.uri);
      return service.linter.codeActions(textDocument.uri, range, {
        only: context.only,
        versioned: edits()?.documentChanges === true,
        snippets: edits()?.snippetEditSupport === true,
      });
    });
  },
};
