import type { RequestFeature } from './request';

export const foldingRanges: RequestFeature = {
  announce: () => ({ foldingRangeProvider: true }),
  serve: ({ connection, service, client }) => {
    const limit = () => client().textDocument?.foldingRange?.rangeLimit;
    connection.onFoldingRanges(({ textDocument }) => service.foldingRanges(textDocument.uri, limit()));
  },
};
