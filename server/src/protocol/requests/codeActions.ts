import { CodeActionRequest } from 'vscode-languageserver';
import { ACTION_KINDS } from '../../service';
import type { RequestFeature } from './request';

export const codeActions: RequestFeature = {
  announce: () => ({ codeActionProvider: { codeActionKinds: [...ACTION_KINDS] } }),
  serve: ({ service, client, loadConfig, answer }) => {
    const edits = () => client().workspace?.workspaceEdit;
    answer(CodeActionRequest.type, async ({ textDocument, range, context }) => {
      await loadConfig(textDocument.uri);
      return service.linter.codeActions(textDocument.uri, range, {
        only: context.only,
        versioned: edits()?.documentChanges === true,
        snippets: edits()?.snippetEditSupport === true,
      });
    });
  },
};
