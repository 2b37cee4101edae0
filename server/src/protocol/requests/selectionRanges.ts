import { SelectionRangeRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

export const selectionRanges: RequestFeature = {
  announce: () => ({ selectionRangeProvider: true }),
  serve: ({ service, answer }) => {
    answer(SelectionRangeRequest.type, ({ textDocument, positions }) =>
      service.selectionRanges(textDocument.uri, positions),
    );
  },
};
