import {
  type Disposable,
  EventEmitter,
  Range,
  Selection,
  type Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { ARGUMENT_MAP_CHANGED } from '../../../server/src/protocol/messages';
import { isNote } from '../noteSelector';
import { MapSource, openDocument } from './mapSource';
import { mapStrings } from './mapStrings';
import { saveImage, tellSaved } from './saveImage';
import { baseName } from './shared/content';
import { differenceOf } from './shared/difference';
import type { HostMessage, ImageFormat, MapContent, PageMessage } from './shared/messages';

/** Milliseconds without an edit before the map asks for the argument again. */
const QUIET = 120;

/** Milliseconds until it asks once more when the answer was about another version of the note. */
const RETRY = 500;

/** The map of one note: asks the server, and keeps its page up to date by differences. */
export class MapPanel implements Disposable {
  private readonly source: MapSource;
  private readonly subscriptions: Disposable[];
  private readonly closed = new EventEmitter<void>();
  readonly onDidClose = this.closed.event;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastAsked = 0;
  /** What the page has been sent; null while it is not there or shows nothing yet. */
  private sent: MapContent | null = null;
  private isReady = false;
  private revision = 0;
  /** What the page has last said to be on the screen. */
  drawn: { readonly revision: number; readonly boxes: number } | undefined;
  /** Asks where an image is to be saved; the editor's dialog where it is not set. */
  askWhere: Parameters<typeof saveImage>[3];

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly panel: WebviewPanel,
    readonly note: Uri,
    private withTied: boolean,
  ) {
    this.source = new MapSource(client, note);
    this.subscriptions = [
      this.closed,
      panel.onDidDispose(() => this.close()),
      panel.webview.onDidReceiveMessage((message: PageMessage) => void this.receive(message)),
      // A page that is out of sight is thrown away, and says that it is ready when it is back.
      panel.onDidChangeViewState(() => this.followVisibility()),
      workspace.onDidChangeTextDocument(({ document }) => isNote(document) && this.refreshSoon(QUIET)),
      client.onNotification(ARGUMENT_MAP_CHANGED, () => this.refreshSoon(0)),
      client.onDidChangeState(({ newState }) => newState === State.Running && this.refreshSoon(0)),
      window.onDidChangeTextEditorSelection(() => this.tellCursor(true)),
      window.onDidChangeActiveTextEditor(() => this.tellCursor(true)),
    ];
    this.refreshSoon(0);
  }

  /** What the map shows, or will when its page is there. */
  get content(): MapContent {
    return this.source.content;
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  reveal(): void {
    this.panel.reveal();
  }

  /** Saves an image of what the page shows. */
  export(format: ImageFormat): void {
    this.send({ type: 'export', format });
  }

  dispose(): void {
    this.panel.dispose();
  }

  /** Does what the page asks for. */
  async receive(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
      case 'lost':
        this.isReady = true;
        this.sent = null;
        return this.update();
      case 'drawn':
        this.drawn = message;
        return;
      case 'goTo':
        return this.goTo(message.key);
      case 'withTied':
        this.withTied = message.withTied;
        return this.refreshSoon(0);
      case 'image':
        return this.save(message.format, message.data);
      case 'failed':
        this.client.error('The argument map failed.', message.what, false);
    }
  }

  private close(): void {
    clearTimeout(this.timer);
    this.closed.fire();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private followVisibility(): void {
    if (!this.panel.visible) {
      this.isReady = false;
      this.sent = null;
    }
  }

  private refreshSoon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), delay);
  }

  private async refresh(): Promise<void> {
    this.lastAsked++;
    const asked = this.lastAsked;
    // The server is told of a note when it is opened; after a reload nobody has done so.
    if (!openDocument(this.note)) await this.openNote();
    const isUpToDate = this.client.isRunning() && (await this.source.update(this.withTied));
    // A later request is on its way.
    if (asked !== this.lastAsked) return;
    // After a fault of the server it asks to be asked when it runs.
    if (!isUpToDate) {
      if (this.client.isRunning()) this.refreshSoon(RETRY);
      return;
    }
    this.update();
  }

  private async openNote(): Promise<void> {
    await workspace.openTextDocument(this.note).then(undefined, (error: unknown) => {
      this.client.warn(`The argument map could not open ${baseName(this.note.path)}.`, error, false);
    });
  }

  private update(): void {
    const { content } = this.source;
    if (!this.isReady || content.notes.length === 0) return;
    const before = this.sent;
    const difference = before && differenceOf(before, content);
    if (before && !difference) return;
    this.sent = content;
    this.revision++;
    const { revision } = this;
    if (difference) this.send({ type: 'change', revision, difference });
    else {
      const strings = mapStrings(content.notes[0]?.title ?? '');
      this.send({ type: 'show', revision, content, strings, withTied: this.withTied });
    }
    this.tellCursor(false);
  }

  private send(message: HostMessage): void {
    void this.panel.webview.postMessage(message);
  }

  /** @param reveal whether the map moves to the statement where that is out of sight */
  private tellCursor(reveal: boolean): void {
    const editor = window.activeTextEditor;
    if (!this.isReady || !editor || !isNote(editor.document)) return;
    const key = this.source.keyAt(editor.document.uri, editor.selection.active.line);
    this.send({ type: 'cursor', key, reveal });
  }

  private async goTo(key: string): Promise<void> {
    const place = this.source.placeOf(key);
    if (!place) return;
    const uri = this.client.protocol2CodeConverter.asUri(place.note);
    const { line, character } = place.selectionRange.start;
    const selection = new Selection(line, character, line, character);
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    // Not over the map: in the editor that shows the note, or else in the first column.
    const editor = await window.showTextDocument(uri, { selection, viewColumn: shown?.viewColumn ?? 1 });
    const { start, end } = place.range;
    editor.revealRange(new Range(start.line, start.character, end.line, end.character));
  }

  private async save(format: ImageFormat, data: string | Uint8Array): Promise<void> {
    try {
      const image = await saveImage(this.note, format, data, this.askWhere);
      if (image) void tellSaved(image);
    } catch (error) {
      this.client.error('The map could not be saved.', error, 'force');
    }
  }
}
