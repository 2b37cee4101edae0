import type { RequestFeature } from './request';

export const hover: RequestFeature = {
  announce: () => ({ hoverProvider: true }),
  serve: ({ connection, service, client }) => {
    const markdown = () => client().textDocument?.hover?.contentFormat?.includes('markdown') === true;
    connection.onHover(({ textDocument, position }) => service.hover(textDocument.uri, position, markdown()));
  },
};
