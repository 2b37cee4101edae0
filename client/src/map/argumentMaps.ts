import { commands, type Disposable, type Position, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isNote } from '../noteSelector';
import type { MapOfNote } from './mapOfNote';
import { MapPanel } from './mapPanel';
import type { MapView } from './mapView';
import { readState } from './shared/savedState';

const VIEW = 'debateNotes.argumentMap';

/** The maps that are open beside notes, one for a note, and the one in the sidebar. */
export class ArgumentMaps implements Disposable {
  private readonly panels = new Map<string, MapPanel>();
  private readonly subscriptions: Disposable[];

  /**
   * @param extension folder of the extension
   * @param view the map in the sidebar
   */
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly extension: Uri,
    readonly view: MapView,
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

  /** The map of a note, if it is open in a tab. */
  of(note: Uri): MapPanel | undefined {
    return this.panels.get(note.toString());
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const panel of this.panels.values()) panel.dispose();
  }

  /** Shows a statement in a map that is in sight, or else opens one beside its note. */
  show(note: Uri, position: Position): void {
    const { map } = this.view;
    if (!this.of(note) && map?.note.toString() === note.toString()) map.show(note, position);
    else {
      this.open(note);
      this.of(note)?.show(note, position);
    }
  }

  /** The one whose tab is looked at, or else the one in the sidebar. */
  private get active(): MapOfNote | undefined {
    return [...this.panels.values()].find(({ isActive }) => isActive) ?? this.view.map;
  }

  /** Opens the map of a note beside it, or goes to the one that is open. */
  private open(given: unknown): void {
    const note = given instanceof Uri ? given : (activeNote() ?? this.view.note);
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
    const map = new MapPanel(this.client, panel, this.extension, note, withTied);
    this.panels.set(note.toString(), map);
    map.onDidClose(() => this.panels.delete(note.toString()));
  }
}

function activeNote(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document && isNote(document) ? document.uri : undefined;
}
