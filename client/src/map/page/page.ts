import { BoxWriter } from '../drawing/boxes';
import { foldButtonAt } from '../drawing/drawBox';
import { drawingOf } from '../drawing/exportSvg';
import { type Filter, NO_FILTER, speakersOf } from '../drawing/filter';
import type { Forest } from '../drawing/forest';
import type { Point } from '../drawing/geometry';
import { boxAt } from '../drawing/layout';
import { MapModel } from '../drawing/model';
import { toMap } from '../drawing/viewport';
import type { HostMessage, ImageFormat, PageMessage } from '../shared/messages';
import { filled, type Strings } from '../shared/strings';
import { htmlElement } from './elements';
import { facesOf } from './faces';
import { Gestures, type GestureTarget } from './gestures';
import { exportStyle, toPng } from './images';
import { Keys, type KeyTarget } from './keys';
import { Memory } from './memory';
import { Stage } from './stage';
import { Toolbar, type ToolTarget } from './toolbar';

/** The map on the screen: turns what hands and keys do into changes of the model, and draws that once a frame. */
export class MapPage implements GestureTarget, KeyTarget, ToolTarget {
  private readonly model: MapModel;
  private readonly writer: BoxWriter;
  private readonly stage: Stage;
  private readonly toolbar: Toolbar;
  private readonly heading = htmlElement('h1', { class: 'unseen' });
  private readonly live = htmlElement('p', { class: 'unseen', role: 'status' });
  private readonly memory: Memory;
  /** Whether it is seen for the first time, and not as it was left. */
  private isFresh = true;
  private isScheduled = false;
  private revision = 0;
  private drawnRevision = 0;

  constructor(
    private readonly api: {
      postMessage(message: PageMessage): void;
      getState(): unknown;
      setState(state: unknown): void;
    },
    private strings: Strings,
  ) {
    this.memory = new Memory(api);
    this.writer = new BoxWriter(facesOf(document.body), strings);
    this.model = new MapModel(this.writer);
    this.stage = new Stage(this.writer, strings, (point) => this.change(() => this.model.centre(point)));
    this.toolbar = new Toolbar(strings, this);
    new Gestures(this.stage.canvas.element, this);
    new Keys(this.stage.canvas.element, this);
    this.listen();
    new ResizeObserver(() => this.resized()).observe(this.stage.element);
  }

  /** Shows all anew, in some place; what was kept over a reload is taken up again. */
  show({ revision, content, strings, withTied }: Extract<HostMessage, { type: 'show' }>, root: HTMLElement): void {
    const saved = this.memory.stateFor(content.notes[0]?.uri ?? '', this.model.saved());
    this.strings = strings;
    this.heading.textContent = strings.map;
    this.stage.show(strings);
    const { heading, toolbar, stage, live } = this;
    // Not where they are in place: what has the focus would lose it.
    if (!stage.element.isConnected) root.replaceChildren(heading, toolbar.element, stage.element, live);
    this.model.withTied = withTied;
    this.model.show(content, saved);
    this.revision = revision;
    this.drawnRevision = 0;
    this.isFresh = !saved?.view;
    toolbar.offer(speakersOf(content.statements));
    toolbar.show(this.model.query, this.model.filter, withTied);
    stage.jump();
    this.schedule();
  }

  /** Does what the host says. */
  receive(message: Exclude<HostMessage, { type: 'show' | 'blank' }>): void {
    switch (message.type) {
      case 'change':
        this.apply(message);
        break;
      case 'cursor':
        // One opens a map to see where one is.
        this.moveTo(() => this.model.setCurrent(message.key, message.reveal || this.isFresh));
        this.isFresh = false;
        break;
      case 'reveal':
        this.reveal(message.key);
        break;
      case 'notice':
        this.stage.notice(message.text);
        break;
      case 'export':
        this.exportAs(message.format);
        break;
    }
  }

  search(query: string): void {
    this.moveTo(() => {
      this.model.search(query);
      this.model.step(1);
    });
    this.live.textContent = this.toolbar.showCount(this.model.count);
  }

  step(by: 1 | -1): void {
    this.moveTo(() => this.model.step(by));
    this.live.textContent = this.toolbar.showCount(this.model.count);
  }

  filter(filter: Filter): void {
    this.change(() => this.model.setFilter(filter));
  }

  zoomBy(factor: number): void {
    this.moveTo(() => this.model.zoom(factor));
    this.live.textContent = filled(this.strings.zoomed, Math.round(this.model.view.scale * 100));
  }

  fit(): void {
    this.moveTo(() => this.model.fit());
  }

  foldAll(): void {
    this.change(() => this.model.foldAll());
  }

  unfoldAll(): void {
    this.change(() => this.model.unfoldAll());
  }

  showTied(withTied: boolean): void {
    this.model.withTied = withTied;
    this.toolbar.show(this.model.query, this.model.filter, withTied);
    this.api.postMessage({ type: 'withTied', withTied });
  }

  exportAs(format: ImageFormat): void {
    const { layout, links } = this.model.scene;
    const drawing = drawingOf(layout, links, this.writer, exportStyle(), this.strings.map);
    const send = (data: string | Uint8Array) => this.api.postMessage({ type: 'image', format, data });
    if (format === 'svg') send(drawing.svg);
    else toPng(drawing).then(send, (error: unknown) => this.api.postMessage({ type: 'failed', what: String(error) }));
  }

  leave(): void {
    if (this.model.focus !== null) this.stage.canvas.focus(this.model.focus);
  }

  pan(pixels: Point): void {
    this.change(() => this.model.pan(pixels));
  }

  zoom(factor: number, at: Point): void {
    this.change(() => this.model.zoom(factor, at));
  }

  hover(at: Point | null): void {
    const box = at && boxAt(this.model.scene.layout, toMap(this.model.view, at));
    this.stage.canvas.element.classList.toggle('on-box', box !== null);
    this.change(() => this.model.hover(box?.tree.statement.key ?? null));
  }

  click(at: Point): void {
    const { layout } = this.model.scene;
    const point = toMap(this.model.view, at);
    const foldable = foldButtonAt(layout, point);
    if (foldable) {
      this.fold(foldable.tree.statement.key, foldable.tree.hidden === 0);
      return;
    }
    const key = boxAt(layout, point)?.tree.statement.key;
    if (key === undefined) return;
    this.focusOn(key);
    this.goTo(key);
  }

  get focus(): string | null {
    return this.model.focus;
  }

  get forest(): Forest {
    return this.model.scene.forest;
  }

  focusOn(key: string): void {
    this.moveTo(() => this.model.setFocus(key));
    this.draw();
    this.stage.canvas.focus(key);
  }

  fold(key: string, isFolded: boolean): void {
    this.change(() => this.model.fold(key, isFolded));
  }

  unfoldSiblings(key: string): void {
    this.change(() => this.model.unfoldSiblings(key));
  }

  goTo(key: string): void {
    this.api.postMessage({ type: 'goTo', key });
  }

  glideBy(pixels: Point): void {
    this.moveTo(() => this.model.pan(pixels));
  }

  focusSearch(): void {
    this.toolbar.focusSearch();
  }

  escape(): void {
    this.change(() => this.model.hover(null));
    this.search('');
    this.toolbar.show('', this.model.filter, this.model.withTied);
  }

  private listen(): void {
    const { element } = this.stage.canvas;
    element.addEventListener('focusin', (event) => this.focused(event));
    element.addEventListener('focusout', () => this.change(() => this.model.showFocus(false)));
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement || event.defaultPrevented) return;
      event.preventDefault();
      this.toolbar.focusSearch();
    });
  }

  private focused({ target }: FocusEvent): void {
    const node = target instanceof Element ? target.closest('[data-key]') : null;
    const key = node?.getAttribute('data-key');
    // The drawing itself has the focus after a click beside the boxes.
    if (!node || !key) return;
    this.moveTo(() => {
      if (key !== this.model.focus) this.model.setFocus(key);
      this.model.showFocus(node.matches(':focus-visible'));
    });
  }

  /** Somebody wants to see a statement, whatever is filtered. */
  private reveal(key: string): void {
    this.moveTo(() => this.model.uncover(key));
    if (!this.model.scene.forest.trees.has(key)) {
      this.model.setFilter(NO_FILTER);
      this.moveTo(() => this.model.uncover(key));
    }
    this.toolbar.show(this.model.query, this.model.filter, this.model.withTied);
  }

  private apply({ revision, difference }: Extract<HostMessage, { type: 'change' }>): void {
    try {
      if (revision !== this.revision + 1) throw new Error('A change is missing.');
      this.change(() => this.model.change(difference));
      this.revision = revision;
      this.toolbar.offer(speakersOf(this.model.content.statements));
      this.toolbar.showCount(this.model.count);
    } catch {
      this.api.postMessage({ type: 'lost' });
    }
  }

  private resized(): void {
    this.change(() => this.model.resize(this.stage.size));
  }

  /** Changes the model, and what is on the screen at once. */
  private change(act: () => void): void {
    const { view } = this.model;
    act();
    if (view !== this.model.view) this.stage.jump();
    this.schedule();
  }

  /** Changes the model, and moves to the view that it has then. */
  private moveTo(act: () => void): void {
    const { view } = this.model;
    act();
    if (view !== this.model.view) this.stage.glide();
    this.schedule();
  }

  private schedule(): void {
    this.memory.saveSoon(() => this.model.saved());
    if (this.isScheduled) return;
    this.isScheduled = true;
    requestAnimationFrame(() => {
      this.isScheduled = false;
      this.draw();
      if (this.stage.isMoving) this.schedule();
    });
  }

  private draw(): void {
    this.stage.draw(this.model, this.revision > 0);
    if (this.drawnRevision === this.revision) return;
    this.drawnRevision = this.revision;
    const boxes = this.model.scene.layout.boxes.size;
    this.api.postMessage({ type: 'drawn', revision: this.revision, boxes });
  }
}
