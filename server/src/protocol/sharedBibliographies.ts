import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { type LanguageService, type NamedFile, type SettingsPlace, sharedBibliographyFile } from '../service';
import type { FileSystem } from '../workspace/fileSystem';

/** The bibliographies that the settings name for all notes: they are read at once, watched, and missed where they lack. */
export class SharedBibliographies {
  private named: readonly { readonly path: string; readonly file: NamedFile }[] = [];
  /** What the user has been told since the paths were set. */
  private readonly told = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly service: LanguageService,
    private readonly files: FileSystem,
  ) {}

  /**
   * Reads those that the settings name from now on. Returns whether they are others than before.
   * @param folder URI of the folder from which paths begin; null where none is open
   */
  async follow(paths: readonly string[], folder: string | null): Promise<boolean> {
    const place: SettingsPlace = { folder, home: this.files.home ?? null };
    const before = JSON.stringify(this.named);
    this.named = paths.map((path) => ({ path, file: sharedBibliographyFile(path, place) }));
    if (JSON.stringify(this.named) === before) return false;
    this.told.clear();
    this.service.setSharedBibliographies(this.uris());
    await this.load();
    return true;
  }

  /** Reads those that nobody has read yet, and tells the user once of each that cannot be. */
  async load(): Promise<void> {
    await this.service.loadSharedBibliographies(this.files);
    for (const { path, file } of this.named) {
      const reason = 'uri' in file ? this.service.whyUnreadable(file.uri) : file.reason;
      if (reason === null) continue;
      const message = `The bibliography '${path}', which your settings name, cannot be read: ${reason}.`;
      if (this.told.has(message)) continue;
      void this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
      this.told.add(message);
    }
  }

  /** URIs of all files that are named. */
  uris(): string[] {
    return this.named.flatMap(({ file }) => ('uri' in file ? file.uri : []));
  }
}
