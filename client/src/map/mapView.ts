import { type Disposable, l10n, type Uri, type WebviewView, type WebviewViewProvider, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CurrentNote } from '../currentNote';
import { setContext } from '../views/viewState';
import { MapOfNote } from './mapOfNote';
import { MapSurface } from './mapSurface';
import { baseName } from './shared/content';
import { readState } from './shared/savedState';

/** The map in the sidebar: of the note that the other views are about. */
export class MapView implements WebviewViewProvider, Disposable {
  private readonly subscriptions: Disposable[];
  private view: WebviewView | undefined;
  private surface: MapSurface | undefined;
  private shown: MapOfNote | undefined;
  /** Holds for every note until it is changed. */
  private withTied = false;

  /** @param extension folder of the extension */
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly extension: Uri,
    private readonly current: CurrentNote,
  ) {
    this.subscriptions = [
      window.registerWebviewViewProvider('debateNotes.map', this),
      current.onDidChange(() => this.follow()),
    ];
  }

  /** The note that the sidebar is about. */
  get note(): Uri | undefined {
    return this.current.document?.uri;
  }

  /** The map that is shown, if the view is in sight. */
  get map(): MapOfNote | undefined {
    return this.view?.visible ? this.shown : undefined;
  }

  resolveWebviewView(view: WebviewView, { state }: { readonly state: unknown }): void {
    this.view = view;
    this.withTied = readState(state)?.withTied ?? this.withTied;
    const surface = new MapSurface(view, this.extension, view.onDidChangeVisibility);
    this.surface = surface;
    surface.onDidReceive((message) => {
      if (message.type === 'ready') this.tellNothing();
      if (message.type === 'withTied') this.withTied = message.withTied;
    });
    view.onDidChangeVisibility(() => this.tellMenus());
    view.onDidDispose(() => this.forget());
    this.follow();
  }

  dispose(): void {
    this.forget();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(): void {
    const { view, surface } = this;
    if (!view || !surface) return;
    const { document } = this.current;
    this.shown?.dispose();
    this.shown = document && new MapOfNote(this.client, surface, document.uri, this.withTied);
    view.description = document ? baseName(document.uri.path) : '';
    this.tellNothing();
    this.tellMenus();
  }

  private tellNothing(): void {
    if (this.shown || !this.surface?.isReady) return;
    this.surface.send({ type: 'blank', text: l10n.t('Open a debate note to see its map here.') });
  }

  private tellMenus(): void {
    setContext('mapView', this.map !== undefined);
  }

  private forget(): void {
    this.shown?.dispose();
    this.surface?.dispose();
    this.view = this.surface = this.shown = undefined;
    this.tellMenus();
  }
}
