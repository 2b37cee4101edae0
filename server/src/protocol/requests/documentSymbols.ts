import { DocumentSymbolRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const documentSymbols: RequestFeature = {
  announce: () => ({ documentSymbolProvider: true }),
  serve: ({ service, answer }) => {
    answer(DocumentSymbolRequest.type, ({ textDocument }) => service.documentSymbols(textDocument.uri), {
      urgency: 'soon',
    });
  },
};
