import { InlayHintRefreshRequest, InlayHintRequest, InlayHintResolveRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const inlayHints: RequestFeature = {
  announce: () => ({ inlayHintProvider: { resolveProvider: true } }),
  serve: ({ service, settings, client, answer, loadBibliographies }) => {
    answer(
      InlayHintRequest.type,
      async ({ textDocument, range }) => {
        if (settings().inlayHints.papers) await loadBibliographies(textDocument.uri);
        return service.across.inlayHints(textDocument.uri, range, settings().inlayHints);
      },
      { urgency: 'soon' },
    );
    // LSP has no word for the form of a tooltip: who reads Markdown in hovers reads it here.
    const markdown = () => client().textDocument?.hover?.contentFormat?.includes('markdown') === true;
    answer(InlayHintResolveRequest.type, (hint) => service.across.resolveInlayHint(hint, markdown()));
  },
  refresh: ({ client, refresh }) => {
    if (client().workspace?.inlayHint?.refreshSupport) refresh(InlayHintRefreshRequest.type);
  },
};
