import { CompletionRequest, CompletionResolveRequest } from 'vscode-languageserver';
import { COMPLETION_TRIGGERS } from '../../service';
import type { RequestFeature } from './request';

export const completion: RequestFeature = {
  announce: () => ({
    completionProvider: {
      triggerCharacters: [...COMPLETION_TRIGGERS],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  }),
  serve: ({ service, client, commands, answer, loadBibliographies }) => {
    const takes = () => client().textDocument?.completion?.completionItem;
    answer(CompletionRequest.type, async ({ textDocument, position }) => {
      await loadBibliographies(textDocument.uri);
      return service.across.completion(textDocument.uri, position, {
        snippets: takes()?.snippetSupport === true,
        insertReplace: takes()?.insertReplaceSupport === true,
        labelDetails: takes()?.labelDetailsSupport === true,
        suggest: commands().suggest,
        today: today(),
      });
    });
    answer(CompletionResolveRequest.type, (item) =>
      service.across.resolveCompletion(item, takes()?.documentationFormat?.includes('markdown') === true),
    );
  },
};

/** The day where the server runs, as `2026-11-25`. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
