import { type DocumentLinkParams, DocumentLinkRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const documentLinks: RequestFeature = {
  announce: () => ({ documentLinkProvider: {} }),
  serve: ({ service, answer, loadBibliographies }) => {
    const links = async ({ textDocument }: DocumentLinkParams) => {
      await loadBibliographies(textDocument.uri);
      return service.documentLinks(textDocument.uri);
    };
    answer(DocumentLinkRequest.type, links, { urgency: 'soon' });
  },
};
