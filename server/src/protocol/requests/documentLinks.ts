import { DocumentLinkRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const documentLinks: RequestFeature = {
  announce: () => ({ documentLinkProvider: {} }),
  serve: ({ service, answer }) => {
    answer(DocumentLinkRequest.type, ({ textDocument }) => service.documentLinks(textDocument.uri), {
      urgency: 'soon',
    });
  },
};
