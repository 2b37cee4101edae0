import type { RequestFeature } from './request';

export const documentLinks: RequestFeature = {
  announce: () => ({ documentLinkProvider: {} }),
  serve: ({ connection, service }) => {
    connection.onDocumentLinks(({ textDocument }) => service.documentLinks(textDocument.uri));
  },
};
