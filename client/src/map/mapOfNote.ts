import { type Disposable, l10n, type Position, type Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { ARGUMENT_MAP_CHANGED } from '../../../server/src/protocol/messages';
import { isNote } from '../noteSelector';
import { showPlace } from '../showPlace';
import { MapSource, openDocument } from './mapSource';
import { mapStrings } from './mapStrings';
import type { MapSurface } from './mapSurface';
import { saveImage, tellSaved } from './saveImage';
import { baseName } from './shared/content';
import { differenceOf } from './shared/difference';
import type { ImageFormat, MapContent, PageMessage } from './shared/messages';

/** Milliseconds without an edit before the map asks for the argument again. */
const QUIET = 120;

/** Milliseconds until it asks once more when the answer was about another version of the note. */
const RETRY = 500;

/** The map of one note: asks the server, and keeps a page up to date by differences. */
export class MapOfNote implements Disposable {
  private readonly source: MapSource;
  private readonly subscriptions: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastAsked = 0;
  /** What the page has been sent; null while it is not there or shows nothing yet. */
  private sent: MapContent | null = null;
  /** Whether something has changed while nobody saw it. */
  private isStale = false;
  private revision = 0;
  /** Where the statement stands that is to be shown when it is known. */
  private wanted: { readonly note: Uri; readonly line: number } | undefined;
  /** What the page has last said to be on the screen. */
  drawn: { readonly revision: number; readonly boxes: number } | undefined;
  /** Asks where an image is to be saved; the editor's dialog where it is not set. */
  askWhere: Parameters<typeof saveImage>[3];

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly surface: MapSurface,
    readonly note: Uri,
    private withTied: boolean,
  ) {
    this.source = new MapSource(client, note);
    this.subscriptions = [
      surface.onDidReceive((message) => void this.receive(message)),
      workspace.onDidChangeTextDocument(({ document }) => isNote(document) && this.refreshSoon(QUIET)),
      client.onNotification(ARGUMENT_MAP_CHANGED, () => this.refreshSoon(0)),
      client.onDidChangeState(({ newState }) => this.follow(newState)),
      window.onDidChangeTextEditorSelection(() => this.tellCursor(true)),
      window.onDidChangeActiveTextEditor(() => this.tellCursor(true)),
    ];
    if (!client.isRunning()) this.tellState();
    this.refreshSoon(0);
  }

  /** What the map shows, or will when its page is there. */
  get content(): MapContent {
    return this.source.content;
  }

  /** Shows the statement at a place, also where it is folded away. */
  show(note: Uri, { line }: Pick<Position, 'line'>): void {
    this.wanted = { note, line };
    this.tellWanted();
  }

  /** Saves an image of what the page shows. */
  export(format: ImageFormat): void {
    this.surface.send({ type: 'export', format });
  }

  dispose(): void {
    clearTimeout(this.timer);
    // What is on its way is not for the page any more.
    this.lastAsked++;
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Does what the page asks for. */
  async receive(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
      case 'lost':
        return this.showAll();
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

  private showAll(): void {
    this.sent = null;
    if (this.isStale) this.refreshSoon(0);
    this.update();
    this.tellState();
  }

  private follow(state: State): void {
    if (state === State.Running) this.refreshSoon(0);
    this.tellState();
  }

  private refreshSoon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), delay);
  }

  private async refresh(): Promise<void> {
    // What nobody sees is asked for when it is back in sight.
    this.isStale = !this.surface.isVisible;
    if (this.isStale) return;
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
    if (!this.surface.isReady || content.notes.length === 0) return;
    const before = this.sent;
    const difference = before && differenceOf(before, content);
    if (before && !difference) return;
    this.sent = content;
    this.revision++;
    const { revision } = this;
    if (difference) this.surface.send({ type: 'change', revision, difference });
    else {
      const strings = mapStrings(content.notes[0]?.title ?? '');
      this.surface.send({ type: 'show', revision, content, strings, withTied: this.withTied });
    }
    this.tellCursor(false);
    this.tellWanted();
  }

  /** What is shown stays: it is what is known, and may be old. */
  private tellState(): void {
    if (!this.surface.isReady) return;
    const text = l10n.t('Waiting for the language server…');
    if (!this.sent) this.surface.send({ type: 'blank', text });
    else this.surface.send({ type: 'notice', text: this.client.isRunning() ? '' : text });
  }

  /** @param reveal whether the map moves to the statement where that is out of sight */
  private tellCursor(reveal: boolean): void {
    const editor = window.activeTextEditor;
    if (!this.surface.isReady || !editor || !isNote(editor.document)) return;
    const key = this.source.keyAt(editor.document.uri, editor.selection.active.line);
    this.surface.send({ type: 'cursor', key, reveal });
  }

  private tellWanted(): void {
    const { wanted } = this;
    if (!wanted || !this.surface.isReady || !this.sent || this.isStale) return;
    this.wanted = undefined;
    const key = this.source.keyAt(wanted.note, wanted.line);
    if (key !== null) this.surface.send({ type: 'reveal', key });
  }

  private async goTo(key: string): Promise<void> {
    const place = this.source.placeOf(key);
    if (!place) return;
    const uri = this.client.protocol2CodeConverter.asUri(place.note);
    const { asRange } = this.client.protocol2CodeConverter;
    await showPlace(uri, asRange(place.selectionRange), asRange(place.range));
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
