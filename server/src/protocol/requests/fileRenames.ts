import { FileOperationPatternKind, WillRenameFilesRequest } from 'vscode-languageserver';
import type { RequestFeature } from './request';

/** Any Markdown file may be a note by the settings, and any folder may hold one. */
const filters = [
  { pattern: { glob: '**/*.{debate,md}', matches: FileOperationPatternKind.file } },
  { pattern: { glob: '**', matches: FileOperationPatternKind.folder } },
];

/** Before files are renamed or moved, the references to them are put right. */
export const renamingFiles: RequestFeature = {
  announce: () => ({ workspace: { fileOperations: { willRename: { filters } } } }),
  serve: ({ service, client, answer, notesRead }) => {
    answer(WillRenameFilesRequest.type, async ({ files }, token) => {
      await notesRead(token);
      return service.across.renameFiles(files, client().workspace?.workspaceEdit?.documentChanges === true);
    });
  },
};
