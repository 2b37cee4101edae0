import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import { isBibliographyFile } from '../service';
import type { FileSystem } from '../workspace/fileSystem';
import type { NoteFilter } from '../workspace/noteFilter';
import { canonicalUri, NOTE_ENDINGS } from '../workspace/noteUri';

/**
 * Sees that somebody tells of files that change outside the editor: the client, where it can be asked to; otherwise
 * this process watches the folders itself.
 */
export class WatchedFiles {
  private registered: Disposable | undefined;
  private watchers: readonly FileSystemWatcher[] | undefined;
  /** What ends the watching of a folder, by its URI. */
  private readonly watched = new Map<string, () => void>();

  /** @param changed told of what this process has seen; the client tells by notifications */
  constructor(
    private readonly connection: Connection,
    private readonly files: FileSystem,
    private readonly changed: (events: readonly FileEvent[]) => void,
  ) {}

  /**
   * Watches from now on what a filter accepts in some folders, and what it did before no longer.
   * @param single URIs of files that may lie anywhere; they are watched only by clients that can watch outside the folders
   */
  async follow(
    client: ClientCapabilities,
    folders: readonly string[],
    filter: NoteFilter,
    single: readonly string[],
  ): Promise<void> {
    const { dynamicRegistration, relativePatternSupport } = client.workspace?.didChangeWatchedFiles ?? {};
    if (dynamicRegistration) await this.register(filter, relativePatternSupport ? single.map(singleWatcher) : []);
    else this.watchFolders(folders, filter);
  }

  private async register({ patterns }: NoteFilter, single: readonly FileSystemWatcher[]): Promise<void> {
    const notes = [...NOTE_ENDINGS.map((ending) => `**/*${ending}`), ...patterns];
    // A folder that goes is reported itself, and not the notes in it.
    const watchers: FileSystemWatcher[] = [
      ...notes.map((globPattern) => ({ globPattern })),
      // Configuration files may extend any others.
      { globPattern: '**/*.json' },
      { globPattern: '**/*.{bib,bibtex,biblatex}' },
      { globPattern: '**/*', kind: WatchKind.Delete },
      ...single,
    ];
    if (JSON.stringify(watchers) === JSON.stringify(this.watchers)) return;
    this.watchers = watchers;
    const before = this.registered;
    this.registered = await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    before?.dispose();
  }

  private watchFolders(folders: readonly string[], filter: NoteFilter): void {
    for (const end of this.watched.values()) end();
    this.watched.clear();
    for (const folder of folders) {
      const isWanted = (uri: string) => {
        const path = canonicalUri(uri).slice(canonicalUri(folder).replace(/\/$/, '').length + 1);
        return filter.accepts(path) || isBibliographyFile(path) || path.endsWith('.json');
      };
      const end = this.files.watch?.(
        folder,
        (changes) => {
          const told = changes.filter(({ uri, isGone }) => isGone || isWanted(uri));
          const type = (isGone: boolean) => (isGone ? FileChangeType.Deleted : FileChangeType.Changed);
          this.changed(told.map(({ uri, isGone }) => ({ uri, type: type(isGone) })));
        },
        (sentence) => this.connection.console.warn(sentence),
      );
      if (end) this.watched.set(folder, end);
    }
  }
}

function singleWatcher(uri: string): FileSystemWatcher {
  const [folder, name] = [uri.slice(0, uri.lastIndexOf('/')), uri.slice(uri.lastIndexOf('/') + 1)];
  return { globPattern: { baseUri: folder, pattern: decodeURIComponent(name).replace(/[*?{}[\]]/g, '[$&]') } };
}
