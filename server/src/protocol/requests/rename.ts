import { LSPErrorCodes, PrepareRenameRequest, RenameRequest, ResponseError } from 'vscode-languageserver';
import { isRefusal, type Refusal } from '../../service';
import type { RequestFeature } from './request';

/** Of ids, speakers and citation keys; why something cannot be renamed is told as an error, which editors show. */
export const rename: RequestFeature = {
  announce: (client) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  serve: ({ service, client, answer, loadBibliographies, notesRead }) => {
    answer(PrepareRenameRequest.type, async ({ textDocument, position }, token) => {
      await notesRead(token);
      await loadBibliographies(textDocument.uri);
      return orError(service.across.prepareRename(textDocument.uri, position));
    });
    answer(RenameRequest.type, async ({ textDocument, position, newName }, token) => {
      await notesRead(token);
      // What a citation key means in other notes counts, too.
      for (const uri of service.noteUris()) await loadBibliographies(uri);
      const versioned = client().workspace?.workspaceEdit?.documentChanges === true;
      return orError(service.across.rename(textDocument.uri, position, newName, versioned));
    });
  },
};

function orError<T extends object>(answer: T | Refusal | null): T | null {
  if (answer !== null && isRefusal(answer)) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refused);
  return answer;
}
