import type { Connection } from 'vscode-languageserver';
import type { FileSystem } from '../workspace/fileSystem';
import type { NoteFilter } from '../workspace/noteFilter';
import {
  type FileParams,
  type FolderEntry,
  READ_FILE_REQUEST,
  READ_FOLDER_REQUEST,
  type ReadFileAnswer,
} from './messages';

/** Files that the client reads for the server: those of a browser, and of folders that are on no disk. */
export class ClientFiles implements FileSystem {
  /** Whether the client has said that it does so. One that has not is asked for nothing. */
  isOffered = false;

  constructor(private readonly connection: Pick<Connection, 'sendRequest'>) {}

  /** As a search of the disk: by name, past hidden folders and packages, into no linked folder. One request a folder. */
  async *findNotes(folder: string, filter: Pick<NoteFilter, 'accepts'>): AsyncIterable<string> {
    const base = folder.replace(/\/$/, '');
    // Folders and files that are still to be looked at, the next one last; paths from the folder on, unencoded.
    const waiting: Entry[] = [{ path: '', isFolder: true }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { path, isFolder } = next;
      if (!isFolder) yield base + encoded(path);
      else waiting.push(...(await this.entries(base + encoded(path), path, filter)).reverse());
    }
  }

  async readFile(uri: string): Promise<Uint8Array | null> {
    if (!this.isOffered) return null;
    const { bytes, failure } = await this.ask<ReadFileAnswer>(READ_FILE_REQUEST, uri);
    if (failure !== null) throw new Error(failure);
    return bytes === null ? null : Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0));
  }

  private async entries(uri: string, path: string, filter: Pick<NoteFilter, 'accepts'>): Promise<Entry[]> {
    const listed = this.isOffered ? await this.ask<readonly FolderEntry[]>(READ_FOLDER_REQUEST, uri) : [];
    const wanted = listed.filter(({ name, kind }) =>
      kind === 'folder' ? !isPassedOver(name) : filter.accepts(`${path}/${name}`.slice(1)),
    );
    return [...wanted]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, kind }) => ({ path: `${path}/${name}`, isFolder: kind === 'folder' }));
  }

  private ask<Answer>(request: string, uri: string): Promise<Answer> {
    const params: FileParams = { uri };
    return this.connection.sendRequest<Answer>(request, params);
  }
}

/** The server's own files for `file:` URIs, the client's for all others. */
export function filesOfBoth(own: FileSystem, client: FileSystem): FileSystem {
  const of = (uri: string) => (uri.startsWith('file:') ? own : client);
  return {
    findNotes: (folder, filter) => of(folder).findNotes(folder, filter),
    readFile: (uri) => of(uri).readFile(uri),
    // A client that has files has watchers for them.
    ...(own.watch && { watch: own.watch.bind(own) }),
    ...(own.home !== undefined && { home: own.home }),
  };
}

interface Entry {
  readonly path: string;
  readonly isFolder: boolean;
}

function isPassedOver(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules';
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
