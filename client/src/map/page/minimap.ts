import type { Point, Rectangle } from '../drawing/geometry';
import type { Layout } from '../drawing/layout';
import { shape } from '../drawing/shape';
import type { Size } from '../drawing/viewport';
import { setAttributes, svgElement } from './elements';

/** Pixels; where there is little room, and where there is more. */
const SMALL: Size = { width: 96, height: 66 };
const LARGE: Size = { width: 172, height: 112 };
const MUCH = 480;

/** Pixels around the boxes. */
const MARGIN = 6;

/** How much wider or higher boxes may be shown than they are: of a map that is a thin strip, one would see nothing else. */
const MOST_STRETCH = 8;

/** Pixels of the mark of what is seen. */
const LEAST_MARK = 4;

/** All of the map in small, and what of it is seen. For the mouse alone: the keyboard has other ways. */
export class Minimap {
  readonly element: SVGSVGElement;
  private readonly boxes = svgElement(shape('path', { class: 'minimap-boxes' }));
  private readonly seen = svgElement(shape('rect', { class: 'minimap-seen', rx: 2 }));
  private size = LARGE;
  private layout: Pick<Layout, 'boxes' | 'bounds'> = { boxes: new Map(), bounds: { x: 0, y: 0, width: 1, height: 1 } };
  /** Pixels per unit of the map. */
  private scale: Point = { x: 1, y: 1 };

  /** @param goTo brings a point of the map into the middle */
  constructor(goTo: (point: Point) => void) {
    this.element = svgElement(
      shape('svg', { class: 'minimap', ...this.size, 'aria-hidden': 'true', focusable: 'false' }),
    );
    this.element.append(this.boxes, this.seen);
    const follow = (event: PointerEvent) => {
      if (event.buttons % 2 === 0) return;
      const { left, top } = this.element.getBoundingClientRect();
      const { x, y } = this.corner();
      goTo({ x: x + (event.clientX - left) / this.scale.x, y: y + (event.clientY - top) / this.scale.y });
    };
    this.element.addEventListener('pointerdown', (event) => {
      this.element.setPointerCapture(event.pointerId);
      follow(event);
    });
    this.element.addEventListener('pointermove', follow);
  }

  /** Takes up no more room than there is. */
  resize(stage: Size): void {
    const size = stage.width < MUCH || stage.height < MUCH / 2 ? SMALL : LARGE;
    if (size === this.size) return;
    this.size = size;
    setAttributes(this.element, { ...size });
    this.show(this.layout);
  }

  /** Shows the boxes of another layout. */
  show(layout: Pick<Layout, 'boxes' | 'bounds'>): void {
    this.layout = layout;
    this.scale = this.scaleFor(layout.bounds);
    const corner = this.corner();
    const figure = (value: number) => Math.round(value * 10) / 10;
    let path = '';
    for (const { x, y, width, height } of layout.boxes.values()) {
      const [left, top] = [figure((x - corner.x) * this.scale.x), figure((y - corner.y) * this.scale.y)];
      const [wide, high] = [figure(Math.max(0.6, width * this.scale.x)), figure(Math.max(0.6, height * this.scale.y))];
      path += `M${left} ${top}h${wide}v${high}h${-wide}z`;
    }
    setAttributes(this.boxes, { d: path });
  }

  /** Marks what is seen; all of it, and the small map is not needed. */
  mark(seen: Rectangle): void {
    const corner = this.corner();
    const { x, y, width, height } = this.layout.bounds;
    const isAll = seen.x <= x && seen.y <= y && seen.x + seen.width >= x + width && seen.y + seen.height >= y + height;
    this.element.classList.toggle('needless', isAll);
    setAttributes(this.seen, {
      x: (seen.x - corner.x) * this.scale.x,
      y: (seen.y - corner.y) * this.scale.y,
      width: Math.max(LEAST_MARK, seen.width * this.scale.x),
      height: Math.max(LEAST_MARK, seen.height * this.scale.y),
    });
  }

  private scaleFor({ width, height }: Rectangle): Point {
    const [x, y] = [
      (this.size.width - 2 * MARGIN) / Math.max(1, width),
      (this.size.height - 2 * MARGIN) / Math.max(1, height),
    ];
    return { x: Math.min(x, MOST_STRETCH * y), y: Math.min(y, MOST_STRETCH * x) };
  }

  /** The point of the map at the left upper corner, with the boxes in the middle. */
  private corner(): Point {
    const { x, y, width, height } = this.layout.bounds;
    return {
      x: x + width / 2 - this.size.width / 2 / this.scale.x,
      y: y + height / 2 - this.size.height / 2 / this.scale.y,
    };
  }
}
