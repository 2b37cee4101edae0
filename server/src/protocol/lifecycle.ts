import { ErrorCodes, type InitializeParams, ResponseError } from 'vscode-languageserver';

/**
 * How far a session has come (LSP 3.17, “Lifecycle Messages”): a client introduces itself once, and is answered from then
 * on until it says that it leaves.
 */
export class Lifecycle {
  private stage: 'before' | 'within' | 'after' = 'before';

  /** The client introduces itself. Throws where it has done so already. */
  begin(): void {
    if (this.stage !== 'before')
      throw new ResponseError(ErrorCodes.InvalidRequest, 'the server is initialized already');
    this.stage = 'within';
  }

  /** The client is about to leave. */
  end(): void {
    this.stage = 'after';
  }

  /** Throws what a request is refused with that comes too early or too late. */
  stopUnlessWithin(): void {
    if (this.stage === 'before') {
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'the server is not initialized yet');
    }
    if (this.stage === 'after') throw new ResponseError(ErrorCodes.InvalidRequest, 'the server has been shut down');
  }
}

/**
 * URIs of the folders that a client has open: it may name several, or one by its URI, or, as in the first years of the
 * protocol, by its path. An empty list is one: Kate tells of its projects later, and has the home folder for a root.
 */
export function foldersOf({
  workspaceFolders,
  rootUri,
  rootPath,
}: Pick<InitializeParams, 'workspaceFolders' | 'rootUri' | 'rootPath'>): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [fileUri(rootPath)] : [];
}

/** The URI of a path of any system. A backslash separates names on Windows only, where a path begins with a drive or with two. */
function fileUri(path: string): string {
  const isWindows = /^(?:[a-z]:|\\\\)/i.test(path);
  const slashed = isWindows ? path.replaceAll('\\', '/') : path;
  const encoded = slashed.split('/').map(encodeURIComponent).join('/');
  if (isWindows && slashed.startsWith('//')) return `file:${encoded}`;
  return `file://${slashed.startsWith('/') ? '' : '/'}${encoded}`;
}
