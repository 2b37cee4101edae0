import { LSPErrorCodes, PrepareRenameRequest, RenameRequest, ResponseError } from 'vscode-languageserver';
import { isRefusal, type Refusal } from '../../service';
import type { RequestFeature } from './request';

/** Of ids and speakers; why something cannot be renamed is told as an error, which editors show. */
export const rename: RequestFeature = {
  announce: (client) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  serve: ({ service, client, answer }) => {
    answer(PrepareRenameRequest.type, ({ textDocument, position }) =>
      orError(service.across.prepareRename(textDocument.uri, position)),
    );
    answer(RenameRequest.type, ({ textDocument, position, newName }) => {
      const versioned = client().workspace?.workspaceEdit?.documentChanges === true;
      return orError(service.across.rename(textDocument.uri, position, newName, versioned));
    });
  },
};

function orError<T extends object>(answer: T | Refusal | null): T | null {
  if (answer !== null && isRefusal(answer)) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refused);
  return answer;
}
