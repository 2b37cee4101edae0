import { type Disposable, EventEmitter, l10n, Uri, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MapOfNote } from './mapOfNote';
import { MapSurface } from './mapSurface';
import { baseName } from './shared/content';

/** The map of a note in a tab of its own. */
export class MapPanel extends MapOfNote {
  private readonly closed = new EventEmitter<void>();
  readonly onDidClose = this.closed.event;
  private readonly closing: Disposable;

  /** @param extension folder of the extension */
  constructor(
    client: BaseLanguageClient,
    private readonly panel: WebviewPanel,
    extension: Uri,
    note: Uri,
    withTied: boolean,
  ) {
    const surface = new MapSurface(panel, extension, panel.onDidChangeViewState);
    super(client, surface, note, withTied);
    panel.title = l10n.t('Map: {0}', baseName(note.path));
    const icon = (theme: string) => Uri.joinPath(extension, 'client', 'media', `map-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    this.closing = panel.onDidDispose(() => {
      super.dispose();
      surface.dispose();
      this.closed.fire();
      this.closed.dispose();
      this.closing.dispose();
    });
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  reveal(): void {
    this.panel.reveal();
  }

  override dispose(): void {
    this.panel.dispose();
  }
}
