import type { RequestFeature } from './request';

export const selectionRanges: RequestFeature = {
  announce: () => ({ selectionRangeProvider: true }),
  serve: ({ connection, service }) => {
    connection.onSelectionRanges(({ textDocument, positions }) => service.selectionRanges(textDocument.uri, positions));
  },
};
