import {
  type CancellationToken,
  DeclarationRequest,
  DefinitionRequest,
  type Location,
  type LocationLink,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Host, RequestFeature } from './request';

/** Where something is defined, and, which is the same in notes, declared. */
export const definition: RequestFeature = {
  announce: () => ({ definitionProvider: true, declarationProvider: true }),
  serve: (host) => {
    const { client, answer } = host;
    answer(DefinitionRequest.type, async (params, token) => {
      const links = await linksOf(host, params, token);
      return client().textDocument?.definition?.linkSupport ? links : links.map(toLocation);
    });
    answer(DeclarationRequest.type, async (params, token) => {
      const links = await linksOf(host, params, token);
      return client().textDocument?.declaration?.linkSupport ? links : links.map(toLocation);
    });
  },
};

/** At once where it is known; what leads to a note that has still to be read is waited for. */
async function linksOf(
  { service, loadBibliographies, notesRead }: Host,
  { textDocument, position }: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<LocationLink[]> {
  await loadBibliographies(textDocument.uri);
  const links = service.across.definition(textDocument.uri, position);
  if (links.length > 0) return links;
  await notesRead(token);
  return service.across.definition(textDocument.uri, position);
}

function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}
