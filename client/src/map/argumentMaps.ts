import { commands, type Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isNote } from '../noteSelector';
import { makeNonce, mapHtml } from './mapHtml';
import { MapPanel } from './mapPanel';
import { baseName } from './shared/content';
import { readState } from './shared/savedState';

const VIEW = 'debateNotes.argumentMap';

/** The maps that are open, one for a note. */
export class ArgumentMaps implements Disposable {
  private readonly panels = new Map<string, MapPanel>();
  private readonly subscriptions: Disposable[];

  /** @param extension folder of the extension */
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly extension: Uri,
  ) {
    this.subscriptions = [
      commands.registerCommand('debateNotes.openMap', (note?: unknown) => this.open(note)),
      commands.registerCommand('debateNotes.exportMapAsSvg', () => this.active?.export('svg')),
      commands.registerCommand('debateNotes.exportMapAsPng', () => this.active?.export('png')),
      window.registerWebviewPanelSerializer(VIEW, {
        deserializeWebviewPanel: async (panel, state) => this.restore(panel, state),
      }),
    ];
  }

  /** The map of a note, if it is open. */
  of(note: Uri): MapPanel | undefined {
    return this.panels.get(note.toString());
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const panel of this.panels.values()) panel.dispose();
  }

  private get active(): MapPanel | undefined {
    return [...this.panels.values()].find(({ isActive }) => isActive);
  }

  /** Opens the map of a note beside it, or goes to the one that is open. */
  private open(given: unknown): void {
    const note = given instanceof Uri ? given : activeNote();
    if (!note) return;
    const open = this.of(note);
    if (open) {
      open.reveal();
      return;
    }
    // The editor keeps the focus, as beside other previews; a second call goes to the map.
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.attach(window.createWebviewPanel(VIEW, '', place), note, false);
  }

  /** Fills a panel that the editor has kept over a reload. */
  private restore(panel: WebviewPanel, saved: unknown): void {
    const state = readState(saved);
    if (state) this.attach(panel, Uri.parse(state.note), state.withTied);
    else panel.dispose();
  }

  private attach(panel: WebviewPanel, note: Uri, withTied: boolean): void {
    const dist = Uri.joinPath(this.extension, 'dist');
    const { webview } = panel;
    panel.title = l10n.t('Map: {0}', baseName(note.path));
    panel.iconPath = Uri.joinPath(this.extension, 'client', 'media', 'debate-notes.svg');
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    const map = new MapPanel(this.client, panel, note, withTied);
    this.panels.set(note.toString(), map);
    map.onDidClose(() => this.panels.delete(note.toString()));
    webview.html = mapHtml({
      language: env.language,
      source: webview.cspSource,
      script: webview.asWebviewUri(Uri.joinPath(dist, 'map.js')).toString(),
      style: webview.asWebviewUri(Uri.joinPath(dist, 'map.css')).toString(),
      nonce: makeNonce(),
    });
  }
}

function activeNote(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document && isNote(document) ? document.uri : undefined;
}
