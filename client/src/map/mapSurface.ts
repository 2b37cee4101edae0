import { type Disposable, type Event, EventEmitter, env, l10n, Uri, type Webview } from 'vscode';
import { makeNonce, mapHtml } from './mapHtml';
import type { HostMessage, PageMessage } from './shared/messages';

/** What a tab and a view of the sidebar have in common. */
export interface Place {
  readonly webview: Webview;
  readonly visible: boolean;
}

/** The page of a map, in a tab or in the sidebar. While it is out of sight it does not exist. */
export class MapSurface implements Disposable {
  private readonly received = new EventEmitter<PageMessage>();
  readonly onDidReceive = this.received.event;
  private readonly subscriptions: Disposable[];
  private isThere = false;

  /**
   * @param extension folder of the extension
   * @param onDidChangeVisibility of the place
   */
  constructor(
    private readonly place: Place,
    extension: Uri,
    onDidChangeVisibility: Event<unknown>,
  ) {
    const { webview } = place;
    const dist = Uri.joinPath(extension, 'dist');
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    this.subscriptions = [
      this.received,
      webview.onDidReceiveMessage((message: PageMessage) => this.receive(message)),
      // A page that is out of sight is thrown away, and says that it is ready when it is back.
      onDidChangeVisibility(() => {
        this.isThere &&= place.visible;
      }),
    ];
    webview.html = mapHtml({
      title: l10n.t('Argument Map'),
      language: env.language,
      source: webview.cspSource,
      script: webview.asWebviewUri(Uri.joinPath(dist, 'map.js')).toString(),
      style: webview.asWebviewUri(Uri.joinPath(dist, 'map.css')).toString(),
      nonce: makeNonce(),
    });
  }

  get isVisible(): boolean {
    return this.place.visible;
  }

  /** Whether the page is there and can be told something. */
  get isReady(): boolean {
    return this.isThere;
  }

  send(message: HostMessage): void {
    void this.place.webview.postMessage(message);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private receive(message: PageMessage): void {
    if (message.type === 'ready') this.isThere = true;
    this.received.fire(message);
  }
}
