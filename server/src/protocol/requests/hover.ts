import { HoverRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const hover: RequestFeature = {
  announce: () => ({ hoverProvider: true }),
  serve: ({ service, client, answer, loadBibliographies }) => {
    const markdown = () => client().textDocument?.hover?.contentFormat?.includes('markdown') === true;
    answer(HoverRequest.type, async ({ textDocument, position }) => {
      await loadBibliographies(textDocument.uri);
      return service.hover(textDocument.uri, position, markdown());
    });
  },
};
