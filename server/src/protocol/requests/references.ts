import { DocumentHighlightRequest, ReferencesRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

/** In all notes, and highlighted in one. */
export const references: RequestFeature = {
  announce: () => ({ referencesProvider: true, documentHighlightProvider: true }),
  serve: ({ service, answer, loadBibliographies, notesRead }) => {
    answer(ReferencesRequest.type, async ({ textDocument, position, context }, token) => {
      await notesRead(token);
      await loadBibliographies(textDocument.uri);
      return service.across.references(textDocument.uri, position, context.includeDeclaration);
    });
    answer(DocumentHighlightRequest.type, async ({ textDocument, position }) => {
      await loadBibliographies(textDocument.uri);
      return service.across.documentHighlights(textDocument.uri, position);
    });
  },
};
