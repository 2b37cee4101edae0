import { LinkedEditingRangeRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const linkedEditing: RequestFeature = {
  announce: () => ({ linkedEditingRangeProvider: true }),
  serve: ({ service, answer }) => {
    answer(LinkedEditingRangeRequest.type, ({ textDocument, position }) =>
      service.across.linkedEditingRanges(textDocument.uri, position),
    );
  },
};
