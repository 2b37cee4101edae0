import { HoverRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const hover: RequestFeature = {
  announce: () => ({ hoverProvider: true }),
  serve: ({ service, client, answer }) => {
    const markdown = () => client().textDocument?.hover?.contentFormat?.includes('markdown') === true;
    answer(HoverRequest.type, ({ textDocument, position }) => service.hover(textDocument.uri, position, markdown()));
  },
};
