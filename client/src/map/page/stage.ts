import type { BoxWriter } from '../drawing/boxes';
import type { Point } from '../drawing/geometry';
import type { MapModel } from '../drawing/model';
import type { Size, View } from '../drawing/viewport';
import type { Strings } from '../shared/strings';
import { Canvas } from './canvas';
import { htmlElement } from './elements';
import { Glide } from './glide';
import { legend } from './legend';
import { Minimap } from './minimap';

/** The map and what lies over its corners. */
export class Stage {
  readonly element = htmlElement('div', { class: 'stage' });
  readonly canvas: Canvas;
  private readonly minimap: Minimap;
  private readonly message = htmlElement('p', { class: 'message' });
  private readonly note = htmlElement('p', { class: 'notice', role: 'status' });
  private readonly motion = new Glide();
  private shown: View = { x: 0, y: 0, scale: 1 };
  private mapped: unknown;

  /** @param centre brings a point of the map into the middle */
  constructor(
    writer: BoxWriter,
    private strings: Strings,
    centre: (point: Point) => void,
  ) {
    this.canvas = new Canvas(writer, strings);
    this.minimap = new Minimap(centre);
    this.element.append(this.canvas.element, this.minimap.element, legend(strings), this.message, this.note);
  }

  /** Takes over how the map is called. */
  show(strings: Strings): void {
    this.strings = strings;
    this.canvas.name(strings.map);
    this.notice('');
  }

  /** Says something over the map; nothing any more where it is empty. */
  notice(text: string): void {
    this.note.textContent = text;
  }

  /** In pixels. */
  get size(): Size {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  /** Moves to the view of the model from now on. */
  glide(): void {
    this.motion.begin(this.shown);
  }

  /** Shows the view of the model at once. */
  jump(): void {
    this.motion.stop();
  }

  get isMoving(): boolean {
    return this.motion.isMoving;
  }

  /** @param isFilled whether there is anything that could be drawn by now */
  draw(model: MapModel, isFilled: boolean): void {
    const { canvas, minimap } = this;
    const { layout } = model.scene;
    const hadFocus = canvas.hasFocus && canvas.element !== document.activeElement;
    this.shown = this.motion.at(model.view);
    canvas.draw(model.scene, this.shown, this.size, model.marks);
    // What had it may have been folded away, or be gone.
    if (hadFocus && !canvas.hasFocus && model.focus !== null) canvas.focus(model.focus);
    minimap.resize(this.size);
    if (this.mapped !== layout) minimap.show(layout);
    this.mapped = layout;
    minimap.mark(model.seen);
    const { noStatements, noMatches } = this.strings;
    const isEmpty = isFilled && layout.boxes.size === 0;
    this.message.textContent = isEmpty ? (model.content.statements.length === 0 ? noStatements : noMatches) : '';
    canvas.element.style.display = isEmpty ? 'none' : '';
  }
}
