import { type Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileParams,
  type FolderEntry,
  READ_FILE_REQUEST,
  READ_FOLDER_REQUEST,
  type ReadFileAnswer,
} from '../../server/src/protocol/messages';

/** Reads files for the server: in a browser it has none, and the folders of virtual workspaces are on no disk. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(READ_FILE_REQUEST, ({ uri }: FileParams) => readFile(Uri.parse(uri))),
    client.onRequest(READ_FOLDER_REQUEST, ({ uri }: FileParams) => readFolder(Uri.parse(uri))),
  ];
}

async function readFile(uri: Uri): Promise<ReadFileAnswer> {
  try {
    return { bytes: base64(await workspace.fs.readFile(uri)), failure: null };
  } catch (error) {
    return { bytes: null, failure: failureOf(error) };
  }
}

async function readFolder(uri: Uri): Promise<FolderEntry[]> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.flatMap(([name, type]): FolderEntry[] => {
      if (type & FileType.File) return [{ name, kind: 'file' }];
      return type === FileType.Directory ? [{ name, kind: 'folder' }] : [];
    });
  } catch {
    return [];
  }
}

/** Null where there is no such file, or nothing that could have it. */
function failureOf(error: unknown): string | null {
  const { code, message } = error as FileSystemError;
  const failures: Record<string, string | null> = {
    [FileSystemError.FileNotFound.name]: null,
    [FileSystemError.FileNotADirectory.name]: null,
    [FileSystemError.FileIsADirectory.name]: 'it is a folder',
    [FileSystemError.NoPermissions.name]: 'permission denied',
    // Of a scheme that nobody serves, too.
    [FileSystemError.Unavailable.name]: 'it cannot be reached',
  };
  const failure = failures[code];
  return failure === undefined ? message : failure;
}

/** In pieces: a call has so many arguments at most. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += PIECE) text += String.fromCharCode(...bytes.subarray(i, i + PIECE));
  return btoa(text);
}

const PIECE = 8192;
