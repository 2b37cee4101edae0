import { DeclarationRequest, DefinitionRequest, type Location, type LocationLink } from 'vscode-languageserver';
import type { RequestFeature } from './request';

/** Where something is defined, and, which is the same in notes, declared. */
export const definition: RequestFeature = {
  announce: () => ({ definitionProvider: true, declarationProvider: true }),
  serve: ({ service, client, answer, loadBibliographies }) => {
    answer(DefinitionRequest.type, async ({ textDocument, position }) => {
      await loadBibliographies(textDocument.uri);
      const links = service.across.definition(textDocument.uri, position);
      return client().textDocument?.definition?.linkSupport ? links : links.map(toLocation);
    });
    answer(DeclarationRequest.type, async ({ textDocument, position }) => {
      await loadBibliographies(textDocument.uri);
      const links = service.across.definition(textDocument.uri, position);
      return client().textDocument?.declaration?.linkSupport ? links : links.map(toLocation);
    });
  },
};

function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}
