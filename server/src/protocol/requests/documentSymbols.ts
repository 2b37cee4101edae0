import type { RequestFeature } from './request';

export const documentSymbols: RequestFeature = {
  announce: () => ({ documentSymbolProvider: true }),
  serve: ({ connection, service }) => {
    connection.onDocumentSymbol(({ textDocument }) => service.documentSymbols(textDocument.uri));
  },
};
