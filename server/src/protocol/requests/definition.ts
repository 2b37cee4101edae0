import type { Location, LocationLink } from 'vscode-languageserver';
import type { RequestFeature } from './request';

/** Where something is defined, and, which is the same in notes, declared. */
export const definition: RequestFeature = {
  announce: () => ({ definitionProvider: true, declarationProvider: true }),
  serve: ({ connection, service, client }) => {
    connection.onDefinition(({ textDocument, position }) => {
      const links = service.across.definition(textDocument.uri, position);
      return client().textDocument?.definition?.linkSupport ? links : links.map(toLocation);
    });
    connection.onDeclaration(({ textDocument, position }) => {
      const links = service.across.definition(textDocument.uri, position);
      return client().textDocument?.declaration?.linkSupport ? links : links.map(toLocation);
    });
  },
};

function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}
