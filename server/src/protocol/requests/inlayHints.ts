import type { RequestFeature } from './request';

export const inlayHints: RequestFeature = {
  announce: () => ({ inlayHintProvider: { resolveProvider: true } }),
  serve: ({ connection, service, settings, client }) => {
    const { inlayHint } = connection.languages;
    inlayHint.on(({ textDocument, range }) =>
      service.across.inlayHints(textDocument.uri, range, settings().inlayHints),
    );
    // LSP has no word for the form of a tooltip: who reads Markdown in hovers reads it here.
    const markdown = () => client().textDocument?.hover?.contentFormat?.includes('markdown') === true;
    inlayHint.resolve((hint) => service.across.resolveInlayHint(hint, markdown()));
  },
  refresh: ({ connection, client }) => {
    if (client().workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
  },
};
