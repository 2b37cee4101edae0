import { FoldingRangeRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const foldingRanges: RequestFeature = {
  announce: () => ({ foldingRangeProvider: true }),
  serve: ({ service, client, answer }) => {
    const limit = () => client().textDocument?.foldingRange?.rangeLimit;
    answer(FoldingRangeRequest.type, ({ textDocument }) => service.foldingRanges(textDocument.uri, limit()), {
      urgency: 'soon',
    });
  },
};
