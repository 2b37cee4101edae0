import type { RequestFeature } from './request';

/** In all notes, and highlighted in one. */
export const references: RequestFeature = {
  announce: () => ({ referencesProvider: true, documentHighlightProvider: true }),
  serve: ({ connection, service }) => {
    connection.onReferences(({ textDocument, position, context }) =>
      service.across.references(textDocument.uri, position, context.includeDeclaration),
    );
    connection.onDocumentHighlight(({ textDocument, position }) =>
      service.across.documentHighlights(textDocument.uri, position),
    );
  },
};
