import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileEvent,
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
  private patterns: readonly string[] | undefined;
  /** What ends the watching of a folder, by its URI. */
  private readonly watched = new Map<string, () => void>();

  /** @param changed told of what this process has seen; the client tells by notifications */
  constructor(
    private readonly connection: Connection,
    private readonly files: FileSystem,
    private readonly changed: (events: readonly FileEvent[]) => void,
  ) {}

  /** Watches from now on what a filter accepts in some folders, and what it did before no longer. */
  async follow(client: ClientCapabilities, folders: readonly string[], filter: NoteFilter): Promise<void> {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) await this.register(filter);
    else this.watchFolders(folders, filter);
  }

  private async register({ patterns }: NoteFilter): Promise<void> {
    if (JSON.stringify(patterns) === JSON.stringify(this.patterns)) return;
    this.patterns = patterns;
    const notes = [...NOTE_ENDINGS.map((ending) => `**/*${ending}`), ...patterns];
    // A folder that goes is reported itself, and not the notes in it.
    const watchers = [
      ...notes.map((globPattern) => ({ globPattern })),
      // Configuration files may extend any others.
      { globPattern: '**/*.json' },
      { globPattern: '**/*.{bib,bibtex,biblatex}' },
      { globPattern: '**/*', kind: WatchKind.Delete },
    ];
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
