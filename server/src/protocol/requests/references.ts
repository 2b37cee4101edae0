import { DocumentHighlightRequest, ReferencesRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

/** In all notes, and highlighted in one. */
export const references: RequestFeature = {
  announce: () => ({ referencesProvider: true, documentHighlightProvider: true }),
  serve: ({ service, answer }) => {
    answer(ReferencesRequest.type, ({ textDocument, position, context }) =>
      service.across.references(textDocument.uri, position, context.includeDeclaration),
    );
    answer(DocumentHighlightRequest.type, ({ textDocument, position }) =>
      service.across.documentHighlights(textDocument.uri, position),
    );
  },
};
