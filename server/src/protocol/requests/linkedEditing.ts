import type { RequestFeature } from './request';

export const linkedEditing: RequestFeature = {
  announce: () => ({ linkedEditingRangeProvider: true }),
  serve: ({ connection, service }) => {
    connection.languages.onLinkedEditingRange(({ textDocument, position }) =>
      service.across.linkedEditingRanges(textDocument.uri, position),
    );
  },
};
